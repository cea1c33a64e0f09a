import { createClient } from '@supabase/supabase-js';
import type { Database, Enums } from './shop.js';

const db = createClient<Database>('http://localhost/p/shop', 'key');

export async function choices() {
    const state: Enums<'order_state'> = 'off';
    await db.from('orders').update({ state });
    // @ts-expect-error No such state.
    await db.from('orders').update({ state: 'lost' });
    await db.from('tasks').insert({ title: 'a' });
    // @ts-expect-error The database computes it.
    await db.from('tasks').insert({ title: 'a', doubled: 'aa' });
    // @ts-expect-error A line needs its product.
    await db.from('lines').insert({ order_id: 1, line_no: 1, quantity: 1 });
    const { data } = await db.from('people').select('name,people!people_boss(name)').single();
    return data?.name;
}
