// What react-admin asks its provider for PostgREST, on the project at the address in PLINTH_URL.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const { default: provider, defaultPrimaryKeys, defaultSchema } = require('@raphiniert/ra-data-postgrest');
const { fetchUtils } = require('ra-core');

const admin = provider({
    apiUrl: `${process.env.PLINTH_URL}/rest/v1`,
    httpClient: fetchUtils.fetchJson,
    defaultListOp: 'eq',
    primaryKeys: new Map([...defaultPrimaryKeys, ['order_tags', ['order_id', 'tag']]]),
    schema: defaultSchema,
});

const list = (filter, perPage = 10) => ({
    pagination: { page: 1, perPage },
    sort: { field: 'id', order: 'DESC' },
    filter,
});
const ids = [];
let order;

test('records are made', async () => {
    for (const name of ['Cid', 'Dan', 'Eve']) {
        ids.push((await admin.create('customers', { data: { name, country: 'DE' } })).data.id);
    }
    order = (await admin.create('orders', { data: { customer_id: ids[0], total: 3 } })).data;
});

test('records are listed', async () => {
    const page = await admin.getList('customers', list({ country: 'DE' }, 2));
    assert.deepEqual([page.data.length, page.total], [2, 3]);
    const found = await admin.getList('customers', list({ 'name@ilike': 'ev*', 'id@gte': ids[0] }));
    assert.deepEqual(found.data.map((person) => person.name), ['Eve']);
    assert.equal((await admin.getMany('customers', { ids })).data.length, 3);
    const of = { target: 'customer_id', id: ids[0], ...list({}) };
    assert.equal((await admin.getManyReference('orders', of)).total, 1);
});

test('records are changed', async () => {
    const change = { id: ids[0], data: { country: 'FR' }, previousData: { id: ids[0] } };
    assert.equal((await admin.update('customers', change)).data.country, 'FR');
    await admin.updateMany('customers', { ids, data: { country: 'IT' } });
    assert.equal((await admin.getOne('customers', { id: ids[2] })).data.country, 'IT');
});

test('keys may be of several columns', async () => {
    const data = { order_id: order.id, tag: 'x', note: 'a' };
    const tag = (await admin.create('order_tags', { data })).data;
    const change = { id: tag.id, data: { note: 'b' }, previousData: tag };
    assert.equal((await admin.update('order_tags', change)).data.note, 'b');
    assert.equal((await admin.getMany('order_tags', { ids: [tag.id] })).data[0].note, 'b');
    await admin.delete('order_tags', { id: tag.id, previousData: tag });
});

test('records are removed', async () => {
    await admin.delete('orders', { id: order.id, previousData: order });
    await admin.deleteMany('customers', { ids });
    assert.equal((await admin.getMany('customers', { ids })).data.length, 0);
});
