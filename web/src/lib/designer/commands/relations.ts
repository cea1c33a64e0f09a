import { t } from '#lib/i18n/index.ts';
import { newTable, tableOf, withTable, withTables, type Design } from '#lib/model/design.ts';
import type { Column, Relation, Table } from '#lib/model/documents.ts';
import { newId } from '#lib/model/id.ts';
import { freeName } from '#lib/model/names.ts';
import { newColumn } from '#lib/model/pasted.ts';
import type { Command } from '../Command.ts';

/** One end of a line that was drawn: a table, and the column if it began or ended at one. */
export interface End {
    table: string;
    column?: string;
}

const key = (table: Table) => table.primaryKey?.columns ?? [];

const isKey = (table: Table, column: string | undefined) =>
    column !== undefined && key(table).length === 1 && key(table)[0] === column;

/** A column that takes the values of one in another table. */
function pointer(from: Table, to: Table, column: Column): Column {
    const name =
        column.name === 'id' || key(to).length < 2 ? `${to.name}_${column.name}` : column.name;
    return {
        ...newColumn(
            freeName(
                name,
                from.columns.map((taken) => taken.name),
            ),
            column.type,
        ),
        required: false,
    };
}

function relation(columns: string[], target: string, targetColumns: string[]): Relation {
    return {
        id: newId(),
        name: '',
        label: '',
        inverseLabel: '',
        columns,
        target,
        targetColumns,
        onDelete: 'noAction',
        onUpdate: 'noAction',
        deferral: 'none',
    };
}

/** The table with a relation to another, and with the columns it needs where it lacks them. */
function pointingAt(from: Table, to: Table, column?: string, targetColumn?: string): Table {
    const targets = targetColumn ? [targetColumn] : key(to);
    let table = from;
    const columns = targets.map((target, i) => {
        if (i === 0 && column) return column;
        const model = to.columns.find(({ id }) => id === target);
        const made = pointer(table, to, model ?? newColumn('id', 'bigint'));
        table = { ...table, columns: [...table.columns, made] };
        return made.id;
    });
    const added = relation(columns, to.id, [...targets]);
    return { ...table, relations: [...table.relations, added] };
}

/**
 * A line drawn from one table to another. Drawn from a key, the other table points here; else this one
 * points there: at the column the line ends on, or at the key.
 */
export function relate(from: End, to: End): Command {
    return {
        label: t.designer.addRelation,
        apply: (design) => {
            const [a, b] = [tableOf(design, from.table), tableOf(design, to.table)];
            if (!a || !b) return design;
            if (isKey(a, from.column) && !isKey(b, to.column)) {
                return withTable(design, b.id, () => pointingAt(b, a, to.column));
            }
            if (key(b).length === 0 && !to.column) return design;
            const target = to.column && !key(b).includes(to.column) ? to.column : undefined;
            return withTable(design, a.id, () => pointingAt(a, b, from.column, target));
        },
    };
}

/** A relation of chosen columns. */
export function addRelation(table: string, target: string): Command {
    return relate({ table }, { table: target });
}

/** Many to many: a table between both, whose key is made of both keys. */
export function addJunction(a: string, b: string, id: string): Command {
    return {
        label: t.designer.addJunction,
        apply: (design) => {
            const [first, second] = [tableOf(design, a), tableOf(design, b)];
            if (!first || !second || key(first).length === 0 || key(second).length === 0) {
                return design;
            }
            const name = freeName(`${first.name}_${second.name}`, tableNames(design));
            const both = pointingAt(pointingAt(newTable(id, name), first), second);
            const junction: Table = {
                ...both,
                columns: both.columns.map((column) => ({ ...column, required: true })),
                primaryKey: { name: '', columns: both.columns.map((column) => column.id) },
                relations: both.relations.map((made) => ({ ...made, onDelete: 'cascade' })),
            };
            return withTables(design, [...design.model.tables, junction]);
        },
    };
}

const tableNames = (design: Design) => design.model.tables.map(({ name }) => name);

export function changeRelation(table: string, id: string, change: Partial<Relation>): Command {
    return {
        label: t.designer.changeRelation,
        merge: `${Object.keys(change).join(' ')} ${id}`,
        apply: (design) =>
            withTable(design, table, (old) => ({
                ...old,
                relations: old.relations.map((known) =>
                    known.id === id ? { ...known, ...change } : known,
                ),
            })),
    };
}

export function removeRelation(table: string, id: string): Command {
    return {
        label: t.designer.removeRelation,
        apply: (design) =>
            withTable(design, table, (old) => ({
                ...old,
                relations: old.relations.filter((known) => known.id !== id),
            })),
    };
}
