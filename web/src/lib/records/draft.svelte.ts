import type { Value } from '#lib/fields/field.ts';
import { fieldOf } from '#lib/fields/index.ts';
import { same, type Embedded } from './format.ts';
import type { Problem } from '#lib/api/problem.ts';
import type { AppColumn, AppTable, Row } from './app.ts';
import { t } from '#lib/i18n/index.ts';

/** A row while somebody fills in its form. */
export class Draft {
    values = $state<Row>({});
    /** What is wrong, by column; columns under '' are of the row as a whole. */
    errors = $state<Record<string, string>>({});
    /** Columns somebody has been to, whose mistakes may be shown. */
    touched = $state<Record<string, boolean>>({});
    /** What is there without this form: the saved row, or what the database fills in. */
    readonly #before: Row;
    /** What the form began with. */
    readonly #start: Row;

    constructor(
        readonly table: AppTable,
        /** The row as it is saved; null for a new one. */
        readonly saved: Row | null,
        preset: Row = {},
        /** The rows it points at, by the name they were embedded under. */
        readonly embedded: Embedded = {},
    ) {
        this.#before = saved ?? defaultsOf(table);
        this.#start = saved ?? { ...this.#before, ...preset };
        this.values = { ...this.#start };
    }

    /** The columns a person may fill in here. */
    get columns(): AppColumn[] {
        return this.table.columns.filter(
            (column) =>
                !column.generated &&
                !column.readOnly &&
                !column.identity &&
                !(this.saved && this.table.key.includes(column.name)),
        );
    }

    value(column: string): Value {
        return this.values[column] ?? null;
    }

    set(column: string, value: Value): void {
        this.values[column] = value;
        if (this.errors[column]) this.errors = { ...this.errors, [column]: '' };
    }

    /** Only what differs from what is saved, so that others' changes of other columns stay. */
    get changed(): Row {
        return Object.fromEntries(
            this.columns
                .filter((column) => !same(this.value(column.name), this.#before[column.name]))
                .map((column) => [column.name, this.value(column.name)]),
        );
    }

    get isDirty(): boolean {
        return this.columns.some(({ name }) => !same(this.value(name), this.#start[name]));
    }

    /** Puts what the server refused at the columns it names; the answer is what names none of the form. */
    refuse(problems: readonly Problem[]): Problem[] {
        const errors: Record<string, string> = {};
        const rest = problems.filter(({ path, message }) => {
            const named = path
                .split(', ')
                .filter((name) => this.columns.some((column) => column.name === name));
            for (const name of named) errors[name] = [errors[name], message].join(' ').trim();
            return named.length === 0;
        });
        this.errors = errors;
        return rest;
    }

    /** Checks what can be checked here; the server checks all of it again. */
    check(): boolean {
        const errors: Record<string, string> = {};
        for (const column of this.columns) {
            const problem = problemOf(column, this.value(column.name), this.saved === null);
            if (problem !== '') errors[column.name] = problem;
            this.touched[column.name] = true;
        }
        for (const [column, problem] of Object.entries(this.errors)) {
            if (problem !== '' && problem !== t.records.required) errors[column] = problem;
        }
        this.errors = errors;
        return Object.keys(errors).length === 0;
    }
}

/** The defaults that are plain values; what the database works out is not known here. */
function defaultsOf(table: AppTable): Row {
    const row: Row = {};
    for (const column of table.columns) {
        const { value } = (column.default ?? {}) as { value?: string };
        const reading = value === undefined ? null : fieldOf(column.type).read(value, column);
        if (reading && 'value' in reading) row[column.name] = reading.value;
    }
    return row;
}

/** What was typed has been read by the field already; left is what only the whole row knows. */
function problemOf(column: AppColumn, value: Value, isNew: boolean): string {
    const filledIn = isNew && column.default !== null;
    return column.required && !filledIn && (value === null || value === undefined)
        ? t.records.required
        : '';
}
