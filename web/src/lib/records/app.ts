import { client, path } from '#lib/api/client.ts';
import { writeJson } from '#lib/api/json.ts';
import type { Value } from '#lib/fields/field.ts';
import { labelOf } from '#lib/model/names.ts';

/** What the server says an app consists of, for this caller: `GET /api/projects/{p}/app`. */
export interface App {
    title: string;
    /** The role whose eyes it is seen with, by somebody who sees more. */
    as: string | null;
    tables: AppTable[];
}

/** A table or view that the caller may see. */
export interface AppTable {
    name: string;
    label: string;
    comment: string;
    /** Columns of the key, empty when rows cannot be told apart. */
    key: string[];
    /** The column that stands for a row in lists and lookups. */
    title: string | null;
    view: boolean;
    /** Whether its changes can be followed. */
    live: boolean;
    may: { create: boolean; read: boolean; update: boolean; delete: boolean };
    columns: AppColumn[];
    toOne: ToOne[];
    toMany: ToMany[];
    validations: Validation[];
}

export interface AppColumn {
    name: string;
    label: string;
    comment: string;
    /** As in model files: `decimal(12,2)`. */
    type: string;
    required: boolean;
    readOnly: boolean;
    identity: boolean;
    generated: boolean;
    /** Whether the database fills it in when nothing is given. */
    default: unknown;
    choice: { options: { value: string; label: string; color: string }[] } | null;
}

/** This table points at one row of another. */
export interface ToOne {
    name: string;
    label: string;
    columns: string[];
    target: string;
    targetColumns: string[];
}

/** Rows of another table point at a row of this one. */
export interface ToMany {
    name: string;
    label: string;
    source: string;
    columns: string[];
    targetColumns: string[];
}

export interface Validation {
    name: string;
    message: string;
    /** Syntax tree; see lib/expression. */
    expression: unknown;
    columns: string[];
}

/** A row as the grid and the form hold it, by column name. */
export type Row = Record<string, Value>;

export function tableNamed(app: App, name: string): AppTable | undefined {
    return app.tables.find((table) => table.name === name);
}

export function columnNamed(table: AppTable, name: string): AppColumn | undefined {
    return table.columns.find((column) => column.name === name);
}

/** The relation that a single column is the whole key of, so that it is shown as a lookup. */
export function lookupOf(table: AppTable, column: string): ToOne | undefined {
    return table.toOne.find(
        (relation) => relation.columns.length === 1 && relation.columns[0] === column,
    );
}

/** Loads the app of a project, as one role sees it if one is given. */
export async function getApp(project: string, role?: string): Promise<App> {
    const address = path`/api/projects/${project}/app`;
    const app = await client.get<Omit<App, 'as'>>(
        role ? `${address}?as=${encodeURIComponent(role)}` : address,
    );
    return { ...app, as: role ?? null, tables: app.tables.map(withLookupLabels) };
}

/** A column that points at another row is called by that row: `author_id` is "Author". */
export function withLookupLabels(table: AppTable): AppTable {
    const columns = table.columns.map((column) => {
        const relation = column.label === '' ? lookupOf(table, column.name) : undefined;
        const named = relation && (relation.label || labelOf(column.name.replace(/_id$/i, '')));
        return named ? { ...column, label: named } : column;
    });
    return { ...table, columns };
}

/** A value as it stands in an address or a filter: digits and text as they are. */
export function plainText(value: Value): string {
    if (value === null || value === undefined) return '';
    return typeof value === 'string' ? value : writeJson(value);
}
