// What people do with supabase-js, on the project at the address in PLINTH_URL.
import { createClient } from '@supabase/supabase-js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

// Anonymous: whatever is sent as a key is looked up. Nothing here needs a socket.
const anonymously = (url, options) => {
    const headers = new Headers(options.headers);
    headers.delete('apikey');
    headers.delete('authorization');
    return fetch(url, { ...options, headers });
};
const db = createClient(process.env.PLINTH_URL, 'none', {
    auth: { persistSession: false },
    realtime: { transport: class {} },
    global: { fetch: anonymously },
});

/** The rows of an answer, which must have gone well. */
function rows(answer, status) {
    assert.equal(answer.error, null, JSON.stringify(answer.error));
    if (status) assert.equal(answer.status, status);
    return answer.data;
}

const ids = {};

test('rows are inserted', async () => {
    const people = [
        { name: 'Ada', country: 'DE', credit: 5.5, extra: { a: { b: [1, 2] } } },
        { name: 'Bob', country: 'FR', credit: 1, extra: null },
    ];
    const made = rows(await db.from('customers').insert(people).select().order('name'), 201);
    [ids.ada, ids.bob] = made.map((person) => person.id);
    const first = { customer_id: ids.ada, total: 10.25, state: 'new', placed: '2024-02-29' };
    assert.equal(rows(await db.from('orders').insert(first), 201), null);
    const second = await db
        .from('orders')
        .insert({ customer_id: ids.ada, total: 20, state: 'paid' })
        .select('id,total,customers(name)')
        .single();
    assert.equal(rows(second, 201).customers.name, 'Ada');
    rows(await db.from('orders').insert({ customer_id: ids.bob, total: 7 }), 201);
});

test('rows are filtered', async () => {
    const orders = () => db.from('orders').select('id');
    const counts = [
        [orders().eq('state', 'new'), 1],
        [orders().neq('state', 'new'), 1],
        [orders().gt('total', 7).lte('total', 20), 2],
        [orders().in('total', [7, 20]), 2],
        [orders().is('state', null), 1],
        [orders().not('state', 'is', null), 2],
        [orders().or('total.eq.7,and(state.eq.paid,total.gt.1)'), 2],
        [orders().match({ state: 'new', total: 10.25 }), 1],
        [orders().filter('placed', 'gte', '2024-01-01'), 1],
        [db.from('customers').select().like('name', 'A%'), 1],
        [db.from('customers').select().ilike('name', '%b%'), 1],
        [db.from('customers').select().likeAnyOf('name', ['A%', 'B%']), 2],
        [db.from('customers').select().eq('extra->a->b->>1', '2'), 1],
    ];
    for (const [query, count] of counts) assert.equal(rows(await query).length, count, query.url);
});

test('related rows come along', async () => {
    const customers = (columns) => db.from('customers').select(columns).order('name');
    const some = rows(await customers('name,orders(id)').eq('orders.state', 'new'));
    assert.deepEqual(some.map((customer) => customer.orders.length), [1, 0]);
    const inner = await customers('name,orders!inner(id)').eq('orders.state', 'paid');
    assert.equal(rows(inner).length, 1);
    const spread = await db.from('orders').select('total,...customers(buyer:name)').order('total');
    assert.equal(rows(spread)[0].buyer, 'Bob');
    const dearest = await customers('name,orders(total)')
        .order('total', { referencedTable: 'orders', ascending: false })
        .limit(1, { referencedTable: 'orders' });
    assert.deepEqual(rows(dearest)[0].orders, [{ total: 20 }]);
});

test('rows are sorted, paged and counted', async () => {
    const page = await db
        .from('orders')
        .select('*', { count: 'exact' })
        .order('total', { ascending: false, nullsFirst: false })
        .range(0, 1);
    assert.equal(rows(page, 206).length, 2);
    assert.equal(page.count, 3);
    const head = await db.from('orders').select('*', { count: 'exact', head: true });
    assert.equal(head.count, 3);
    const estimate = await db.from('orders').select('*', { count: 'estimated' });
    assert.equal(estimate.count, 3);
    const sum = await db.from('orders').select('total.sum()').single();
    assert.equal(rows(sum).sum, 37.25);
    const csv = await db.from('customers').select('name,country').order('name').csv();
    assert.equal(rows(csv).trim(), 'name,country\nAda,DE\nBob,FR');
});

test('one row is one object', async () => {
    assert.equal(rows(await db.from('orders').select().eq('total', 7).single()).total, 7);
    assert.equal(rows(await db.from('orders').select().eq('total', 8).maybeSingle()), null);
    const several = await db.from('orders').select().single();
    assert.deepEqual([several.status, several.error.code], [406, 'PGRST116']);
});

test('rows are updated and upserted', async () => {
    const off = await db.from('orders').update({ state: 'off' }).eq('total', 7).select();
    assert.equal(rows(off)[0].state, 'off');
    const ada = { name: 'Ada', country: 'IT' };
    const merged = await db.from('customers').upsert(ada, { onConflict: 'name' }).select();
    assert.deepEqual([rows(merged)[0].id, merged.data[0].country], [ids.ada, 'IT']);
    const ignored = { onConflict: 'name', ignoreDuplicates: true };
    rows(await db.from('customers').upsert({ name: 'Ada', country: 'US' }, ignored));
    const order_id = rows(await db.from('orders').select('id').eq('total', 7).single()).id;
    const tags = (note) => [
        { order_id, tag: 'a', note },
        { order_id, tag: 'b', note: null },
    ];
    rows(await db.from('order_tags').upsert(tags('1')));
    rows(await db.from('order_tags').upsert(tags('2')));
    const kept = rows(await db.from('order_tags').select('tag,note').order('tag'));
    assert.deepEqual(kept, [
        { tag: 'a', note: '2' },
        { tag: 'b', note: null },
    ]);
    const many = await db.from('customers').update({ country: 'XX' }).gt('id', 0).maxAffected(1);
    assert.equal(many.error.code, 'PGRST124');
    const now = rows(await db.from('customers').select('country').eq('name', 'Ada').single());
    assert.equal(now.country, 'IT');
});

test('what is wrong has the codes that programs know', async () => {
    const orders = db.from('orders');
    const wrong = [
        [db.from('customers').insert({ name: 'Ada' }), 409, '23505'],
        [db.from('customers').insert({ country: 'DE' }), 400, '23502'],
        [orders.insert({ customer_id: 999999, total: 1 }), 409, '23503'],
        [db.from('nothing').select(), 404, 'PGRST205'],
        [orders.select('nothing'), 400, '42703'],
        [orders.select().eq('total', 'x'), 400, '22P02'],
        [orders.select('x(*)'), 400, 'PGRST200'],
    ];
    for (const [query, status, code] of wrong) {
        const answer = await query;
        assert.deepEqual([answer.status, answer.error.code], [status, code]);
    }
});

test('rows bring the rows that belong to them', async () => {
    const { id: customer_id } = rows(await db.from('customers').select('id').eq('name', 'Bob').single());
    const made = await db
        .from('orders')
        .insert({ customer_id, total: 30, order_tags: [{ tag: 'c' }, { tag: 'd' }] })
        .select('total,order_tags(tag)')
        .order('tag', { referencedTable: 'order_tags' })
        .single();
    assert.deepEqual(rows(made, 201), { total: 30, order_tags: [{ tag: 'c' }, { tag: 'd' }] });
});

test('what some rows leave out gets its default', async () => {
    const some = [{ name: 'Cid' }, { name: 'Dan', credit: 3 }];
    const made = await db.from('customers').insert(some, { defaultToNull: false }).select('credit');
    assert.deepEqual(rows(made).map((row) => row.credit).sort(), [0, 3]);
    const gone = await db.from('customers').delete({ count: 'exact' }).in('name', ['Cid', 'Dan']);
    assert.deepEqual([rows(gone, 204), gone.count], [null, 2]);
});

test('numbers keep their digits as texts', async () => {
    const order = await db.from('orders').select('total::text').eq('total', 10.25).single();
    assert.equal(rows(order).total, '10.25');
});

test('pages beyond the end are told', async () => {
    const beyond = await db.from('orders').select('id', { count: 'exact' }).range(50, 60);
    assert.deepEqual([beyond.status, beyond.error.code], [416, 'PGRST103']);
    const missing = await db.from('orders').select().eq('id', 0).single();
    assert.match(missing.error.details, /0 rows/);
});

test('a request is given up', async () => {
    const { error } = await db.from('orders').select().abortSignal(AbortSignal.abort());
    assert.match(error.message, /abort/i);
});

test('functions are called', { skip: !process.env.PLINTH_URL.endsWith('postgresql') }, async () => {
    assert.equal(rows(await db.rpc('add_up', { a: 1, b: 2 })), 3);
    assert.equal(rows(await db.rpc('add_up', { a: 1 }, { get: true })), 11);
    const dear = db.rpc('dear_orders', { low: 11 }).select('total,customers(name)');
    const expected = [{ total: 20, customers: { name: 'Ada' } }];
    assert.deepEqual(rows(await dear.lt('total', 30).order('total')), expected);
    const count = await db.rpc('dear_orders', { low: 11 }, { head: true, count: 'exact' });
    assert.equal(count.count, 2);
    const shown = await db.from('customers').select('slogan').eq('name', 'Ada').single();
    assert.deepEqual(rows(shown), { slogan: 'Ada!' });
    assert.equal((await db.rpc('nothing')).error.code, 'PGRST202');
});

test('a key says who asks', async () => {
    const settings = { auth: { persistSession: false }, realtime: { transport: class {} } };
    const clerk = createClient(process.env.PLINTH_URL, process.env.PLINTH_KEY, settings);
    assert.equal(rows(await clerk.from('customers').select('id,name').eq('name', 'Ada')).length, 1);
    assert.equal((await clerk.from('customers').select('credit')).error.code, '42703');
    assert.equal((await clerk.from('orders').select()).status, 404);
    assert.equal((await clerk.from('customers').delete().eq('id', ids.ada)).status, 403);
    const nobody = createClient(process.env.PLINTH_URL, 'guess', settings);
    const refused = await nobody.from('customers').select();
    assert.deepEqual([refused.status, refused.error.code], [401, 'PGRST301']);
});

test('rows are deleted', async () => {
    assert.equal(rows(await db.from('orders').delete().eq('state', 'off').select()).length, 1);
    rows(await db.from('orders').delete().gt('id', 0), 204);
    rows(await db.from('customers').delete().gt('id', 0), 204);
});
