import { describe, expect, it } from 'vitest';
import type { AppTable } from './app.ts';
import {
    dataQuery,
    everything,
    fromAddress,
    keyOf,
    keyQuery,
    keyText,
    toAddress,
} from './query.ts';

function column(name: string, type: string) {
    return {
        name,
        label: name,
        comment: '',
        type,
        required: false,
        readOnly: false,
        identity: false,
        generated: false,
        default: null,
        choice: null,
    };
}

const customers: AppTable = {
    name: 'customers',
    label: 'Customers',
    comment: '',
    key: ['id'],
    title: 'full name',
    view: false,
    live: false,
    may: { create: true, read: true, update: true, delete: true },
    columns: [column('id', 'bigint'), column('full name', 'text(80)')],
    toOne: [],
    toMany: [],
    validations: [],
};

const items: AppTable = {
    ...customers,
    name: 'items',
    key: ['order', 'line'],
    title: null,
    columns: [column('order', 'bigint'), column('line', 'integer'), column('note', 'text(20)')],
    toOne: [
        {
            name: 'items_order_fkey',
            label: 'Order',
            columns: ['order'],
            target: 'customers',
            targetColumns: ['id'],
        },
    ],
};

const find = (name: string) => (name === 'customers' ? customers : undefined);

describe('the query of a grid', () => {
    it('orders by the whole key, so that pages never overlap', () => {
        const query = dataQuery(
            items,
            { ...everything, sorts: [{ column: 'note', descending: true }] },
            find,
        );
        expect(query.get('order')).toBe('"note".desc,"order".desc,"line".desc');
    });

    it('brings the title of the row pointed at', () => {
        expect(dataQuery(items, everything, find).get('select')).toBe(
            '"order","line","note","→items_order_fkey":"customers"!"items_order_fkey"("id","full name")',
        );
    });

    it('keeps what a person typed from being syntax', () => {
        const filters = [
            { column: 'note', comparison: 'contains' as const, value: '50%_a' },
            { column: 'note', comparison: 'oneOf' as const, value: 'a"b, c' },
        ];
        expect(dataQuery(items, { ...everything, filters }, find).getAll('"note"')).toEqual([
            'ilike.*50\\%\\_a*',
            'in.("a\\"b","c")',
        ]);
    });

    it('searches text, and numbers when a number was typed', () => {
        expect(dataQuery(items, { ...everything, search: '12' }, find).get('or')).toBe(
            '("order".eq.12,"line".eq.12,"note".ilike."*12*")',
        );
    });

    it('comes back from the address of the page', () => {
        const query = {
            filters: [{ column: 'full name', comparison: 'contains' as const, value: 'a.b&c' }],
            sorts: [{ column: 'id', descending: true }],
            search: 'x y',
        };
        expect(fromAddress(customers, new URLSearchParams(toAddress(query)))).toEqual(query);
    });

    it('drops what the table does not have', () => {
        const address = new URLSearchParams('where=gone.equals.1&where=id.shrug.1&sort=gone,-id');
        expect(fromAddress(customers, address)).toEqual({
            filters: [],
            sorts: [{ column: 'id', descending: true }],
            search: '',
        });
    });
});

describe('a composite key', () => {
    it('names all its columns', () => {
        expect(keyQuery(items, { order: '9007199254740993', line: '2' }).toString()).toBe(
            '%22order%22=eq.9007199254740993&%22line%22=eq.2',
        );
    });

    it('survives the address', () => {
        const row = { order: 'a,b', line: '2' };
        expect(keyOf(items, keyText(items, row))).toEqual(row);
    });
});
