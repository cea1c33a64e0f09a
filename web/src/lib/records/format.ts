import { fieldOf } from '#lib/fields/index.ts';
import type { Value } from '#lib/fields/field.ts';
import { writeJson } from '#lib/api/json.ts';
import { lookupOf, plainText, type AppColumn, type AppTable, type Row, type ToOne } from './app.ts';
import { embedName } from './query.ts';

/** Rows that came along with a row, by the name they were embedded under. */
export type Embedded = Record<string, Row | null>;

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

/** The title of the row that a relation points at, from the rows that came along; null without one. */
export function pointedAt(relation: ToOne, embedded: Embedded | undefined): Value {
    const target = embedded?.[embedName(relation)];
    if (!target) return null;
    const name = Object.keys(target).find((known) => !relation.targetColumns.includes(known));
    return name === undefined ? null : (target[name] ?? null);
}

/** A value on one line as people know it: the title of the row it points at, else the value itself. */
export function shownText(
    column: AppColumn,
    table: AppTable,
    row: Row,
    embedded: Embedded | undefined,
): string {
    const relation = lookupOf(table, column.name);
    const title = relation ? pointedAt(relation, embedded) : null;
    return title === null ? textOf(column, row[column.name] ?? null) : plainText(title);
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
