import Copy from '@lucide/svelte/icons/copy';
import Crosshair from '@lucide/svelte/icons/crosshair';
import PanelTop from '@lucide/svelte/icons/columns-3';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash from '@lucide/svelte/icons/trash-2';
import Waypoints from '@lucide/svelte/icons/waypoints';
import { t } from '#lib/i18n/index.ts';
import type { Table } from '#lib/model/documents.ts';
import { newId } from '#lib/model/id.ts';
import type { Action } from '#lib/ui/action.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { duplicateTable, removeTables } from '../commands/tables.ts';
import type { Designer } from '../designer.svelte.ts';

/** What is done to a table again and again, with the keys for it. */
function edits(designer: Designer, table: Table): Action[] {
    const { state } = designer;
    return [
        {
            id: 'add-column',
            title: t.designer.addColumns(1),
            icon: PanelTop,
            keys: 'c',
            run: () => designer.type(table.id, 'newColumn'),
        },
        {
            id: 'relations',
            title: t.model.relateTo,
            icon: Waypoints,
            keys: 'r',
            run() {
                designer.select('table', table.id);
                designer.tab = 'relations';
            },
        },
        {
            id: 'rename',
            title: t.designer.renameTable,
            icon: Pencil,
            keys: 'f2',
            run: () => designer.type(table.id, 'name'),
        },
        {
            id: 'duplicate',
            title: t.designer.duplicateTable,
            icon: Copy,
            keys: 'mod+d',
            run() {
                const id = newId();
                state.run(duplicateTable(table.id, id));
                designer.goTo(id);
            },
        },
    ];
}

/** What can be done with a table, for its menu. */
export function tableActions(designer: Designer, table: Table): Action[] {
    const { state } = designer;
    return [
        ...edits(designer, table),
        {
            id: 'show',
            title: t.model.showInDrawing,
            icon: Crosshair,
            disabled: !designer.drawing,
            run: () => designer.drawing?.show(table.id),
        },
        {
            id: 'remove',
            title: t.designer.removeTables(1),
            icon: Trash,
            keys: 'delete',
            group: 'remove',
            danger: true,
            run() {
                state.run(removeTables([table.id]));
                designer.clear();
                toasts.done(t.model.removed(table.name), {
                    title: t.model.undo(),
                    run: () => state.undo(),
                });
            },
        },
    ];
}

/** The same for the selected table, to be reached by keys and the command palette. */
export function tableShortcuts(designer: Designer): Action[] {
    const { table } = designer;
    return table ? edits(designer, table).map((action) => ({ ...action, group: table.name })) : [];
}
