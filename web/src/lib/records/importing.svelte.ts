import { isAbort } from '#lib/api/client.ts';
import { asProblem, type ProblemError } from '#lib/api/problem.ts';
import { reportOf, typeOf, type ImportReport } from './importReport.ts';
import type { Rest } from './rest.ts';
import type { AppTable } from './app.ts';

/** What becomes of rows that exist already. */
export type Existing = 'refuse' | 'update' | 'ignore';

const resolutions = {
    update: 'resolution=merge-duplicates',
    ignore: 'resolution=ignore-duplicates',
};

/** The import of a file into a table: tried first, then done. */
export class Importing {
    file = $state.raw<File | null>(null);
    existing = $state<Existing>('refuse');
    /** The column that tells which rows exist already; empty for the key. */
    by = $state('');
    /** The part of the file that got through, while it is tried or imported. */
    sent = $state<number | null>(null);
    isTrial = $state(true);
    report = $state.raw<ImportReport | null>(null);
    problem = $state.raw<ProblemError | null>(null);

    #running: AbortController | null = null;

    constructor(
        private readonly table: AppTable,
        private readonly rest: Rest,
    ) {}

    /** How many rows would be written. */
    get good(): number {
        return this.report ? this.report.rows - this.report.refused : 0;
    }

    /** Does everything but keep it. */
    async try(): Promise<void> {
        await this.#send(['tx=rollback']);
    }

    /** Writes the rows that the trial found good. */
    async run(): Promise<void> {
        await this.#send(this.report?.refused ? ['invalid=skip'] : []);
    }

    cancel(): void {
        this.#running?.abort();
        this.#running = null;
        this.sent = null;
    }

    async #send(prefer: string[]): Promise<void> {
        this.cancel();
        if (!this.file) return;
        const mine = new AbortController();
        this.#running = mine;
        this.isTrial = prefer.includes('tx=rollback');
        this.problem = null;
        if (this.isTrial) this.report = null;
        this.sent = 0;
        try {
            this.report = await this.rest.importFile(
                this.table.name,
                this.file,
                typeOf(this.file.name) ?? 'text/csv',
                this.existing === 'refuse' ? prefer : [...prefer, resolutions[this.existing]],
                this.existing === 'refuse' || this.by === '' ? [] : [this.by],
                { signal: mine.signal, onsent: (part) => (this.sent = part) },
            );
        } catch (error) {
            if (isAbort(error)) return;
            this.report = reportOf(error);
            if (!this.report) this.problem = asProblem(error);
        }
        this.sent = null;
        this.#running = null;
    }
}
