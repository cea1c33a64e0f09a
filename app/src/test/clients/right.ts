import { createClient } from '@supabase/supabase-js';
import type { Database } from './database.js';

const db = createClient<Database>('http://localhost/p/shop', 'key');

export async function right() {
    const { data, error } = await db
        .from('orders')
        .select('id,total,state,customers!orders_customer(name),order_tags(tag)')
        .eq('state', 'new')
        .limit(3);
    if (error) throw error;
    const total: number = data[0]!.total;
    const state: string | null = data[0]!.state;
    const name: string = data[0]!.customers.name;
    const tags: string[] = data[0]!.order_tags.map((row) => row.tag);
    const made = await db.from('customers').insert({ name }).select().single();
    const id: number | undefined = made.data?.id;
    await db.from('orders').update({ placed: null }).gt('id', 0).maxAffected(1);
    return [total, state, tags, id];
}
