import { describe, expect, it } from 'vitest';
import { exactNumber, isExactNumber, parseJson, parseRows, writeJson } from './json.ts';

describe('rows in JSON', () => {
    it.each([
        '9223372036854775807',
        '-9007199254740993',
        '0.10',
        '12345678901234567890.1234567890',
        '1E400',
    ])('keep every digit of %s both ways', (digits) => {
        const text = `[{"n":${digits}}]`;
        expect(writeJson(parseRows(text))).toBe(text);
    });

    it('have one kind of number', () => {
        const [row] = parseRows('[{"small":1,"big":9007199254740993}]') as [
            Record<string, unknown>,
        ];
        expect(Object.values(row).every(isExactNumber)).toBe(true);
        expect(String(row.big)).toBe('9007199254740993');
    });

    it('write numbers that were typed', () => {
        expect(writeJson({ price: exactNumber('100000000000000000.01') })).toBe(
            '{"price":100000000000000000.01}',
        );
        expect(() => exactNumber('12,5')).toThrow();
    });
});

describe('other JSON', () => {
    it('has plain whole numbers where they are safe', () => {
        expect(parseJson('{"revision":12,"at":[1,2]}')).toEqual({ revision: 12, at: [1, 2] });
    });

    it('keeps the digits of those that are not', () => {
        const { id, rate } = parseJson('{"id":9007199254740993,"rate":0.30}') as Record<
            string,
            unknown
        >;
        expect(String(id)).toBe('9007199254740993');
        expect(String(rate)).toBe('0.30');
    });
});
