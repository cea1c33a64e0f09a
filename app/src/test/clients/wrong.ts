import { createClient } from '@supabase/supabase-js';
import type { Database } from './database.js';

const db = createClient<Database>('http://localhost/p/shop', 'key');

export async function wrong() {
    await db.from('nothing').select();
    await db.from('customers').insert({ name: 5 });
    await db.from('customers').insert({});
    await db.from('orders').update({ total: 'x' });
    const { data } = await db.from('orders').select('id').single();
    data!.total;
    await db.from('orders').insert({ customer_id: 1, total: 1, order_tags: [{ tag: 5 }] });
    await db.from('orders').update({ total: null });
    await db.rpc('add_up', { a: 'x' });
    const person = await db.from('customers').select().single();
    person.data!.slogan;
    person.data!.country.length;
}
