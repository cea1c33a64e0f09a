import { SvelteMap } from 'svelte/reactivity';
import { keyText, keyQuery } from './query.ts';
import type { Value } from '#lib/fields/field.ts';
import { same } from './format.ts';
import type { AppTable, Row } from './app.ts';

/** Edits of rows that are not saved yet, by row and column, with what was there before. */
export class Changes {
    readonly #rows = new SvelteMap<string, { row: Row; values: Row }>();
    /** Why values were refused, by row and column. */
    readonly #refusals = new SvelteMap<string, Record<string, string>>();

    constructor(readonly table: AppTable) {}

    /** The number of rows that differ from what the server has. */
    get size(): number {
        return this.#rows.size;
    }

    /** Notes a new value; a value that equals the server's takes the note away. */
    set(row: Row, column: string, value: Value): void {
        const key = keyText(this.table, row);
        const known = this.#rows.get(key);
        this.#refusals.delete(key);
        const values = { ...known?.values, [column]: value };
        const left = Object.entries(values).filter(([name, now]) => !same(row[name], now));
        if (left.length === 0) this.#rows.delete(key);
        else this.#rows.set(key, { row: known?.row ?? row, values: Object.fromEntries(left) });
    }

    has(row: Row, column: string): boolean {
        return column in (this.#rows.get(keyText(this.table, row))?.values ?? {});
    }

    /** What the cell shows: the new value if there is one. */
    value(row: Row, column: string): Value {
        const values = this.#rows.get(keyText(this.table, row))?.values;
        return values && column in values ? (values[column] ?? null) : (row[column] ?? null);
    }

    /** What somebody else made of a value since it was edited here; undefined if nobody did. */
    theirs(row: Row, column: string): Value {
        const edited = this.#rows.get(keyText(this.table, row));
        const now = row[column] ?? null;
        return edited && column in edited.values && !same(edited.row[column] ?? null, now)
            ? now
            : undefined;
    }

    /** Notes why the server refused a row, by column. */
    refuse(key: string, reasons: Record<string, string>): void {
        this.#refusals.set(key, reasons);
    }

    /** Why this value was refused, if it was. */
    refusal(row: Row, column: string): string | undefined {
        return this.#refusals.get(keyText(this.table, row))?.[column];
    }

    /** One update per row: which row, and what is new in it. */
    updates(): { key: string; query: URLSearchParams; values: Row }[] {
        return [...this.#rows.entries()].map(([key, entry]) => ({
            key,
            query: keyQuery(this.table, entry.row),
            values: entry.values,
        }));
    }

    /** Forgets a row once it is saved, or all. */
    clear(key?: string): void {
        if (key === undefined) {
            this.#rows.clear();
            this.#refusals.clear();
        } else {
            this.#rows.delete(key);
            this.#refusals.delete(key);
        }
    }
}
