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
    const either = { '@or': { 'name@eq': 'Dan', 'id@lt': ids[1] }, country: 'DE' };
    const some = (await admin.getList('customers', list(either))).data;
    assert.deepEqual(some.map((person) => person.name), ['Dan', 'Cid']);
    const last = { ...list({ country: 'DE' }, 2), meta: { columns: ['id', 'name'] } };
    last.pagination.page = 2;
    assert.deepEqual((await admin.getList('customers', last)).data, [{ id: ids[0], name: 'Cid' }]);
    const embedded = { ...list({ 'total@gt': 1 }), meta: { embed: ['customers'] } };
    assert.equal((await admin.getList('orders', embedded)).data[0].customers.name, 'Cid');
    assert.equal((await admin.getMany('customers', { ids })).data.length, 3);
    const of = { target: 'customer_id', id: ids[0], ...list({}) };
    assert.equal((await admin.getManyReference('orders', of)).total, 1);
});

test('records are changed', async () => {
    const change = { id: ids[0], data: { country: 'FR' }, previousData: { id: ids[0] } };
    assert.equal((await admin.update('customers', change)).data.country, 'FR');
    await admin.updateMany('customers', { ids, data: { country: 'IT' } });
    assert.equal((await admin.getOne('customers', { id: ids[2] })).data.country, 'IT');
    await assert.rejects(admin.getOne('customers', { id: 0 }), { status: 406 });
    await assert.rejects(admin.create('customers', { data: { name: 'Eve' } }), { status: 409 });
});

test('keys may be of several columns', async () => {
    const data = { order_id: order.id, tag: 'x', note: 'a' };
    const tag = (await admin.create('order_tags', { data })).data;
    const change = { id: tag.id, data: { note: 'b' }, previousData: tag };
    assert.equal((await admin.update('order_tags', change)).data.note, 'b');
    assert.equal((await admin.getMany('order_tags', { ids: [tag.id] })).data[0].note, 'b');
    const second = (await admin.create('order_tags', { data: { ...data, tag: 'y' } })).data;
    const both = [tag.id, second.id];
    assert.equal((await admin.getMany('order_tags', { ids: both })).data.length, 2);
    const sorted = await admin.getList('order_tags', list({ order_id: order.id }));
    assert.deepEqual(sorted.data.map((row) => row.id), both.toReversed());
    await admin.updateMany('order_tags', { ids: both, data: { note: 'c' } });
    assert.equal((await admin.getOne('order_tags', { id: second.id })).data.note, 'c');
    await admin.delete('order_tags', { id: tag.id, previousData: tag });
    assert.deepEqual((await admin.deleteMany('order_tags', { ids: [second.id] })).data, [second.id]);
});

test('records are removed', async () => {
    await admin.delete('orders', { id: order.id, previousData: order });
    await admin.deleteMany('customers', { ids });
    assert.equal((await admin.getMany('customers', { ids })).data.length, 0);
});
