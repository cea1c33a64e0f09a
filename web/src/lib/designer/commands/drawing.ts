import { t } from '#lib/i18n/index.ts';
import { arrange } from '#lib/model/arrange.ts';
import type { Place } from '#lib/model/design.ts';
import type { Command } from '../Command.ts';

export function placeTables(places: Record<string, { x: number; y: number }>): Command {
    return {
        label: t.designer.moveTables,
        apply: (design) => ({
            ...design,
            layout: {
                ...design.layout,
                ...Object.fromEntries(
                    Object.entries(places).map(([id, { x, y }]): [string, Place] => [
                        id,
                        { ...design.layout[id], x: Math.round(x), y: Math.round(y) },
                    ]),
                ),
            },
        }),
    };
}

export function colorTables(ids: readonly string[], color: string | null): Command {
    return {
        label: t.designer.colorTables,
        apply: (design) => ({
            ...design,
            layout: {
                ...design.layout,
                ...Object.fromEntries(
                    ids.map((id): [string, Place] => [
                        id,
                        { ...(design.layout[id] ?? { x: 0, y: 0 }), color },
                    ]),
                ),
            },
        }),
    };
}

/** A new place for every table, by who points at whom. */
export function arrangeAll(): Command {
    return {
        label: t.designer.arrange,
        apply: (design) =>
            placeTables(Object.fromEntries(arrange(design.model.tables))).apply(design),
    };
}
