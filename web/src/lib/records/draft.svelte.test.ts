import { describe, expect, it } from 'vitest';
import { withLookupLabels, type AppColumn, type AppTable } from './app.ts';
import { Draft } from './draft.svelte.ts';
import { shownText } from './format.ts';

const column = (name: string, more: Partial<AppColumn> = {}): AppColumn => ({
    name,
    label: '',
    comment: '',
    type: 'text(80)',
    required: false,
    readOnly: false,
    identity: false,
    generated: false,
    default: null,
    choice: null,
    ...more,
});

const table: AppTable = {
    name: 'book',
    label: '',
    comment: '',
    key: ['id'],
    title: 'title',
    view: false,
    live: false,
    may: { create: true, read: true, update: true, delete: true },
    columns: [
        column('id', { identity: true }),
        column('title', { required: true }),
        column('status', { default: { value: 'new' } }),
        column('author_id'),
    ],
    toOne: [
        { name: 'fk', label: '', columns: ['author_id'], target: 'author', targetColumns: ['id'] },
    ],
    toMany: [],
    validations: [],
};

describe('a draft', () => {
    it('of a new row sends what it was given, and leaves defaults to the database', () => {
        const draft = new Draft(table, null, { author_id: '7' });
        expect(draft.value('status')).toBe('new');
        expect(draft.isDirty).toBe(false);
        draft.set('title', 'Emma');
        expect(draft.changed).toEqual({ title: 'Emma', author_id: '7' });
        expect(draft.isDirty).toBe(true);
        draft.set('status', null);
        expect(draft.changed).toEqual({ title: 'Emma', author_id: '7', status: null });
    });

    it('of a saved row sends what was changed', () => {
        const draft = new Draft(table, { id: '1', title: 'Emma', status: 'sold', author_id: '7' });
        draft.set('title', 'Persuasion');
        expect(draft.changed).toEqual({ title: 'Persuasion' });
    });

    it('shows what the server refused at the columns it names', () => {
        const draft = new Draft(table, null);
        const problem = (path: string, message: string) =>
            ({ severity: 'error', code: '23514', path, message }) as const;
        const rest = draft.refuse([
            problem('title', 'Too short.'),
            problem('title, status', 'Not sold yet.'),
            problem('other', 'Elsewhere.'),
        ]);
        expect(draft.errors).toEqual({
            title: 'Too short. Not sold yet.',
            status: 'Not sold yet.',
        });
        expect(rest.map(({ path }) => path)).toEqual(['other']);
    });
});

describe('a column that points at another row', () => {
    const named = withLookupLabels(table);

    it('is called by that row', () => {
        expect(named.columns.map(({ label }) => label)).toEqual(['', '', '', 'Author']);
    });

    it('shows its title', () => {
        const row = { author_id: '7' };
        const pointer = named.columns[3] ?? column('author_id');
        const embedded = { '→fk': { id: '7', name: 'Jane Austen' } };
        expect(shownText(pointer, named, row, embedded)).toBe('Jane Austen');
        expect(shownText(pointer, named, row, {})).toBe('7');
    });
});
