import { t } from '#lib/i18n/index.ts';
import { newTable, tableOf, withTable, withTables, type Design } from '#lib/model/design.ts';
import type { Column, Table } from '#lib/model/documents.ts';
import { newId } from '#lib/model/id.ts';
import { freeName } from '#lib/model/names.ts';
import { newColumn } from '#lib/model/pasted.ts';
import type { Command } from '../Command.ts';

function keyColumn(): Column {
    return { ...newColumn('id', 'bigint'), required: true, identity: 'byDefault' };
}

const names = (design: Design) =>
    [...design.model.tables, ...design.model.views].map((e) => e.name);

/** A table with a numbered key, at this place of the canvas if one is given. */
export function addTable(id: string, place?: { x: number; y: number }): Command {
    const key = keyColumn();
    return {
        label: t.designer.addTable,
        apply: (design) => {
            const table: Table = {
                ...newTable(id, freeName(t.designer.newTableName, names(design))),
                columns: [key],
                primaryKey: { name: '', columns: [key.id] },
            };
            const added = withTables(design, [...design.model.tables, table]);
            return place ? { ...added, layout: { ...added.layout, [id]: place } } : added;
        },
    };
}

type TableProperty = 'name' | 'label' | 'comment' | 'schema';

export function changeTable(id: string, property: TableProperty, value: string): Command {
    return {
        label: property === 'name' ? t.designer.renameTable : t.designer.changeTable,
        merge: `${property} ${id}`,
        apply: (design) => withTable(design, id, (table) => ({ ...table, [property]: value })),
    };
}

/** Takes the relations of other tables that point at them along. */
export function removeTables(ids: readonly string[]): Command {
    const gone = new Set(ids);
    return {
        label: t.designer.removeTables(ids.length),
        apply: (design) =>
            withTables(
                design,
                design.model.tables
                    .filter(({ id }) => !gone.has(id))
                    .map((table) =>
                        table.relations.some(({ target }) => gone.has(target))
                            ? {
                                  ...table,
                                  relations: table.relations.filter(
                                      ({ target }) => !gone.has(target),
                                  ),
                              }
                            : table,
                    ),
            ),
    };
}

/** A table like another, with ids of its own and nothing pointing at it. */
export function duplicateTable(from: string, id: string): Command {
    const ids = new Map<string, string>();
    const fresh = (old: string) => {
        const known = ids.get(old) ?? newId();
        ids.set(old, known);
        return known;
    };
    const all = (old: readonly string[]) => old.map(fresh);
    return {
        label: t.designer.duplicateTable,
        apply: (design) => {
            const table = tableOf(design, from);
            if (!table) return design;
            const again = <T extends { id: string }>(elements: T[]) =>
                elements.map((element) => ({ ...element, id: fresh(element.id) }));
            const copy: Table = {
                ...table,
                id,
                name: freeName(table.name, names(design)),
                columns: again(table.columns),
                // Names of keys and indexes are one of a kind in most databases.
                primaryKey: table.primaryKey && {
                    name: '',
                    columns: all(table.primaryKey.columns),
                },
                uniques: again(table.uniques).map((unique) => ({
                    ...unique,
                    name: '',
                    columns: all(unique.columns),
                })),
                indexes: again(table.indexes).map((index) => ({
                    ...index,
                    name: '',
                    parts: index.parts.map((part) => ({
                        ...part,
                        column: part.column && fresh(part.column),
                    })),
                })),
                checks: again(table.checks).map((check) => ({ ...check, name: '' })),
                relations: again(table.relations).map((relation) => ({
                    ...relation,
                    name: '',
                    columns: all(relation.columns),
                    target: relation.target === table.id ? id : relation.target,
                    targetColumns:
                        relation.target === table.id
                            ? all(relation.targetColumns)
                            : relation.targetColumns,
                })),
                triggers: [],
            };
            const place = design.layout[from];
            const added = withTables(design, [...design.model.tables, copy]);
            if (!place) return added;
            const beside = { ...place, x: place.x + 40, y: place.y + 40 };
            return { ...added, layout: { ...added.layout, [id]: beside } };
        },
    };
}
