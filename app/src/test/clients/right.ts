import { createClient } from '@supabase/supabase-js';
import type { Database, Tables, TablesInsert } from './database.js';

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
    const order: TablesInsert<'orders'> = { customer_id: 1, total, order_tags: [{ tag: 'a' }] };
    const whole = await db.from('orders').insert(order).select().single();
    const row: Tables<'orders'> | null = whole.data;
    const digits = await db.from('orders').select('total::text').single();
    const text: string | undefined = digits.data?.total;
    const sum: number | null = (await db.rpc('add_up', { a: 1 })).data;
    const dear = await db.rpc('dear_orders', { low: 1 }).select('id,customers(name)').gt('id', 1);
    const buyer: string | undefined = dear.data?.[0]?.customers.name;
    const person = await db.from('customers').select('slogan').single();
    const slogan: string | null | undefined = person.data?.slogan;
    return [state, tags, id, row, text, sum, buyer, slogan];
}
