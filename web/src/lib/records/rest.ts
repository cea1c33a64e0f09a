import { client, path, type Answer, type UploadOptions } from '#lib/api/client.ts';
import { ProblemError } from '#lib/api/problem.ts';
import { readReport, type ImportReport } from './importReport.ts';
import { isEmbedded, keyQuery, names } from './query.ts';
import { follow, type Listener } from './follow.ts';
import type { AppTable, Row } from './app.ts';

export interface Rows {
    rows: Row[];
    /** The rows that lookups point at, in step with `rows`, by the name they were embedded under. */
    embedded: Record<string, Row | null>[];
}

/** Where a page begins: after a cursor of the server, or after so many rows where there is none. */
export interface Place {
    cursor: string | null;
    offset: number;
}

/** One page of rows, and where the next begins; null when it was the last. */
export interface Page extends Rows {
    next: Place | null;
}

/** Rows that cannot be paged by a cursor: a view, a table without a key, sorted by a long text. */
const noCursor = 'PLN103';

/** The data API of one project. Numbers keep every digit, in both directions. */
export class Rest {
    /** @param as the role whose eyes an administrator looks with */
    constructor(
        readonly project: string,
        private readonly as: string | null = null,
    ) {}

    /**
     * A page of a list that is read from its beginning, as grids scroll. The next page begins after
     * a cursor: it costs the same at row 900,000 as at the first, and rows that others add or remove
     * meanwhile neither repeat nor skip any. Where the server has no cursor for the order, pages are
     * counted off instead. A list that jumps into the middle would jump by offset and an empty
     * cursor, and go on from there by cursors.
     *
     * @param place null for the first page
     */
    async page(
        table: string,
        query: URLSearchParams,
        limit: number,
        place: Place | null,
        signal?: AbortSignal,
    ): Promise<Page> {
        const begun = place?.offset ?? 0;
        if (place === null || place.cursor !== null) {
            try {
                const cursor = { limit: String(limit), after: place?.cursor ?? '' };
                const answer = await this.#read(table, query, cursor, signal);
                const read = readRows(answer.body);
                const next = answer.headers.get('Next-Cursor');
                const offset = begun + read.rows.length;
                return { ...read, next: next === null ? null : { cursor: next, offset } };
            } catch (error) {
                if (!(error instanceof ProblemError) || error.code !== noCursor) throw error;
            }
        }
        const offset = { limit: String(limit), offset: String(begun) };
        const read = readRows((await this.#read(table, query, offset, signal)).body);
        const end = read.rows.length < limit;
        return { ...read, next: end ? null : { cursor: null, offset: begun + limit } };
    }

    /** The first rows of a query. */
    async rows(
        table: string,
        query: URLSearchParams,
        limit: number,
        signal?: AbortSignal,
    ): Promise<Rows> {
        return readRows((await this.#read(table, query, { limit: String(limit) }, signal)).body);
    }

    /** The row of that key, in a list of one; an empty list when it is gone or hidden. */
    row(table: AppTable, key: Row, select: string): Promise<Rows> {
        const query = keyQuery(table, key);
        query.set('select', select);
        return this.rows(table.name, query, 1);
    }

    /** How many rows there are; asked only when somebody wants to know. */
    async count(table: string, query: URLSearchParams): Promise<string> {
        const counted = new URLSearchParams(query);
        counted.delete('order');
        counted.set('limit', '1');
        const answer = await client.request('HEAD', this.#address(table, counted), {
            headers: this.#headers({ Prefer: 'count=exact' }),
        });
        return answer.headers.get('Content-Range')?.split('/')[1] ?? '?';
    }

    /** All of these rows, or none of them. */
    async insertAll(table: string, rows: Row[]): Promise<void> {
        await client.post(this.#address(table), rows, {
            rows: true,
            headers: this.#headers({ Prefer: 'return=minimal' }),
        });
    }

    /** The row as it is now, with what the database filled in. */
    async insert(table: string, values: Row): Promise<Row> {
        const rows = await client.post(this.#address(table), values, {
            rows: true,
            headers: this.#headers({ Prefer: 'return=representation' }),
        });
        return readRows(rows).rows[0] ?? {};
    }

    /** Changes one row; the answer is the row as it is now, or null when it is gone or hidden. */
    async update(table: string, key: URLSearchParams, values: Row): Promise<Row | null> {
        const rows = await client.patch(this.#address(table, key), values, {
            rows: true,
            headers: this.#headers({
                Prefer: 'return=representation, max-affected=1, handling=strict',
            }),
        });
        return readRows(rows).rows[0] ?? null;
    }

    remove(table: string, key: URLSearchParams): Promise<void> {
        return client.delete(this.#address(table, key), {
            headers: this.#headers({ Prefer: 'max-affected=1, handling=strict' }),
        });
    }

    /** All rows of a query as a file. */
    async download(
        table: string,
        query: URLSearchParams,
        type: string,
        signal: AbortSignal,
        onread: (bytes: number) => void,
    ): Promise<Blob> {
        const answer = await client.request<Blob>('GET', this.#address(table, query), {
            headers: this.#headers({ Accept: type }),
            signal,
            file: onread,
        });
        return answer.body;
    }

    /**
     * Imports the rows of a file, all or none of them.
     *
     * @param type of the file
     * @param by columns that tell which rows exist already; none for the key
     */
    async importFile(
        table: string,
        file: Blob,
        type: string,
        prefer: string[],
        by: string[],
        progress: Omit<UploadOptions, 'headers'>,
    ): Promise<ImportReport> {
        const query = new URLSearchParams(by.length > 0 ? { on_conflict: names(by) } : {});
        const headers = this.#headers({
            'Content-Type': type,
            Accept: 'application/x-ndjson',
            ...(prefer.length > 0 ? { Prefer: prefer.join(', ') } : {}),
        });
        const address = path`/p/${this.project}/rest/v1/import/${table}?` + query.toString();
        return readReport(await client.upload(address, file, { ...progress, headers }));
    }

    /**
     * Follows the changes of the rows of a query, until it is aborted or refused.
     *
     * @param last the id of the event to go on after; null to begin now
     */
    follow(
        table: string,
        query: URLSearchParams,
        last: string | null,
        signal: AbortSignal,
        listener: Listener,
    ): Promise<void> {
        const asked = new URLSearchParams(query);
        asked.delete('order');
        return follow(this.#address(table, asked), this.#headers(), last, signal, listener);
    }

    #read(
        table: string,
        query: URLSearchParams,
        page: Record<string, string>,
        signal?: AbortSignal,
    ): Promise<Answer<unknown>> {
        const paged = new URLSearchParams(query);
        for (const [name, value] of Object.entries(page)) paged.set(name, value);
        return client.request('GET', this.#address(table, paged), {
            rows: true,
            headers: this.#headers(),
            ...(signal ? { signal } : {}),
        });
    }

    #headers(own: Record<string, string> = {}): Record<string, string> {
        return this.as === null ? own : { ...own, 'X-Plinth-As': this.as };
    }

    #address(table: string, query?: URLSearchParams): string {
        const address = path`/p/${this.project}/rest/v1/${table}`;
        return query ? `${address}?${query.toString()}` : address;
    }
}

/** Takes rows apart into their own values and the rows that were embedded in them. */
export function readRows(body: unknown): Rows {
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
