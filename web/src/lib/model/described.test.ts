import { expect, it } from 'vitest';
import { describedChanges } from './described.ts';
import { newTable } from './design.ts';
import type { Model, Table } from './documents.ts';
import { newColumn } from './pasted.ts';

const model = (...tables: Table[]): Model => ({ tables, views: [], choices: [] });
const name = { ...newColumn('name', 'text(80)'), id: 'c1' };
const born = { ...newColumn('born', 'date'), id: 'c2' };
const author: Table = { ...newTable('t1', 'author'), columns: [name] };

it('nothing happened between equals', () => {
    expect(describedChanges(model(author), model({ ...author }))).toEqual([]);
});

it('tables and columns come, go, and change by id', () => {
    const after = {
        ...author,
        name: 'writer',
        columns: [{ ...name, name: 'full_name', type: 'text(200)', required: true }, born],
        primaryKey: { name: '', columns: ['c1'] },
    };
    expect(describedChanges(model(author, newTable('t2', 'old')), model(after))).toEqual([
        'old removed',
        'author renamed to writer',
        'writer.born added',
        'writer.name renamed to full_name',
        'writer.full_name: text(80) became text(200)',
        'writer.full_name became required',
        'Primary key of writer changed',
    ]);
});

it('a column changed in another way is named', () => {
    const after = { ...author, columns: [{ ...name, comment: 'As on the cover' }] };
    expect(describedChanges(model(author), model(after))).toEqual(['author.name changed']);
});

it('of choices the names are told', () => {
    const before = { ...model(), choices: [{ id: 'x', name: 'state', options: [] }] };
    const after = { ...model(), choices: [{ id: 'x', name: 'status', options: [] }] };
    expect(describedChanges(before, after)).toEqual(['state renamed to status']);
});
