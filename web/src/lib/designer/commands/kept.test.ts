import { describe, expect, it } from 'vitest';
import { EMPTY_DESIGN, newTable, withTables, type Design } from '#lib/model/design.ts';
import type { Relation, Table } from '#lib/model/documents.ts';
import { newColumn } from '#lib/model/pasted.ts';
import { bringBack, standing, type Kept } from './kept.ts';

const column = (id: string, name: string) => ({ ...newColumn(name), id });
const id = column('people-id', 'id');
const phone = column('people-phone', 'phone');
const people: Table = { ...newTable('people', 'people'), columns: [id] };
const relation = (target: string): Relation => ({
    id: target,
    name: '',
    label: '',
    inverseLabel: '',
    columns: ['people-id'],
    target,
    targetColumns: [],
    onDelete: 'noAction',
    onUpdate: 'noAction',
    deferral: 'none',
});

const kept = (origin: Table, of: string | null): Kept => ({
    number: 1,
    kind: of ? 'column' : 'table',
    title: 'kept',
    since: '2026-01-02T03:04:05Z',
    place: 'plinth_kept_1',
    returnable: true,
    obstacle: null,
    origin,
    column: of,
});

const keptPhone = kept({ ...people, columns: [id, phone] }, phone.id);
const keptPeople = kept(people, null);

const design = (...tables: Table[]): Design => withTables(EMPTY_DESIGN, tables);

describe('a kept column', () => {
    it('comes back into its table with its id, and alone', () => {
        const before = design(people);
        expect(standing(keptPhone, before)).toBe('away');
        const after = bringBack(keptPhone).apply(before);
        expect(after.model.tables[0]?.columns).toEqual([id, phone]);
        expect(standing(keptPhone, after)).toBe('there');
    });

    it('gets another name when its own is taken', () => {
        const other = { ...people, columns: [id, column('other', 'Phone')] };
        const after = bringBack(keptPhone).apply(design(other));
        expect(after.model.tables[0]?.columns[2]).toEqual({ ...phone, name: 'phone_2' });
    });

    it('waits for its table', () => {
        const before = design();
        expect(standing(keptPhone, before)).toBe('needsTable');
        expect(bringBack(keptPhone).apply(before)).toBe(before);
    });
});

describe('a kept table', () => {
    it('comes back with its id, under a free name', () => {
        const other = newTable('other', 'people');
        expect(standing(keptPeople, design(other))).toBe('away');
        const after = bringBack(keptPeople).apply(design(other));
        expect(after.model.tables).toEqual([other, { ...people, name: 'people_2' }]);
        expect(bringBack(keptPeople).apply(after)).toBe(after);
    });

    it('comes back without relations to what is gone', () => {
        const relations = [relation('people'), relation('there'), relation('gone')];
        const there = newTable('there', 'there');
        const after = bringBack(kept({ ...people, relations }, null)).apply(design(there));
        expect(after.model.tables[1]?.relations).toEqual(relations.slice(0, 2));
    });
});
