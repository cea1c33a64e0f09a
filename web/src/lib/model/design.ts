import { EMPTY, type Model, type Table } from './documents.ts';

/** Where a table lies on the canvas, and its colour. */
export interface Place {
    x: number;
    y: number;
    color?: string | null;
}

/** A model with its drawing. Never changed in place. */
export interface Design {
    readonly model: Model;
    readonly layout: Readonly<Record<string, Place>>;
}

export const EMPTY_DESIGN: Design = { model: EMPTY, layout: {} };

export function tableOf(design: Design, id: string): Table | undefined {
    return design.model.tables.find((table) => table.id === id);
}

/** The same design with one table put in the place of another of its id. */
export function withTable(design: Design, id: string, change: (table: Table) => Table): Design {
    const tables = design.model.tables.map((table) => (table.id === id ? change(table) : table));
    return { ...design, model: { ...design.model, tables } };
}

export function withTables(design: Design, tables: readonly Table[]): Design {
    return { ...design, model: { ...design.model, tables } };
}

export function newTable(id: string, name: string): Table {
    return {
        id,
        name,
        schema: '',
        label: '',
        comment: '',
        columns: [],
        primaryKey: null,
        uniques: [],
        indexes: [],
        checks: [],
        relations: [],
        triggers: [],
    };
}
