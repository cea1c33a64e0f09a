import { expect, it } from 'vitest';
import { newColumn } from '#lib/model/pasted.ts';
import { writeJson } from '#lib/api/json.ts';
import { rowOf } from './build.ts';

const columns = [
    newColumn('number', 'bigint'),
    newColumn('price', 'decimal(20,6)'),
    newColumn('born', 'date'),
    newColumn('open', 'boolean'),
    newColumn('name', 'text(50)'),
];

it('a row of a file keeps every digit', () => {
    const cells = ['9007199254740993', '12345678901234.567891', '1929-10-21', 'true', ' Ada '];
    expect(writeJson(rowOf(columns, cells))).toBe(
        '{"number":9007199254740993,"price":12345678901234.567891,"born":"1929-10-21","open":true,"name":"Ada"}',
    );
});

it('what is empty or missing is nothing', () => {
    expect(rowOf(columns, ['1', ''])).toMatchObject({ price: null, born: null, name: null });
});

it('what means nothing here is left to the database', () => {
    expect(rowOf(columns, ['many'])).toMatchObject({ number: 'many' });
});
