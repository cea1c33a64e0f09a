import { dataQuery, everything, type GridQuery } from './query.ts';
import { asProblem, type ProblemError } from '#lib/api/problem.ts';
import { Live } from './live.svelte.ts';
import type { Place, Rest } from './rest.ts';
import type { App, AppTable, Row } from './app.ts';

const pageSize = 100;

/** What a row is now. */
export interface Replacement {
    index: number;
    row: Row;
    embedded: Record<string, Row | null>;
}

/** The rows of a grid: pages are fetched as they are scrolled to, in an order that is total. */
export class Records {
    rows = $state.raw<Row[]>([]);
    embedded = $state.raw<Record<string, Row | null>[]>([]);
    loading = $state(true);
    complete = $state(false);
    problem = $state<ProblemError | null>(null);
    count = $state<string | null>(null);

    /** What others do to them. */
    readonly live = new Live(this);

    #next: Place | null = null;
    #request: AbortController | null = null;
    #query: URLSearchParams | null = null;

    constructor(
        readonly app: App,
        readonly table: AppTable,
        readonly rest: Rest,
    ) {}

    /** The query of the data API behind what is shown. */
    get query(): URLSearchParams {
        return this.#query ?? dataQuery(this.table, everything, () => undefined);
    }

    /** Shows something else; an answer still under way is dropped. */
    async show(query: GridQuery): Promise<void> {
        this.#query = dataQuery(this.table, query, (name) =>
            this.app.tables.find((table) => table.name === name),
        );
        this.count = null;
        const wanted = this.#query;
        await this.live.begin();
        if (this.#query === wanted) await this.reload();
    }

    async reload(): Promise<void> {
        this.#request?.abort();
        this.#next = null;
        this.complete = false;
        await this.#fetch(true);
    }

    /** Fetches the next page unless one is under way or there is none. */
    async more(): Promise<void> {
        if (!this.loading && !this.complete && this.problem === null) await this.#fetch(false);
    }

    async countAll(): Promise<void> {
        this.count = await this.rest.count(this.table.name, this.query);
    }

    /** Puts a saved row in the place of the old one. */
    replace(index: number, row: Row): void {
        this.rows = this.rows.with(index, { ...this.rows[index], ...row });
    }

    /** Puts rows as they are now in the place of the old ones. */
    replaceAll(replacements: Replacement[]): void {
        if (replacements.length === 0) return;
        const rows = [...this.rows];
        const embedded = [...this.embedded];
        for (const { index, ...now } of replacements) {
            rows[index] = { ...rows[index], ...now.row };
            embedded[index] = now.embedded;
        }
        this.rows = rows;
        this.embedded = embedded;
    }

    async #fetch(fresh: boolean): Promise<void> {
        const request = new AbortController();
        this.#request = request;
        this.loading = true;
        if (fresh) this.live.forget();
        this.problem = null;
        try {
            const page = await this.rest.page(
                this.table.name,
                this.query,
                pageSize,
                this.#next,
                request.signal,
            );
            this.rows = fresh ? page.rows : [...this.rows, ...page.rows];
            this.embedded = fresh ? page.embedded : [...this.embedded, ...page.embedded];
            this.#next = page.next;
            this.complete = page.next === null;
        } catch (error) {
            if (request.signal.aborted) return;
            this.problem = asProblem(error);
        }
        if (this.#request !== request) return;
        this.loading = false;
        this.live.read();
    }
}
