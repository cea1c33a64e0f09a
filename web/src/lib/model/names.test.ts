import { expect, it } from 'vitest';
import { newId } from './id.ts';
import { freeName, labelOf, nameOf } from './names.ts';

it.each([
    ['order_item', 'Order item'],
    ['orderItem', 'Order item'],
    ['customer_id', 'Customer ID'],
    ['id', 'ID'],
    ['größe', 'Größe'],
    ['', ''],
])('%s is read as %s', (name, label) => expect(labelOf(name)).toBe(label));

it.each([
    ['Größe (cm)', 'grosse_cm'],
    ['  First Name ', 'first_name'],
    ['Café #1', 'cafe_1'],
    ['2nd', '_2nd'],
    ['名前', ''],
])('%s becomes the name %s', (text, name) => expect(nameOf(text)).toBe(name));

it('a free name differs from those taken, whatever their case', () => {
    expect(freeName('note', ['a'])).toBe('note');
    expect(freeName('note', ['Note', 'note_2'])).toBe('note_3');
});

it('ids are of twelve signs without those that look alike', () => {
    const ids = Array.from({ length: 500 }, newId);
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
});
