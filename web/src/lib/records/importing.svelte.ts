import { isAbort } from '#lib/api/client.ts';
import { asProblem, ProblemError } from '#lib/api/problem.ts';
import { t } from '#lib/i18n/index.ts';
import { encodingOf, type Encoding } from './encoding.ts';
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
    /** What the text of the file was taken for. */
    encoding = $state<Encoding>('utf-8');
    /** What was cancelled: a trial, an import, or one whose file had got through already. */
    cancelled = $state<'trial' | 'import' | 'late' | null>(null);

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
        if (this.sent !== null) {
            this.cancelled = this.isTrial ? 'trial' : this.sent < 1 ? 'import' : 'late';
        }
        this.#running?.abort();
        this.#running = null;
        this.sent = null;
    }

    async #send(prefer: string[]): Promise<void> {
        this.cancel();
        this.cancelled = null;
        this.problem = null;
        const { file } = this;
        if (!file) return;
        const type = typeOf(file.name);
        if (!type) {
            this.report = null;
            const words = t.records.importing;
            this.problem = new ProblemError(0, '', words.unknown(file.name), words.help);
            return;
        }
        const mine = new AbortController();
        this.#running = mine;
        this.isTrial = prefer.includes('tx=rollback');
        if (this.isTrial) this.report = null;
        this.sent = 0;
        try {
            this.encoding = type === 'text/csv' ? await encodingOf(file) : 'utf-8';
            if (mine.signal.aborted) return;
            this.report = await this.rest.importFile(
                this.table.name,
                file,
                this.encoding === 'utf-8' ? type : `${type}; charset=${this.encoding}`,
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
