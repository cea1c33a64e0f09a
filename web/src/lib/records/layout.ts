import { kindOf, lookupOf, type AppColumn, type AppTable } from './app.ts';

/** Height of a grid's row in pixels; the windowing of the grid counts in it. */
export const rowHeight = 34;

const widths: Record<string, number> = {
    smallint: 90,
    integer: 100,
    bigint: 130,
    decimal: 120,
    real: 110,
    double: 120,
    boolean: 80,
    date: 110,
    time: 100,
    timestamp: 170,
    timestamptz: 170,
    uuid: 290,
    json: 240,
    binary: 120,
    choice: 130,
    longtext: 280,
};

/** How wide a column is until somebody says otherwise, in pixels. */
export function widthOf(column: AppColumn, table: AppTable): number {
    if (lookupOf(table, column.name)) return 190;
    const kind = kindOf(column.type);
    if (kind === 'text') {
        const length = Number(/\d+/.exec(column.type)?.[0] ?? 80);
        return Math.min(260, Math.max(110, length * 5));
    }
    const label = column.label === '' ? column.name : column.label;
    return Math.max(widths[kind] ?? 160, label.length * 7 + 40);
}
