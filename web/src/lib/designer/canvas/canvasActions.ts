import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Asterisk from '@lucide/svelte/icons/asterisk';
import Fingerprint from '@lucide/svelte/icons/fingerprint-pattern';
import Key from '@lucide/svelte/icons/key-round';
import Maximize from '@lucide/svelte/icons/maximize';
import Network from '@lucide/svelte/icons/network';
import Pencil from '@lucide/svelte/icons/pencil';
import Redo from '@lucide/svelte/icons/redo-2';
import Table2 from '@lucide/svelte/icons/table-2';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import { t } from '#lib/i18n/index.ts';
import { tableOf } from '#lib/model/design.ts';
import type { Column, Table } from '#lib/model/documents.ts';
import type { Action } from '#lib/ui/action.ts';
import { changeColumn, removeColumns } from '../commands/columns.ts';
import { arrangeAll } from '../commands/drawing.ts';
import { isUnique, setPrimaryKey, setUnique } from '../commands/keys.ts';
import { removeRelation } from '../commands/relations.ts';
import type { Designer } from '../designer.svelte.ts';
import { tableActions } from '../panels/tableActions.ts';
import { addTableHere } from '../screen/modelActions.ts';

/** What a menu was opened on: a table, one of its columns or relations, or the bare canvas. */
export interface Spot {
    at: { x: number; y: number };
    table?: string;
    column?: string;
    relation?: string;
}

/** What can be done with what is there. */
export function canvasActions(designer: Designer, spot: Spot): Action[] {
    const { design } = designer.state;
    if (spot.relation) {
        const from = design.model.tables.find(({ relations }) =>
            relations.some(({ id }) => id === spot.relation),
        );
        return from ? relationActions(designer, from, spot.relation) : [];
    }
    const table = spot.table ? tableOf(design, spot.table) : undefined;
    if (!table) return bareActions(designer, spot);
    const column = table.columns.find(({ id }) => id === spot.column);
    return [
        ...(column ? columnActions(designer, table, column) : []),
        ...tableActions(designer, table).map((action) => ({
            ...action,
            group: `${table.id} ${action.group ?? ''}`,
        })),
    ];
}

function columnActions(designer: Designer, table: Table, column: Column): Action[] {
    const { state } = designer;
    const key = table.primaryKey?.columns ?? [];
    const inKey = key.includes(column.id);
    const group = 'column';
    return [
        {
            id: 'rename-column',
            title: t.model.rename(column.name),
            icon: Pencil,
            group,
            run: () => designer.type(table.id, { column: column.id }),
        },
        {
            id: 'key',
            title: t.model.key,
            icon: Key,
            group,
            checked: inKey,
            run: () =>
                state.run(
                    setPrimaryKey(
                        table.id,
                        inKey ? key.filter((id) => id !== column.id) : [...key, column.id],
                    ),
                ),
        },
        {
            id: 'required',
            title: t.model.required,
            icon: Asterisk,
            group,
            checked: column.required,
            disabled: inKey,
            run: () => state.run(changeColumn(table.id, column.id, { required: !column.required })),
        },
        {
            id: 'unique',
            title: t.model.unique,
            icon: Fingerprint,
            group,
            checked: isUnique(table, column.id),
            run: () => state.run(setUnique(table.id, column.id, !isUnique(table, column.id))),
        },
        {
            id: 'remove-column',
            title: t.model.deleteColumn(column.name),
            icon: Trash,
            group,
            danger: true,
            run: () => state.run(removeColumns(table.id, [column.id])),
        },
    ];
}

function relationActions(designer: Designer, from: Table, relation: string): Action[] {
    return [
        {
            id: 'edit-relation',
            title: t.designer.changeRelation,
            icon: ArrowRight,
            run: () => designer.goTo(from.id, 'relations'),
        },
        {
            id: 'remove-relation',
            title: t.designer.removeRelation,
            icon: Trash,
            keys: 'delete',
            danger: true,
            run: () => designer.state.run(removeRelation(from.id, relation)),
        },
    ];
}

function bareActions(designer: Designer, { at }: Spot): Action[] {
    const { state } = designer;
    return [
        {
            id: 'add',
            title: t.designer.addTable,
            icon: Table2,
            keys: 't',
            run: () => addTableHere(designer, at),
        },
        {
            id: 'undo',
            title: t.model.undo(state.undoLabel),
            icon: Undo,
            keys: 'mod+z',
            group: 'history',
            disabled: !state.undoLabel,
            run: () => state.undo(),
        },
        {
            id: 'redo',
            title: t.model.redo(state.redoLabel),
            icon: Redo,
            keys: 'mod+shift+z',
            group: 'history',
            disabled: !state.redoLabel,
            run: () => state.redo(),
        },
        {
            id: 'fit',
            title: t.model.fit,
            icon: Maximize,
            keys: 'f',
            group: 'view',
            run: () => designer.drawing?.fit(),
        },
        {
            id: 'arrange',
            title: t.designer.arrange,
            icon: Network,
            group: 'view',
            run: () => state.run(arrangeAll()),
        },
    ];
}
