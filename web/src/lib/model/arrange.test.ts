import { describe, expect, it } from 'vitest';
import { arrange, completed, freePlace } from './arrange.ts';
import { newTable } from './design.ts';
import { EMPTY, type Relation, type Table } from './documents.ts';
import { TABLE_WIDTH, rowMiddle, sides, tableHeight } from './geometry.ts';

function pointing(id: string, ...targets: string[]): Table {
    const relations = targets.map((target, i): Relation => ({
        id: `${id}${i}`,
        name: '',
        label: '',
        inverseLabel: '',
        columns: [],
        target,
        targetColumns: [],
        onDelete: 'noAction',
        onUpdate: 'noAction',
        deferral: 'none',
    }));
    return { ...newTable(id, id), relations };
}

const overlaps = (tables: Table[], places: Map<string, { x: number; y: number }>) =>
    tables.some((a, i) =>
        tables.slice(i + 1).some((b) => {
            const [p, q] = [places.get(a.id), places.get(b.id)];
            if (!p || !q) throw new Error('not placed');
            return (
                p.x < q.x + TABLE_WIDTH &&
                q.x < p.x + TABLE_WIDTH &&
                p.y < q.y + tableHeight(b) &&
                q.y < p.y + tableHeight(a)
            );
        }),
    );

describe('arranging', () => {
    it('gives every table a place of its own, cycles and lone tables too', () => {
        const tables = [
            pointing('a'),
            pointing('b', 'a', 'b'),
            pointing('c', 'd'),
            pointing('d', 'c', 'gone'),
            pointing('e', 'a', 'c'),
            ...Array.from({ length: 20 }, (_, i) => pointing(`lone${i}`)),
        ];
        const places = arrange(tables);
        expect(places.size).toBe(tables.length);
        expect(overlaps(tables, places)).toBe(false);
    });

    it('puts a table to the right of what it points at', () => {
        const places = arrange([pointing('order', 'customer'), pointing('customer')]);
        expect(places.get('order')?.x).toBeGreaterThan(places.get('customer')?.x ?? 0);
    });

    it('of many tables is about as wide as it is high', () => {
        const tables = Array.from({ length: 300 }, (_, i) =>
            i === 0 ? pointing('t0') : pointing(`t${i}`, `t${Math.floor((i - 1) / 12)}`),
        );
        const places = [...arrange(tables).values()];
        expect(overlaps(tables, arrange(tables))).toBe(false);
        const width = Math.max(...places.map(({ x }) => x));
        const height = Math.max(...places.map(({ y }) => y));
        expect(height / width).toBeLessThan(2);
        expect(width / height).toBeLessThan(3);
    });

    it('leaves placed tables where they are', () => {
        const tables = [pointing('a'), pointing('b', 'a')];
        const known = { a: { x: 500, y: 90, color: 'red' } };
        const layout = completed({ model: { ...EMPTY, tables }, layout: known });
        expect(layout.a).toEqual(known.a);
        expect(layout.b?.y).toBeGreaterThan(90);
    });
});

it('a new table covers no other, and stays near', () => {
    const tables = [pointing('a'), pointing('b')];
    const layout = { a: { x: 0, y: 0 }, b: { x: 300, y: 0 } };
    const design = { model: { ...EMPTY, tables }, layout };
    const place = freePlace(design, { x: 20, y: 10 }, 100);
    const all = new Map(Object.entries({ ...layout, c: place }));
    expect(overlaps([...tables, pointing('c')], all)).toBe(false);
    expect(Math.hypot(place.x - 20, place.y - 10)).toBeLessThan(300);
    expect(freePlace(design, { x: 900, y: 900 }, 100)).toEqual({ x: 900, y: 900 });
});

it('a line meets the row of its column', () => {
    const column = { id: 'x' } as Table['columns'][number];
    const table = { ...newTable('t', 't'), columns: [column, { ...column, id: 'y' }] };
    expect(rowMiddle(table, 'y') - rowMiddle(table, 'x')).toBe(26);
    expect(rowMiddle(table, 'gone')).toBeLessThan(rowMiddle(table, 'x'));
});

it('a line leaves on the side of the other table', () => {
    expect(sides({ x: 0, y: 0 }, { x: 600, y: 0 })).toEqual(['right', 'left']);
    expect(sides({ x: 600, y: 0 }, { x: 0, y: 0 })).toEqual(['left', 'right']);
    expect(sides({ x: 0, y: 0 }, { x: 20, y: 400 })).toEqual(['right', 'right']);
});
