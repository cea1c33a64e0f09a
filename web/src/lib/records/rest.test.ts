import { describe, expect, it } from 'vitest';
import { parseRows, writeJson } from '#lib/api/json.ts';
import { readRows } from './rest.ts';

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
