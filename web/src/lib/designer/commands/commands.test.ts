import { describe, expect, it } from 'vitest';
import { EMPTY_DESIGN, type Design } from '#lib/model/design.ts';
import type { Table } from '#lib/model/documents.ts';
import { newColumn } from '#lib/model/pasted.ts';
import type { Command } from '../Command.ts';
import { addColumns, changeColumn, orderColumns, removeColumns } from './columns.ts';
import { setPrimaryKey, setUnique, isUnique } from './keys.ts';
import { addJunction, relate } from './relations.ts';
import { addTable, changeTable, duplicateTable, removeTables } from './tables.ts';

const run = (...commands: Command[]) =>
    commands.reduce<Design>((design, command) => command.apply(design), EMPTY_DESIGN);

function table(design: Design, id: string): Table {
    const found = design.model.tables.find((known) => known.id === id);
    if (!found) throw new Error(`no table ${id}`);
    return found;
}

const column = (id: string, name: string, type?: string) => ({ ...newColumn(name, type), id });

const two = () =>
    run(
        addTable('c'),
        changeTable('c', 'name', 'customer'),
        addTable('o'),
        changeTable('o', 'name', 'order'),
        addColumns('o', [column('oc', 'buyer', 'bigint')]),
    );

const keyOf = (design: Design, id: string) => table(design, id).primaryKey?.columns ?? [];

describe('tables', () => {
    it('begin with a key and a name of their own', () => {
        const design = run(addTable('a'), addTable('b'));
        expect(design.model.tables.map(({ name }) => name)).toEqual(['new_table', 'new_table_2']);
        expect(table(design, 'a').columns[0]).toMatchObject({ name: 'id', required: true });
        expect(keyOf(design, 'a')).toHaveLength(1);
    });

    it('take along what points at them', () => {
        const design = relate({ table: 'o', column: 'oc' }, { table: 'c' }).apply(two());
        expect(table(removeTables(['c']).apply(design), 'o').relations).toEqual([]);
    });

    it('are copied with ids of their own', () => {
        const before = relate({ table: 'o' }, { table: 'o' }).apply(two());
        const copy = table(duplicateTable('o', 'copy').apply(before), 'copy');
        const old = new Set(table(before, 'o').columns.map(({ id }) => id));
        expect(copy.name).toBe('order_2');
        expect(copy.columns.some(({ id }) => old.has(id))).toBe(false);
        expect(copy.relations[0]).toMatchObject({
            target: 'copy',
            targetColumns: copy.primaryKey?.columns,
        });
    });
});

describe('columns', () => {
    it('get a free name, and can be moved', () => {
        const design = run(
            addTable('a'),
            addColumns('a', [column('x', 'note'), column('y', 'note'), column('z', 'ID')]),
        );
        expect(table(design, 'a').columns.map(({ name }) => name)).toEqual([
            'id',
            'note',
            'note_2',
            'ID_2',
        ]);
        const key = keyOf(design, 'a')[0] ?? '';
        const moved = orderColumns('a', ['z', 'y', 'x', key]).apply(design);
        expect(table(moved, 'a').columns.map(({ id }) => id)).toEqual(['z', 'y', 'x', key]);
    });

    it('keep their id when they are renamed', () => {
        const design = changeColumn('o', 'oc', { name: 'customer' }).apply(two());
        expect(table(design, 'o').columns[1]).toMatchObject({ id: 'oc', name: 'customer' });
    });

    it('take along keys and relations, also those of other tables', () => {
        const related = relate({ table: 'o', column: 'oc' }, { table: 'c' }).apply(two());
        const unique = setUnique('o', 'oc', true).apply(related);
        expect(isUnique(table(unique, 'o'), 'oc')).toBe(true);
        const own = table(removeColumns('o', ['oc']).apply(unique), 'o');
        expect(own.relations).toEqual([]);
        expect(own.uniques).toEqual([]);
        const target = removeColumns('c', keyOf(unique, 'c')).apply(unique);
        expect(table(target, 'c').primaryKey).toBeNull();
        expect(table(target, 'o').relations).toEqual([]);
    });

    it('of a key are required', () => {
        const design = setPrimaryKey('o', ['oc']).apply(two());
        expect(table(design, 'o').columns[1]?.required).toBe(true);
        expect(table(setPrimaryKey('o', []).apply(design), 'o').primaryKey).toBeNull();
    });
});

describe('a line drawn', () => {
    it('from a column points at the key', () => {
        const design = relate({ table: 'o', column: 'oc' }, { table: 'c' }).apply(two());
        expect(table(design, 'o').relations[0]).toMatchObject({
            columns: ['oc'],
            target: 'c',
            targetColumns: keyOf(design, 'c'),
        });
    });

    it('from a table makes the column, of the type of the key', () => {
        const design = relate({ table: 'o' }, { table: 'c' }).apply(two());
        const made = table(design, 'o').columns.at(-1);
        expect(made).toMatchObject({ name: 'customer_id', type: 'bigint', identity: null });
        expect(table(design, 'o').relations[0]?.columns).toEqual([made?.id]);
    });

    it('from a key makes the other table point here', () => {
        const before = two();
        const key = keyOf(before, 'c')[0];
        const design = relate({ table: 'c', column: key }, { table: 'o', column: 'oc' }).apply(
            before,
        );
        expect(table(design, 'c').relations).toEqual([]);
        expect(table(design, 'o').relations[0]).toMatchObject({ columns: ['oc'], target: 'c' });
    });

    it('to a key of several columns makes those that are missing', () => {
        const before = run(
            addTable('a'),
            addColumns('a', [column('x', 'x', 'integer'), column('y', 'y', 'date')]),
            setPrimaryKey('a', ['x', 'y']),
            addTable('b'),
        );
        const b = table(relate({ table: 'b' }, { table: 'a' }).apply(before), 'b');
        expect(b.columns.slice(1).map(({ name, type }) => `${name} ${type}`)).toEqual([
            'x integer',
            'y date',
        ]);
        expect(b.relations[0]?.targetColumns).toEqual(['x', 'y']);
    });

    it('to a table without a key does nothing', () => {
        const before = setPrimaryKey('c', []).apply(two());
        expect(relate({ table: 'o' }, { table: 'c' }).apply(before)).toBe(before);
    });
});

it('many to many goes through a table between', () => {
    const design = addJunction('o', 'c', 'j').apply(two());
    const junction = table(design, 'j');
    expect(junction.name).toBe('order_customer');
    expect(junction.columns.map(({ name }) => name)).toEqual(['order_id', 'customer_id']);
    expect(junction.primaryKey?.columns).toEqual(junction.columns.map(({ id }) => id));
    expect(junction.relations.map(({ target }) => target)).toEqual(['o', 'c']);
});
