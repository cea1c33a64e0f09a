import { fieldOf } from '#lib/fields/index.ts';
import type { Comparison } from '#lib/fields/field.ts';
import { kindOf } from '#lib/model/columnType.ts';
import { plainText, type AppTable, type Row, type ToOne } from './app.ts';

export interface Filter {
    column: string;
    comparison: Comparison;
    value: string;
}

export interface Sort {
    column: string;
    descending: boolean;
}

/** What a grid shows of a table. Its text form is the page's query string. */
export interface GridQuery {
    filters: Filter[];
    sorts: Sort[];
    search: string;
}

export const everything: GridQuery = { filters: [], sorts: [], search: '' };

const numberKinds = new Set(['smallint', 'integer', 'bigint', 'decimal', 'real', 'double']);

/** Quotes what the data API would take for syntax: `a,b` is `"a,b"`. */
function quoted(value: string): string {
    return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A list of names, as `select` and `on_conflict` take it. */
export function names(columns: string[]): string {
    return columns.map(quoted).join(',');
}

/** In a LIKE pattern `*` stands for anything, so a typed one is taken literally where it can be. */
function pattern(value: string): string {
    return value.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
}

/** The operators of the data API that need nothing but the value. */
const plain: Partial<Record<Comparison, string>> = {
    equals: 'eq',
    differs: 'neq',
    atLeast: 'gte',
    atMost: 'lte',
    more: 'gt',
    less: 'lt',
};

function condition(filter: Filter): string {
    switch (filter.comparison) {
        case 'contains':
            return `ilike.*${pattern(filter.value)}*`;
        case 'starts':
            return `ilike.${pattern(filter.value)}*`;
        case 'oneOf':
            return `in.(${filter.value
                .split(',')
                .map((part) => quoted(part.trim()))
                .join(',')})`;
        case 'empty':
            return 'is.null';
        case 'filled':
            return 'not.is.null';
        default:
            return `${plain[filter.comparison] ?? 'eq'}.${filter.value}`;
    }
}

/** The columns a free search looks into, as one `or=(…)`; empty when there are none. */
function searchCondition(table: AppTable, text: string): string {
    const parts: string[] = [];
    for (const column of table.columns) {
        const kind = kindOf(column.type);
        if (kind === 'text' || kind === 'longtext' || kind === 'choice') {
            parts.push(`${quoted(column.name)}.ilike.${quoted(`*${pattern(text)}*`)}`);
        } else if (numberKinds.has(kind) && /^-?\d{1,15}$/.test(text)) {
            parts.push(`${quoted(column.name)}.eq.${text}`);
        }
    }
    return parts.length === 0 ? '' : `(${parts.join(',')})`;
}

/** The name under which the row a relation points at comes back. */
export function embedName(relation: ToOne): string {
    return `→${relation.name}`;
}

export function isEmbedded(name: string): boolean {
    return name.startsWith('→');
}

/** All columns of a table, and for each lookup the key and title of the row pointed at. */
export function selection(
    table: AppTable,
    titleOf: (table: string) => AppTable | undefined,
): string {
    const parts = table.columns.map((column) => quoted(column.name));
    for (const relation of table.toOne) {
        const target = titleOf(relation.target);
        if (!target) continue;
        const shown = [
            ...new Set([...relation.targetColumns, ...(target.title ? [target.title] : [])]),
        ];
        parts.push(
            `${quoted(embedName(relation))}:${quoted(relation.target)}!${quoted(relation.name)}(${shown
                .map(quoted)
                .join(',')})`,
        );
    }
    return parts.join(',');
}

/**
 * The key columns come last in every order, so that it is total and pages never overlap; in the
 * direction of the last sort, so that one index can serve for all.
 */
function order(table: AppTable, sorts: Sort[]): string {
    const rest = table.key
        .filter((column) => !sorts.some((sort) => sort.column === column))
        .map((column) => ({ column, descending: sorts.at(-1)?.descending ?? false }));
    return [...sorts, ...rest]
        .map((sort) => `${quoted(sort.column)}.${sort.descending ? 'desc' : 'asc'}`)
        .join(',');
}

/** The query of the data API for what a grid shows, paging aside. */
export function dataQuery(
    table: AppTable,
    query: GridQuery,
    titleOf: (table: string) => AppTable | undefined,
): URLSearchParams {
    const parameters = new URLSearchParams();
    parameters.set('select', selection(table, titleOf));
    for (const filter of query.filters) {
        parameters.append(quoted(filter.column), condition(filter));
    }
    const search = query.search.trim();
    const found = search === '' ? '' : searchCondition(table, search);
    if (found !== '') parameters.set('or', found);
    const sorted = order(table, query.sorts);
    if (sorted !== '') parameters.set('order', sorted);
    return parameters;
}

/** Filters that name one row by its key. */
export function keyQuery(table: AppTable, row: Row): URLSearchParams {
    const parameters = new URLSearchParams();
    for (const column of table.key) {
        parameters.append(quoted(column), `eq.${plainText(row[column])}`);
    }
    return parameters;
}

/** A key as it stands in the page's address; {@link keyOf} reads it. */
export function keyText(table: AppTable, row: Row): string {
    return table.key.map((column) => encodeURIComponent(plainText(row[column]))).join(',');
}

/** The row, of nothing but key columns, that an address names. */
export function keyOf(table: AppTable, text: string): Row {
    const parts = text.split(',');
    return Object.fromEntries(
        table.key.map((column, i) => [column, decodeURIComponent(parts[i] ?? '')]),
    );
}

/** The page's query string for a grid, short enough to be read. */
export function toAddress(query: GridQuery): string {
    const parameters = new URLSearchParams();
    for (const filter of query.filters) {
        parameters.append('where', `${filter.column}.${filter.comparison}.${filter.value}`);
    }
    if (query.sorts.length > 0) {
        parameters.set(
            'sort',
            query.sorts.map((sort) => (sort.descending ? '-' : '') + sort.column).join(','),
        );
    }
    if (query.search !== '') parameters.set('search', query.search);
    return parameters.toString();
}

/** Reads {@link toAddress}; what names no column of the table is left out. */
export function fromAddress(table: AppTable, address: URLSearchParams): GridQuery {
    const filters: Filter[] = [];
    for (const text of address.getAll('where')) {
        const column = table.columns.find((known) => text.startsWith(`${known.name}.`));
        if (!column) continue;
        const rest = text.slice(column.name.length + 1);
        const dot = rest.indexOf('.');
        const comparison = (dot < 0 ? rest : rest.slice(0, dot)) as Comparison;
        if (fieldOf(column.type).comparisons.includes(comparison)) {
            filters.push({
                column: column.name,
                comparison,
                value: dot < 0 ? '' : rest.slice(dot + 1),
            });
        }
    }
    const sorts: Sort[] = [];
    for (const part of (address.get('sort') ?? '').split(',')) {
        const descending = part.startsWith('-');
        const column = descending ? part.slice(1) : part;
        if (table.columns.some((known) => known.name === column))
            sorts.push({ column, descending });
    }
    return { filters, sorts, search: address.get('search') ?? '' };
}
