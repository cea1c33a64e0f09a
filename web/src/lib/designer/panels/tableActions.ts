import Copy from '@lucide/svelte/icons/copy';
import Crosshair from '@lucide/svelte/icons/crosshair';
import Trash from '@lucide/svelte/icons/trash-2';
import { t } from '#lib/i18n/index.ts';
import type { Table } from '#lib/model/documents.ts';
import { newId } from '#lib/model/id.ts';
import type { Action } from '#lib/ui/action.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { duplicateTable, removeTables } from '../commands/tables.ts';
import type { Designer } from '../designer.svelte.ts';

/** What can be done with a table, for its menu. */
export function tableActions(designer: Designer, table: Table): Action[] {
    const { state } = designer;
    return [
        {
            id: 'show',
            title: t.model.showInDrawing,
            icon: Crosshair,
            disabled: !designer.drawing,
            run: () => designer.drawing?.show(table.id),
        },
        {
            id: 'duplicate',
            title: t.designer.duplicateTable,
            icon: Copy,
            run() {
                const id = newId();
                state.run(duplicateTable(table.id, id));
                designer.goTo(id);
            },
        },
        {
            id: 'remove',
            title: t.designer.removeTables(1),
            icon: Trash,
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
