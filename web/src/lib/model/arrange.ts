import { Graph, layout } from '@dagrejs/dagre';
import type { Design, Place } from './design.ts';
import type { Table } from './documents.ts';
import { TABLE_WIDTH, tableHeight } from './geometry.ts';

const GAP = 64;
const NODE_GAP = 36;
const LAYER_GAP = 88;

interface Block {
    places: Map<string, { x: number; y: number }>;
    width: number;
    height: number;
}

/** Tables that are connected, directly or not, belong together. */
function groups(tables: readonly Table[]): Table[][] {
    const known = new Map(tables.map((table) => [table.id, table]));
    const neighbours = new Map<string, string[]>(tables.map(({ id }) => [id, []]));
    for (const table of tables) {
        for (const { target } of table.relations) {
            if (!known.has(target)) continue;
            neighbours.get(table.id)?.push(target);
            neighbours.get(target)?.push(table.id);
        }
    }
    const seen = new Set<string>();
    return tables.flatMap((table) => {
        if (seen.has(table.id)) return [];
        seen.add(table.id);
        const ids = [table.id];
        // The list grows while it is read, until nobody new is reached.
        for (const id of ids) {
            for (const next of neighbours.get(id) ?? []) {
                if (seen.has(next)) continue;
                seen.add(next);
                ids.push(next);
            }
        }
        return [ids.flatMap((id) => known.get(id) ?? [])];
    });
}

/** Tables that others point at come to the left of those. */
function arrangeGroup(tables: Table[]): Block {
    const graph = new Graph();
    graph.setGraph({
        rankdir: 'RL',
        nodesep: NODE_GAP,
        ranksep: LAYER_GAP,
        ranker: 'longest-path',
    });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const table of tables) {
        graph.setNode(table.id, { width: TABLE_WIDTH, height: tableHeight(table) });
    }
    for (const table of tables) {
        for (const { target } of table.relations) {
            if (target !== table.id && graph.hasNode(target)) graph.setEdge(table.id, target);
        }
    }
    layout(graph);
    return blockOf(
        tables,
        reflowed(tables, (id) => graph.node(id) as { x: number; y: number }),
    );
}

function blockOf(tables: Table[], places: Block['places']): Block {
    let width = 0;
    let height = 0;
    for (const table of tables) {
        const { x, y } = places.get(table.id) ?? { x: 0, y: 0 };
        width = Math.max(width, x + TABLE_WIDTH);
        height = Math.max(height, y + tableHeight(table));
    }
    return { places, width, height };
}

/**
 * Corners from the middles that the layout gave. Layers of a large model are far higher than a screen,
 * so those are broken into columns side by side.
 */
function reflowed(tables: Table[], middle: (id: string) => { x: number; y: number }) {
    const area = tables.reduce(
        (sum, table) => sum + (TABLE_WIDTH + GAP) * (tableHeight(table) + NODE_GAP),
        0,
    );
    const limit = Math.max(1400, Math.sqrt(area / 1.5));
    const places: Block['places'] = new Map();
    const layers = [...Map.groupBy(tables, ({ id }) => Math.round(middle(id).x))];
    let x = 0;
    for (const [, layer] of layers.sort(([a], [b]) => a - b)) {
        const ordered = layer.toSorted((a, b) => middle(a.id).y - middle(b.id).y);
        const top = (table: Table) => Math.round(middle(table.id).y - tableHeight(table) / 2);
        const last = ordered.at(-1);
        if (last && top(last) + tableHeight(last) <= limit) {
            for (const table of ordered) places.set(table.id, { x, y: top(table) });
        } else {
            x = stacked(ordered, x, limit, places);
        }
        x += TABLE_WIDTH + LAYER_GAP;
    }
    return places;
}

/** Fills columns from the top, and tells where the last of them is. */
function stacked(tables: Table[], left: number, limit: number, places: Block['places']): number {
    let x = left;
    let y = 0;
    for (const table of tables) {
        if (y > 0 && y + tableHeight(table) > limit) {
            x += TABLE_WIDTH + GAP;
            y = 0;
        }
        places.set(table.id, { x, y });
        y += tableHeight(table) + NODE_GAP;
    }
    return x;
}

/** Puts blocks side by side in rows, so that all of them make about the shape of a screen. */
function pack(blocks: Block[]): Map<string, { x: number; y: number }> {
    const area = blocks.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
    const widest = Math.max(0, ...blocks.map(({ width }) => width));
    const limit = Math.max(widest, Math.sqrt(area * 1.8));
    const places = new Map<string, { x: number; y: number }>();
    let x = 0;
    let y = 0;
    let tallest = 0;
    for (const block of blocks) {
        if (x > 0 && x + block.width > limit) {
            x = 0;
            y += tallest + GAP;
            tallest = 0;
        }
        for (const [id, place] of block.places) places.set(id, { x: x + place.x, y: y + place.y });
        x += block.width + GAP;
        tallest = Math.max(tallest, block.height);
    }
    return places;
}

/** A place for each of these tables, by who points at whom. */
export function arrange(tables: readonly Table[]): Map<string, { x: number; y: number }> {
    const blocks = groups(tables).map(arrangeGroup);
    return pack(blocks.sort((a, b) => b.height * b.width - a.height * a.width));
}

/** The place next to the wanted one where a table of this height covers no other. */
export function freePlace(
    { model, layout: known }: Design,
    wanted: { x: number; y: number },
    height: number,
): { x: number; y: number } {
    const gap = 24;
    const covers = (x: number, y: number) =>
        model.tables.some((table) => {
            const place = known[table.id];
            return (
                place &&
                x < place.x + TABLE_WIDTH + gap &&
                place.x < x + TABLE_WIDTH + gap &&
                y < place.y + tableHeight(table) + gap &&
                place.y < y + height + gap
            );
        });
    // Rings around the wanted place, each a little farther out.
    for (let ring = 0; ; ring++) {
        for (let step = 0; step < Math.max(1, ring * 8); step++) {
            const angle = (step / Math.max(1, ring * 8)) * 2 * Math.PI;
            const x = Math.round(wanted.x + Math.cos(angle) * ring * 60);
            const y = Math.round(wanted.y + Math.sin(angle) * ring * 60);
            if (!covers(x, y)) return { x, y };
        }
    }
}

/** The layout with a place for the tables that have none: below all others. */
export function completed({ model, layout: known }: Design): Readonly<Record<string, Place>> {
    const missing = model.tables.filter(({ id }) => !known[id]);
    if (missing.length === 0) return known;
    const placed = model.tables.flatMap((table) => {
        const place = known[table.id];
        return place ? [place.y + tableHeight(table)] : [];
    });
    const top = placed.length > 0 ? Math.max(...placed) + GAP : 0;
    const added = [...arrange(missing)].map(([id, { x, y }]) => [id, { x, y: y + top }] as const);
    return { ...known, ...Object.fromEntries(added) };
}
