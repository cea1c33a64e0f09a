import { expect, it } from 'vitest';
import { EMPTY_DESIGN, newTable, withTables } from '#lib/model/design.ts';
import { newColumn } from '#lib/model/pasted.ts';
import { placeOf } from './problemPlace.ts';

const table = {
    ...newTable('t1', 'customer'),
    schema: 'sales',
    columns: [{ ...newColumn('email'), id: 'c1' }],
};
const design = withTables(EMPTY_DESIGN, [table]);

it.each([
    ['tables/customer/columns/email', { kind: 'table', id: 't1', tab: 'columns', column: 'c1' }],
    ['tables/sales.customer/columns/c1', { kind: 'table', id: 't1', tab: 'columns', column: 'c1' }],
    ['tables/t1/relations/x', { kind: 'table', id: 't1', tab: 'relations' }],
    ['tables/customer', { kind: 'table', id: 't1' }],
    ['tables/gone', null],
    ['', null],
])('%s is at %o', (path, place) => {
    expect(placeOf(path, design)).toEqual(place);
});
