import { t } from '#lib/i18n/index.ts';
import type { Column, Model, Table } from './documents.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

interface Element {
    id: string;
    name: string;
}

/** Pairs elements by id: what is new, what is gone, what is there before and after. */
function paired<T extends Element>(before: readonly T[], after: readonly T[]) {
    const old = new Map(before.map((element) => [element.id, element]));
    const left = new Set(after.map(({ id }) => id));
    return {
        added: after.filter(({ id }) => !old.has(id)),
        removed: before.filter(({ id }) => !left.has(id)),
        kept: after.flatMap((now): [T, T][] => {
            const was = old.get(now.id);
            return was && !same(was, now) ? [[was, now]] : [];
        }),
    };
}

function columnChanges(table: string, was: Column, now: Column): string[] {
    const changes: string[] = [];
    const name = `${table}.${now.name}`;
    if (was.name !== now.name) {
        changes.push(t.revisions.renamed(`${table}.${was.name}`, now.name));
    }
    if (was.type !== now.type) changes.push(t.revisions.retyped(name, was.type, now.type));
    if (was.required !== now.required) {
        changes.push(now.required ? t.revisions.required(name) : t.revisions.optional(name));
    }
    return changes.length > 0 ? changes : [t.revisions.changed(name)];
}

const PARTS = ['primaryKey', 'uniques', 'indexes', 'checks', 'relations', 'triggers'] as const;

function tableChanges(was: Table, now: Table): string[] {
    const changes: string[] = [];
    if (was.name !== now.name) changes.push(t.revisions.renamed(was.name, now.name));
    const columns = paired(was.columns, now.columns);
    changes.push(
        ...columns.added.map(({ name }) => t.revisions.added(`${now.name}.${name}`)),
        ...columns.removed.map(({ name }) => t.revisions.removed(`${now.name}.${name}`)),
        ...columns.kept.flatMap(([before, after]) => columnChanges(now.name, before, after)),
    );
    for (const part of PARTS) {
        if (!same(was[part], now[part])) {
            changes.push(t.revisions.part(t.revisions.parts[part], now.name));
        }
    }
    return changes.length > 0 ? changes : [t.revisions.changed(now.name)];
}

/** What happened between two states of a model, one sentence each. */
export function describedChanges(before: Model, after: Model): string[] {
    const tables = paired(before.tables, after.tables);
    const others = [
        paired<Element>(before.views, after.views),
        paired<Element>(before.choices, after.choices),
    ];
    return [
        ...tables.added.map(({ name }) => t.revisions.added(name)),
        ...tables.removed.map(({ name }) => t.revisions.removed(name)),
        ...tables.kept.flatMap(([was, now]) => tableChanges(was, now)),
        ...others.flatMap(({ added, removed, kept }) => [
            ...added.map(({ name }) => t.revisions.added(name)),
            ...removed.map(({ name }) => t.revisions.removed(name)),
            ...kept.map(([was, now]) =>
                was.name === now.name
                    ? t.revisions.changed(now.name)
                    : t.revisions.renamed(was.name, now.name),
            ),
        ]),
    ];
}
