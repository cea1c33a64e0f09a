import { t } from '#lib/i18n/index.ts';
import { withTable, withTables } from '#lib/model/design.ts';
import type { Column, Table } from '#lib/model/documents.ts';
import { freeName } from '#lib/model/names.ts';
import type { Command } from '../Command.ts';

/** Adds columns at the end, or before the one given; names that are taken get a number. */
export function addColumns(table: string, columns: readonly Column[], before?: string): Command {
    return {
        label: t.designer.addColumns(columns.length),
        apply: (design) =>
            withTable(design, table, (old) => {
                const taken = old.columns.map(({ name }) => name);
                const added = columns.map((column) => {
                    const name = freeName(column.name, taken);
                    taken.push(name);
                    return { ...column, name };
                });
                const found = old.columns.findIndex(({ id }) => id === before);
                const at = found < 0 ? old.columns.length : found;
                return { ...old, columns: old.columns.toSpliced(at, 0, ...added) };
            }),
    };
}

/** Adds a column whose name is being typed: it may not be free yet, and undo takes both back. */
export function appendColumn(table: string, column: Column): Command {
    return {
        label: t.designer.addColumns(1),
        merge: `name ${column.id}`,
        apply: (design) =>
            withTable(design, table, (old) => ({ ...old, columns: [...old.columns, column] })),
    };
}

export function changeColumn(table: string, id: string, change: Partial<Column>): Command {
    const properties = Object.keys(change).join(' ');
    return {
        label: 'name' in change ? t.designer.renameColumn : t.designer.changeColumn,
        merge: `${properties} ${id}`,
        apply: (design) =>
            withTable(design, table, (old) => ({
                ...old,
                columns: old.columns.map((column) =>
                    column.id === id ? { ...column, ...change } : column,
                ),
            })),
    };
}

/** Puts the columns in the order of these ids. */
export function orderColumns(table: string, ids: readonly string[]): Command {
    return {
        label: t.designer.moveColumn,
        apply: (design) =>
            withTable(design, table, (old) => {
                const at = (column: Column) => ids.indexOf(column.id);
                return { ...old, columns: old.columns.toSorted((a, b) => at(a) - at(b)) };
            }),
    };
}

/** What a table is without some columns: keys, indexes and relations made of them go, too. */
function withoutColumns(table: Table, gone: Set<string>): Table {
    const holds = (ids: readonly string[]) => ids.some((id) => gone.has(id));
    const key = table.primaryKey;
    return {
        ...table,
        columns: table.columns.filter(({ id }) => !gone.has(id)),
        primaryKey: key && holds(key.columns) ? null : key,
        uniques: table.uniques.filter(({ columns }) => !holds(columns)),
        indexes: table.indexes.filter(
            ({ parts }) => !parts.some(({ column }) => column !== null && gone.has(column)),
        ),
        relations: table.relations.filter(({ columns }) => !holds(columns)),
    };
}

export function removeColumns(table: string, ids: readonly string[]): Command {
    const gone = new Set(ids);
    return {
        label: t.designer.removeColumns(ids.length),
        apply: (design) =>
            withTables(
                design,
                design.model.tables.map((old) => {
                    const own = old.id === table ? withoutColumns(old, gone) : old;
                    const relations = own.relations.filter(
                        ({ target, targetColumns }) =>
                            target !== table || !targetColumns.some((id) => gone.has(id)),
                    );
                    return relations.length === own.relations.length ? own : { ...own, relations };
                }),
            ),
    };
}
