import { expect, it } from 'vitest';
import { defaultText, readDefault } from './defaultText.ts';

it.each([
    [{ function: 'now' } as const, 'now()'],
    [{ function: 'uuid' } as const, 'uuid()'],
    [{ sql: "nextval('s')" }, "sql: nextval('s')"],
    [{ value: '0.00' }, '0.00'],
    [{ value: '' }, '""'],
    [{ value: ' ' }, '" "'],
    [{ value: 'now()' }, '"now()"'],
    [{ value: 'sql: x' }, '"sql: x"'],
    [{ value: '"quoted"' }, '""quoted""'],
    [{ value: 'two\nlines' }, 'two\nlines'],
    [null, ''],
])('%o is typed %s', (value, text) => {
    expect(defaultText(value)).toBe(text);
    expect(readDefault(text)).toEqual(value);
});
