import { describe, expect, it, vi } from 'vitest';
import { Records } from './records.svelte.ts';
import type { AppTable } from './app.ts';
import type { Listener, Told } from './follow.ts';
import type { Rest } from './rest.ts';

const table = {
    name: 'item',
    key: ['id'],
    columns: [],
    toOne: [],
    live: true,
} as unknown as AppTable;

function told(event: Told['event'], id: number, row: Told['row'] = {}): Told {
    return { event, key: { id }, row: { id, ...row }, embedded: {} };
}

/** A list of two rows, and who is told of changes. */
async function shown(next: object | null = null) {
    let listener: Listener | undefined;
    const rows = [
        { id: 1, a: 'x' },
        { id: 2, a: 'y' },
    ];
    const rest = {
        follow: (_t: unknown, _q: unknown, _l: unknown, _s: unknown, to: Listener) => {
            listener = to;
            to.onopen();
            return new Promise(() => undefined);
        },
        page: () => Promise.resolve({ rows, embedded: [{}, {}], next }),
    } as unknown as Rest;
    vi.stubGlobal('document', {
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
    });
    const records = new Records({ title: '', as: null, tables: [] }, table, rest);
    await records.show({ filters: [], sorts: [], search: '' });
    return { records, tell: (...all: Told[]) => listener?.ontold(all, 's-1') };
}

describe('rows that others change', () => {
    it('change in their place', async () => {
        const { records, tell } = await shown();
        tell(told('update', 2, { a: 'z' }));
        expect(records.rows.map((row) => row['a'])).toEqual(['x', 'z']);
        expect([...(records.live.changed.get('2') ?? [])]).toEqual(['a']);
        expect(records.live.changed.has('1')).toBe(false);
    });

    it('are told when they are new, but for those made here', async () => {
        const { records, tell } = await shown();
        records.live.made('4');
        tell(told('insert', 3), told('insert', 4), told('insert', 5));
        tell(told('delete', 5));
        expect([...records.live.fresh]).toEqual(['3']);
        expect(records.rows).toHaveLength(2);
    });

    it('stay until the list is read again when they are gone', async () => {
        const { records, tell } = await shown();
        tell(told('delete', 1), told('delete', 7));
        expect([...records.live.gone]).toEqual(['1']);
        await records.reload();
        expect(records.live.gone.size).toBe(0);
    });

    it('that are not scrolled to yet are no news when they change', async () => {
        const { records, tell } = await shown({ cursor: 'c', offset: 2 });
        tell(told('update', 9));
        expect(records.live.fresh.size).toBe(0);
        const all = await shown();
        all.tell(told('update', 9));
        expect([...all.records.live.fresh]).toEqual(['9']);
    });

    it('while the list is read are taken after it', async () => {
        const { records, tell } = await shown();
        const reading = records.reload();
        tell(told('update', 1, { a: 'newer' }), told('insert', 2));
        expect(records.rows[0]?.['a']).toBe('x');
        await reading;
        expect(records.rows[0]?.['a']).toBe('newer');
        expect(records.live.fresh.size).toBe(0);
    });
});
