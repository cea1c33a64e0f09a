import { createContext } from 'svelte';
import type { DialectInfo } from '#lib/api/connections.ts';
import { tableOf } from '#lib/model/design.ts';
import type { Table } from '#lib/model/documents.ts';
import type { DesignState } from './DesignState.svelte.ts';
import type { Drawing } from './canvas/Drawing.ts';

/** What the panel edits. */
export interface Selected {
    kind: 'table' | 'view' | 'choice';
    id: string;
}

/** The name of what is selected, a column that is not there yet, or the name of the column of that id. */
export type Wish = 'name' | 'newColumn' | { column: string };

export type TableTab = 'columns' | 'keys' | 'relations' | 'checks';

/** All that the parts of the model screen share. */
export class Designer {
    selected = $state.raw<Selected | null>(null);
    tab = $state<TableTab>('columns');
    /** The column that is shown in detail. */
    column = $state<string | null>(null);
    /** What somebody asked to type into; who shows it takes the wish and focuses it. */
    wish = $state.raw<Wish | null>(null);
    /** The canvas, while it is there. */
    drawing = $state.raw<Drawing | null>(null);

    constructor(
        readonly state: DesignState,
        readonly dialects: readonly DialectInfo[],
    ) {}

    /** The selected table. */
    get table(): Table | undefined {
        const { selected } = this;
        return selected?.kind === 'table' ? tableOf(this.state.design, selected.id) : undefined;
    }

    select(kind: Selected['kind'], id: string): void {
        if (this.selected?.id !== id) this.column = null;
        this.selected = { kind, id };
    }

    /** Selects a table and brings it into sight. */
    goTo(table: string, tab?: TableTab): void {
        this.select('table', table);
        if (tab) this.tab = tab;
        this.drawing?.show(table);
    }

    /** Selects a table to type into its panel. */
    type(table: string, wish: Wish): void {
        this.select('table', table);
        if (wish !== 'name') this.tab = 'columns';
        this.wish = wish;
    }

    clear(): void {
        this.selected = null;
        this.column = null;
    }
}

export const [useDesigner, provideDesigner] = createContext<Designer>();
