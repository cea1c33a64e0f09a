import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseRows, writeJson } from '#lib/api/json.ts';
import { readRows, Rest, type Place } from './rest.ts';

describe('rows of the data API', () => {
    it('keep every digit', () => {
        const text = '[{"id":9007199254740993,"price":12345678901234.567891,"on":true,"no":null}]';
        expect(writeJson(readRows(parseRows(text)).rows)).toBe(text);
    });

    it('have the rows they point at beside them', () => {
        const read = readRows(
            parseRows('[{"a":"x","→customer":{"name":"Ada"}},{"a":"y","→customer":null}]'),
        );
        expect(read.embedded).toEqual([{ '→customer': { name: 'Ada' } }, { '→customer': null }]);
        expect(read.rows).toEqual([{ a: 'x' }, { a: 'y' }]);
    });

    it('may be none', () => {
        expect(readRows('').rows).toEqual([]);
    });
});

describe('pages', () => {
    afterEach(() => vi.unstubAllGlobals());

    /** Answers as the data API does for the numbers 0 to 4, by cursor only where it can. */
    function serve(hasCursor: (after: string) => boolean): URLSearchParams[] {
        const asked: URLSearchParams[] = [];
        vi.stubGlobal('fetch', (address: string) => {
            const query = new URL(address, 'http://localhost').searchParams;
            asked.push(query);
            const after = query.get('after');
            const headers = new Headers({ 'Content-Type': 'application/json' });
            if (after !== null && !hasCursor(after)) {
                const refusal = JSON.stringify({ code: 'PLN103', message: 'no cursor' });
                return Promise.resolve(new Response(refusal, { status: 400, headers }));
            }
            const begun = Number(after ?? query.get('offset'));
            const end = Math.min(5, begun + Number(query.get('limit')));
            const rows = Array.from({ length: end - begun }, (_, i) => ({ id: begun + i }));
            if (after !== null && end < 5) headers.set('Next-Cursor', String(end));
            return Promise.resolve(new Response(JSON.stringify(rows), { headers }));
        });
        return asked;
    }

    async function walk(): Promise<string[]> {
        const rest = new Rest('shop');
        const ids: string[] = [];
        let place: Place | null = null;
        do {
            const page = await rest.page('t', new URLSearchParams('order=id'), 2, place);
            ids.push(...page.rows.map((row) => String(row['id'])));
            place = page.next;
        } while (place !== null);
        return ids;
    }

    it('follow one another by the cursors of the server', async () => {
        const asked = serve(() => true);
        expect(await walk()).toEqual(['0', '1', '2', '3', '4']);
        expect(asked.map(String)).toEqual([
            'order=id&limit=2&after=',
            'order=id&limit=2&after=2',
            'order=id&limit=2&after=4',
        ]);
    });

    it('are counted off where there is no cursor', async () => {
        const asked = serve(() => false);
        expect(await walk()).toEqual(['0', '1', '2', '3', '4']);
        expect(asked.map((query) => query.get('offset'))).toEqual([null, '0', '2', '4']);
    });

    it('are counted off from where cursors end', async () => {
        const asked = serve((after) => after !== '4');
        expect(await walk()).toEqual(['0', '1', '2', '3', '4']);
        expect(asked.map((query) => query.get('offset'))).toEqual([null, null, null, '4']);
    });
});
