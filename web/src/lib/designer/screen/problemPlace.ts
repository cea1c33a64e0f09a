import type { Design } from '#lib/model/design.ts';
import type { Selected, TableTab } from '../designer.svelte.ts';

/** Where in the designer a problem can be mended. */
export interface ProblemPlace extends Selected {
    tab?: TableTab;
    column?: string;
}

const TABS: Record<string, TableTab> = {
    columns: 'columns',
    primaryKey: 'keys',
    uniques: 'keys',
    indexes: 'keys',
    relations: 'relations',
    checks: 'checks',
};

/**
 * The element that a problem's path names, such as `tables/customer/columns/email`; parts may be names
 * or ids, and a table may be called by its schema, too.
 */
export function placeOf(text: string, { model }: Design): ProblemPlace | null {
    // What was refused says first where in the request it was.
    const path = text.slice(text.lastIndexOf(' ') + 1);
    const [kind, name = '', part = '', inner = ''] = path.split('/');
    const called = (element: { id: string; name: string; schema?: string }) =>
        element.id === name ||
        element.name === name ||
        `${element.schema ?? ''}.${element.name}` === name;
    if (kind === 'tables') {
        const table = model.tables.find(called);
        if (!table) return null;
        const column = table.columns.find((known) => known.id === inner || known.name === inner);
        return {
            kind: 'table',
            id: table.id,
            tab: TABS[part],
            column: part === 'columns' ? column?.id : undefined,
        };
    }
    const view = kind === 'views' ? model.views.find(called) : undefined;
    if (view) return { kind: 'view', id: view.id };
    const choice = kind === 'choices' ? model.choices.find(called) : undefined;
    return choice ? { kind: 'choice', id: choice.id } : null;
}
