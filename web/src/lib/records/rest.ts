import { client, path } from '#lib/api/client.ts';
import { writeJson } from '#lib/api/json.ts';
import { isEmbedded, keyQuery } from './query.ts';
import type { AppTable, Row } from './app.ts';

/** One page of rows, and where the next begins; null when it was the last. */
export interface Page {
    rows: Row[];
    /** The rows that lookups point at, in step with `rows`, by the name they were embedded under. */
    embedded: Record<string, Row | null>[];
    next: string | null;
}

/** The data API of one project. Numbers keep every digit, in both directions. */
export class Rest {
    constructor(readonly project: string) {}

    async page(
        table: string,
        query: URLSearchParams,
        limit: number,
        after: string | null,
        signal?: AbortSignal,
    ): Promise<Page> {
        const paged = new URLSearchParams(query);
        const offset = after === null ? 0 : Number(after);
        paged.set('limit', String(limit));
        paged.set('offset', String(offset));
        const answer = await client.request<unknown>('GET', this.#address(table, paged), {
            rows: true,
            ...(signal ? { signal } : {}),
        });
        const read = readRows(answer.body);
        return { ...read, next: read.rows.length < limit ? null : String(offset + limit) };
    }

    /** The row of that key, in a page of one; an empty page when it is gone or hidden. */
    row(table: AppTable, key: Row, select: string): Promise<Page> {
        const query = keyQuery(table, key);
        query.set('select', select);
        return this.page(table.name, query, 1, null);
    }

    /** How many rows there are; asked only when somebody wants to know. */
    async count(table: string, query: URLSearchParams): Promise<string> {
        const counted = new URLSearchParams(query);
        counted.delete('order');
        counted.set('limit', '1');
        const answer = await client.request('HEAD', this.#address(table, counted), {
            headers: { Prefer: 'count=exact' },
        });
        return answer.headers.get('Content-Range')?.split('/')[1] ?? '?';
    }

    async insert(table: string, values: Row): Promise<Row> {
        const rows = await client.post(this.#address(table), values, {
            rows: true,
            headers: { Prefer: 'return=representation' },
        });
        return readRows(rows).rows[0] ?? {};
    }

    /** Changes one row; the answer is the row as it is now, or null when it is gone or hidden. */
    async update(table: string, key: URLSearchParams, values: Row): Promise<Row | null> {
        const rows = await client.patch(this.#address(table, key), values, {
            rows: true,
            headers: { Prefer: 'return=representation, max-affected=1, handling=strict' },
        });
        return readRows(rows).rows[0] ?? null;
    }

    remove(table: string, key: URLSearchParams): Promise<void> {
        return client.delete(this.#address(table, key), {
            headers: { Prefer: 'max-affected=1, handling=strict' },
        });
    }

    /** All rows of a query as the text of a file. */
    async download(table: string, query: URLSearchParams, type: string): Promise<Blob> {
        const answer = await client.request<unknown>('GET', this.#address(table, query), {
            rows: true,
            headers: { Accept: type },
        });
        const text = typeof answer.body === 'string' ? answer.body : writeJson(answer.body);
        return new Blob([text], { type });
    }

    #address(table: string, query?: URLSearchParams): string {
        const address = path`/p/${this.project}/rest/v1/${table}`;
        return query ? `${address}?${query.toString()}` : address;
    }
}

/** Takes rows apart into their own values and the rows that were embedded in them. */
export function readRows(body: unknown): Omit<Page, 'next'> {
    const rows: Row[] = [];
    const embedded: Record<string, Row | null>[] = [];
    for (const item of Array.isArray(body) ? (body as Row[]) : []) {
        const entries = Object.entries(item);
        rows.push(Object.fromEntries(entries.filter(([name]) => !isEmbedded(name))));
        embedded.push(
            Object.fromEntries(
                entries.filter(([name]) => isEmbedded(name)) as [string, Row | null][],
            ),
        );
    }
    return { rows, embedded };
}
