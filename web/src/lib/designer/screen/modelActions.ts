import Braces from '@lucide/svelte/icons/braces';
import Code from '@lucide/svelte/icons/file-code-2';
import Picture from '@lucide/svelte/icons/image-down';
import Network from '@lucide/svelte/icons/network';
import Redo from '@lucide/svelte/icons/redo-2';
import Table2 from '@lucide/svelte/icons/table-2';
import Undo from '@lucide/svelte/icons/undo-2';
import Workflow from '@lucide/svelte/icons/workflow';
import { getExport } from '#lib/api/models.ts';
import { t } from '#lib/i18n/index.ts';
import { freePlace } from '#lib/model/arrange.ts';
import { HEAD_HEIGHT, TABLE_WIDTH } from '#lib/model/geometry.ts';
import { newId } from '#lib/model/id.ts';
import type { Action } from '#lib/ui/action.ts';
import { arrangeAll } from '../commands/drawing.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { saveFile, savePng, saveSvg } from '../export/save.ts';
import { addTable } from '../commands/tables.ts';
import { tableShortcuts } from '../panels/tableActions.ts';
import type { Designer } from '../designer.svelte.ts';

/** The faces of the model screen; `list` is the panel alone, on a phone. */
export type ModelView = 'canvas' | 'text' | 'sql' | 'list';

const NEW_TABLE_HEIGHT = 120;

/** Adds a table at that point of the drawing, or where one looks, and opens it. */
export function addTableHere(designer: Designer, at?: { x: number; y: number }): void {
    const { state, drawing } = designer;
    const id = newId();
    const middle = at ?? drawing?.middle();
    const wanted = middle && {
        x: middle.x - TABLE_WIDTH / 2,
        y: middle.y - (at ? HEAD_HEIGHT / 2 : NEW_TABLE_HEIGHT / 2),
    };
    // Where somebody pointed is where it goes, whatever is there.
    const place = at ? wanted : wanted && freePlace(state.design, wanted, NEW_TABLE_HEIGHT);
    state.run(addTable(id, place));
    designer.tab = 'columns';
    designer.goTo(id);
}

/** The drawing as a picture, and the model in the languages of other tools. */
export function exportActions({ state }: Designer, project: string): Action[] {
    const group = t.model.export;
    const text = (as: 'dbml' | 'mermaid', title: string, ending: string): Action => ({
        id: as,
        title,
        icon: Code,
        group: t.model.exportText,
        async run() {
            try {
                await state.flush();
                const file = await getExport(project, as);
                saveFile(`${project}.${ending}`, new Blob([file.text], { type: 'text/plain' }));
            } catch (error) {
                toasts.problem(title, error);
            }
        },
    });
    return [
        {
            id: 'svg',
            title: t.model.exportSvg,
            icon: Picture,
            group,
            run: () => saveSvg(project, state.design),
        },
        {
            id: 'png',
            title: t.model.exportPng,
            icon: Picture,
            group,
            run: () =>
                savePng(project, state.design).catch((error: unknown) =>
                    toasts.problem(t.model.exportPng, error),
                ),
        },
        text('dbml', t.model.exportDbml, 'dbml'),
        text('mermaid', t.model.exportMermaid, 'mmd'),
    ];
}

/** What can be done on the model screen, for shortcuts and the command palette. */
export function modelActions(
    designer: Designer,
    project: string,
    show: (view: ModelView) => void,
): Action[] {
    const { state } = designer;
    const group = t.model.title;
    return [
        {
            id: 'add-table',
            title: t.designer.addTable,
            icon: Table2,
            keys: 't',
            group,
            run: () => addTableHere(designer),
        },
        ...tableShortcuts(designer),
        {
            id: 'undo',
            title: t.model.undo(state.undoLabel),
            icon: Undo,
            keys: 'mod+z',
            group,
            disabled: !state.undoLabel,
            run: () => state.undo(),
        },
        {
            id: 'redo',
            title: t.model.redo(state.redoLabel),
            icon: Redo,
            keys: 'mod+shift+z',
            group,
            disabled: !state.redoLabel,
            run: () => state.redo(),
        },
        {
            id: 'arrange',
            title: t.designer.arrange,
            icon: Network,
            group,
            run: () => state.run(arrangeAll()),
        },
        { id: 'fit', title: t.model.fit, keys: 'f', group, run: () => designer.drawing?.fit() },
        { id: 'canvas', title: t.model.canvas, icon: Workflow, group, run: () => show('canvas') },
        { id: 'text', title: t.model.text, icon: Code, group, run: () => show('text') },
        { id: 'sql', title: t.model.sql, icon: Braces, group, run: () => show('sql') },
        ...exportActions(designer, project),
        ...state.design.model.tables.map((table): Action => ({
            id: `table-${table.id}`,
            title: table.name,
            words: table.label,
            icon: Table2,
            group: t.model.tables,
            run() {
                show('canvas');
                designer.goTo(table.id);
            },
        })),
    ];
}
