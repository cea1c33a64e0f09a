import { createClient } from '@supabase/supabase-js';
import type { Database } from './database.js';

const db = createClient<Database>('http://localhost/p/shop', 'key');

export async function wrong() {
    await db.from('nothing').select();
    await db.from('customers').insert({ name: 5 });
    await db.from('customers').insert({});
    await db.from('orders').update({ total: 'x' });
    const { data } = await db.from('orders').select('id').single();
    return data!.total;
}
