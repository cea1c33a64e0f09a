import { fieldOf } from '#lib/fields/index.ts';
import type { Value } from '#lib/fields/field.ts';
import { writeJson } from '#lib/api/json.ts';
import { lookupOf, type AppColumn, type AppTable } from './app.ts';

/** Height of a grid's row in pixels; the windowing of the grid counts in it. */
export const rowHeight = 34;

/** A label for a column or table that has none: `unit_price` is "Unit price". */
export function labelOf(item: { name: string; label: string }): string {
    if (item.label !== '') return item.label;
    const words = item.name.replaceAll(/[_-]+/g, ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value on one line, without colour: for lists, titles and the clipboard. */
export function textOf(column: AppColumn, value: Value): string {
    if (value === null || value === undefined) return '';
    const option = column.choice?.options.find((known) => known.value === value);
    return option?.label ? option.label : fieldOf(column.type).text(value, column);
}

/** How wide a column is until somebody says otherwise, in pixels. */
export function widthOf(column: AppColumn, table: AppTable): number {
    if (lookupOf(table, column.name)) return 190;
    return Math.max(fieldOf(column.type).width, labelOf(column).length * 7 + 44);
}

/** Whether two values are the same to the last digit. */
export function same(a: Value, b: Value): boolean {
    return writeJson(a ?? null) === writeJson(b ?? null);
}
