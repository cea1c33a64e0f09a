import type { Design, Place } from './design.ts';
import type { Choice, Model, Table, View } from './documents.ts';

/**
 * What differs between two designs, as whole documents: what the server is sent, what undo keeps, and
 * by which two people's work is put together.
 */
export interface Edit {
    put: { tables: Table[]; views: View[]; choices: Choice[] };
    remove: string[];
    layout: Record<string, Place>;
}

const KINDS = ['tables', 'views', 'choices'] as const;

interface Element {
    id: string;
}

const of = (model: Model, kind: (typeof KINDS)[number]): readonly Element[] => model[kind];

/** Documents are replaced, never changed, so the same object is the same document. */
function changed(before: readonly Element[], after: readonly Element[]): Element[] {
    const known = new Map(before.map((element) => [element.id, element]));
    return after.filter((element) => {
        const old = known.get(element.id);
        return old !== element && JSON.stringify(old) !== JSON.stringify(element);
    });
}

function samePlace(a: Place | undefined, b: Place): boolean {
    return a?.x === b.x && a.y === b.y && (a.color ?? null) === (b.color ?? null);
}

/** What must be done to the first design so that it becomes the second. */
export function difference(before: Design, after: Design): Edit {
    const remove: string[] = [];
    for (const kind of KINDS) {
        const left = new Set(of(after.model, kind).map(({ id }) => id));
        remove.push(...of(before.model, kind).flatMap(({ id }) => (left.has(id) ? [] : [id])));
    }
    const put = (kind: (typeof KINDS)[number]) =>
        changed(of(before.model, kind), of(after.model, kind));
    return {
        put: {
            tables: put('tables') as Table[],
            views: put('views') as View[],
            choices: put('choices') as Choice[],
        },
        remove,
        layout: Object.fromEntries(
            Object.entries(after.layout).filter(
                ([id, place]) => !samePlace(before.layout[id], place),
            ),
        ),
    };
}

function merged<T extends Element>(elements: readonly T[], put: T[], remove: Set<string>): T[] {
    const fresh = new Map(put.map((element) => [element.id, element]));
    const kept = elements
        .filter(({ id }) => !remove.has(id))
        .map((element) => {
            const now = fresh.get(element.id) ?? element;
            fresh.delete(element.id);
            return now;
        });
    return [...kept, ...fresh.values()];
}

/** The design with the edit done to it. */
export function applied(design: Design, edit: Edit): Design {
    const { model } = design;
    const remove = new Set(edit.remove);
    return {
        model: {
            tables: merged(model.tables, edit.put.tables, remove),
            views: merged(model.views, edit.put.views, remove),
            choices: merged(model.choices, edit.put.choices, remove),
        },
        layout: { ...design.layout, ...edit.layout },
    };
}

/** The elements that an edit is about; where tables lie does not count. */
export function touched(edit: Edit): Set<string> {
    const put = [...edit.put.tables, ...edit.put.views, ...edit.put.choices];
    return new Set([...put.map(({ id }) => id), ...edit.remove]);
}

export function isNothing(edit: Edit): boolean {
    return touched(edit).size === 0 && Object.keys(edit.layout).length === 0;
}

/** The elements that both edits are about. */
export function bothTouch(a: Edit, b: Edit): ReadonlySet<string> {
    return touched(a).intersection(touched(b));
}

/** Both edits as one, the second having the last word. */
export function joined(first: Edit, second: Edit): Edit {
    const join = <T extends { id: string }>(a: T[], b: T[]) => [
        ...a.filter(({ id }) => !b.some((other) => other.id === id) && !second.remove.includes(id)),
        ...b,
    ];
    const put = [...second.put.tables, ...second.put.views, ...second.put.choices];
    const back = new Set(put.map(({ id }) => id));
    return {
        put: {
            tables: join(first.put.tables, second.put.tables),
            views: join(first.put.views, second.put.views),
            choices: join(first.put.choices, second.put.choices),
        },
        remove: [...new Set([...first.remove.filter((id) => !back.has(id)), ...second.remove])],
        layout: { ...first.layout, ...second.layout },
    };
}

/** The edit without what it does to some elements. */
export function without(edit: Edit, ids: ReadonlySet<string>): Edit {
    const others = <T extends { id: string }>(elements: T[]) =>
        elements.filter(({ id }) => !ids.has(id));
    return {
        put: {
            tables: others(edit.put.tables),
            views: others(edit.put.views),
            choices: others(edit.put.choices),
        },
        remove: edit.remove.filter((id) => !ids.has(id)),
        layout: edit.layout,
    };
}
