import { t } from '#lib/i18n/index.ts';
import { withTable } from '#lib/model/design.ts';
import type { Check, Index, Table, UniqueKey } from '#lib/model/documents.ts';
import { newId } from '#lib/model/id.ts';
import type { Command } from '../Command.ts';

/** Makes the primary key of these columns, in this order, or takes it away. Its columns are required. */
export function setPrimaryKey(table: string, columns: readonly string[]): Command {
    return {
        label: t.designer.changeKey,
        apply: (design) =>
            withTable(design, table, (old) => ({
                ...old,
                primaryKey:
                    columns.length === 0
                        ? null
                        : { name: old.primaryKey?.name ?? '', columns: [...columns] },
                columns: old.columns.map((column) =>
                    columns.includes(column.id) && !column.required
                        ? { ...column, required: true }
                        : column,
                ),
            })),
    };
}

/** Whether no two rows may have the same value in this column alone. */
export function isUnique(table: Table, column: string): boolean {
    return table.uniques.some(({ columns }) => columns.length === 1 && columns[0] === column);
}

export function setUnique(table: string, column: string, unique: boolean): Command {
    const made: UniqueKey = {
        id: newId(),
        name: '',
        columns: [column],
        nullsDistinct: true,
        deferral: 'none',
    };
    return {
        label: t.designer.changeUnique,
        apply: (design) =>
            withTable(design, table, (old) => {
                if (isUnique(old, column) === unique) return old;
                const others = old.uniques.filter(
                    ({ columns }) => columns.length !== 1 || columns[0] !== column,
                );
                return { ...old, uniques: unique ? [...old.uniques, made] : others };
            }),
    };
}

/** The parts of a table that are lists of elements with an id, and change alike. */
interface Parts {
    uniques: UniqueKey;
    indexes: Index;
    checks: Check;
}

export function addPart<K extends keyof Parts>(table: string, kind: K, part: Parts[K]): Command {
    return {
        label: t.designer.addPart[kind],
        apply: (design) =>
            withTable(design, table, (old) => ({ ...old, [kind]: [...old[kind], part] })),
    };
}

export function changePart<K extends keyof Parts>(
    table: string,
    kind: K,
    id: string,
    change: Partial<Parts[K]>,
): Command {
    return {
        label: t.designer.changePart[kind],
        merge: `${Object.keys(change).join(' ')} ${id}`,
        apply: (design) =>
            withTable(design, table, (old) => ({
                ...old,
                [kind]: old[kind].map((part) => (part.id === id ? { ...part, ...change } : part)),
            })),
    };
}

export function removePart(table: string, kind: keyof Parts, id: string): Command {
    return {
        label: t.designer.removePart[kind],
        apply: (design) =>
            withTable(design, table, (old) => ({
                ...old,
                [kind]: (old[kind] as { id: string }[]).filter((part) => part.id !== id),
            })),
    };
}
