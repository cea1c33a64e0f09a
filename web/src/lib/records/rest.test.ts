import { describe, expect, it } from 'vitest';
import { parseRows } from '#lib/api/json.ts';
import { readRows } from './rest.ts';

describe('rows of the data API', () => {
    it('keep every digit', () => {
        const text =
            '[{"id":9007199254740993,"price":12345678901234.567891,"on":true,"no":null,"tags":[1.10]}]';
        expect(readRows(parseRows(text)).rows).toEqual([
            {
                id: '9007199254740993',
                price: '12345678901234.567891',
                on: true,
                no: null,
                tags: '[1.10]',
            },
        ]);
    });

    it('have the rows they point at beside them', () => {
        const read = readRows(
            parseRows('[{"id":1,"→customer":{"id":2,"name":"Ada"}},{"id":2,"→customer":null}]'),
        );
        expect(read.embedded).toEqual([
            { '→customer': { id: '2', name: 'Ada' } },
            { '→customer': null },
        ]);
        expect(read.rows).toEqual([{ id: '1' }, { id: '2' }]);
    });

    it('may be none', () => {
        expect(readRows('').rows).toEqual([]);
    });
});
