import type { Place } from './design.ts';
import type { Table } from './documents.ts';

/** How tables are drawn. The canvas computes with these instead of measuring a thousand tables. */
export const TABLE_WIDTH = 248;
export const HEAD_HEIGHT = 37;
export const ROW_HEIGHT = 26;
const FOOT = 5;

export function tableHeight(table: Table): number {
    return HEAD_HEIGHT + Math.max(1, table.columns.length) * ROW_HEIGHT + FOOT;
}

/** The middle of a column's row, from the top of its table; of the head when there is no such column. */
export function rowMiddle(table: Table, column: string | undefined): number {
    const row = table.columns.findIndex(({ id }) => id === column);
    return row < 0 ? HEAD_HEIGHT / 2 : HEAD_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2;
}

export type Side = 'left' | 'right';

/** The sides at which a line between two tables leaves and arrives so that it is short. */
export function sides(from: Place, to: Place): [Side, Side] {
    const gap = 32;
    if (to.x >= from.x + TABLE_WIDTH + gap) return ['right', 'left'];
    if (to.x + TABLE_WIDTH + gap <= from.x) return ['left', 'right'];
    return to.x < from.x ? ['left', 'left'] : ['right', 'right'];
}
