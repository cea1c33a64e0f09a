import type { KeptAnswer } from '#lib/api/kept.ts';
import { t } from '#lib/i18n/index.ts';
import { tableOf, withTables, type Design } from '#lib/model/design.ts';
import type { Table } from '#lib/model/documents.ts';
import { freeName } from '#lib/model/names.ts';
import type { Command } from '../Command.ts';
import { addColumns } from './columns.ts';

export type Kept = KeptAnswer<Table>;

/** How what is kept stands to a design: there again, wanted by nothing, or without its table. */
export type Standing = 'there' | 'away' | 'needsTable';

export function standing(kept: Kept, design: Design): Standing {
    const table = tableOf(design, kept.origin.id);
    if (kept.column === null) return table ? 'there' : 'away';
    if (!table) return 'needsTable';
    return table.columns.some(({ id }) => id === kept.column) ? 'there' : 'away';
}

/**
 * Puts it into the design with its id, by which the next deployment knows it. A name that is taken
 * gets a number.
 */
export function bringBack(kept: Kept): Command {
    const label = t.kept.bringBackOf(kept.title);
    return {
        label,
        apply: (design) => {
            if (standing(kept, design) !== 'away') return design;
            const columns = kept.origin.columns.filter(({ id }) => id === kept.column);
            return kept.column === null
                ? withTables(design, [...design.model.tables, fitting(kept.origin, design)])
                : addColumns(kept.origin.id, columns).apply(design);
        },
    };
}

/** What the table pointed at may be gone. */
function fitting(table: Table, design: Design): Table {
    const there = new Set([table.id, ...design.model.tables.map(({ id }) => id)]);
    const { tables, views } = design.model;
    return {
        ...table,
        name: freeName(
            table.name,
            [...tables, ...views].map(({ name }) => name),
        ),
        relations: table.relations.filter(({ target }) => there.has(target)),
    };
}
