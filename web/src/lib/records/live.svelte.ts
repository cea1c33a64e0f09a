import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { same } from './format.ts';
import { keyText } from './query.ts';
import type { Told } from './follow.ts';
import type { Records, Replacement } from './records.svelte.ts';

/** So long a changed cell is marked. */
const markedFor = 4_000;

/** So long the first read waits for the changes to be followed, so that none falls in between. */
const patience = 500;

/**
 * What others do to the rows of a grid, as it happens. Rows stay where they are: values change in
 * their place, and what came or went is only told until somebody wants to see it.
 */
export class Live {
    /** Keys of rows that came and are not shown. */
    readonly fresh = new SvelteSet<string>();
    /** Keys of rows that are shown, and gone. */
    readonly gone = new SvelteSet<string>();
    /** Names of columns that were changed just now, by the row's key. */
    readonly changed = new SvelteMap<string, Set<string>>();
    /** Whether changes may have been missed. */
    stale = $state(false);

    /** Keys of rows that were made here. */
    readonly #own = new SvelteSet<string>();
    #waiting: Told[] = [];
    #last: string | null = null;
    #following: AbortController | null = null;

    constructor(private readonly records: Records) {}

    /** Follows what is shown from now on. */
    async begin(): Promise<void> {
        this.stop();
        this.#last = null;
        this.#waiting = [];
        if (!this.records.table.live) return;
        document.addEventListener('visibilitychange', this.#look);
        await Promise.race([
            this.#follow(),
            new Promise((resolve) => setTimeout(resolve, patience)),
        ]);
    }

    stop(): void {
        document.removeEventListener('visibilitychange', this.#look);
        this.#following?.abort();
        this.#following = null;
    }

    /** Nobody looks at a hidden page, and browsers have few connections to one server. */
    readonly #look = () => {
        if (document.hidden) {
            this.#following?.abort();
            this.#following = null;
        } else if (this.#following === null) void this.#follow();
    };

    /** Resolves when changes are told, or will not be. */
    #follow(): Promise<void> {
        const following = new AbortController();
        this.#following = following;
        const { rest, table, query } = this.records;
        return new Promise((resolve) => {
            const listener = {
                onopen: resolve,
                ontold: (told: Told[], last: string | null) => {
                    if (following.signal.aborted) return;
                    this.#last = last;
                    this.#take(told);
                },
            };
            void rest
                .follow(table.name, query, this.#last, following.signal, listener)
                .then(resolve);
        });
    }

    /** A row was made here, which is no news. */
    made(key: string): void {
        this.#own.add(key);
        this.fresh.delete(key);
    }

    /** All is read anew. */
    forget(): void {
        this.fresh.clear();
        this.gone.clear();
        this.changed.clear();
        this.stale = false;
    }

    /** Rows were read; what was told meanwhile may be newer than they are. */
    read(): void {
        const told = this.#waiting;
        this.#waiting = [];
        this.#take(told);
        if (this.fresh.size === 0) return;
        const { table, rows } = this.records;
        for (const row of rows) this.fresh.delete(keyText(table, row));
    }

    #take(told: Told[]): void {
        if (told.length === 0) return;
        if (this.records.loading) {
            this.#waiting.push(...told);
            return;
        }
        const { table, rows } = this.records;
        const places = Object.fromEntries(rows.map((row, index) => [keyText(table, row), index]));
        const replacements: Replacement[] = [];
        for (const one of told) {
            const key = keyText(table, one.key);
            const index = places[key];
            if (one.event === 'reset') this.stale = true;
            else if (one.event === 'delete') {
                this.fresh.delete(key);
                if (index !== undefined) this.gone.add(key);
            } else if (index !== undefined) {
                this.gone.delete(key);
                replacements.push({ index, row: one.row, embedded: one.embedded });
            } else if (one.event === 'insert' ? !this.#own.has(key) : this.records.complete) {
                this.fresh.add(key);
            }
        }
        replacements.forEach((replacement) => this.#mark(replacement));
        this.records.replaceAll(replacements);
    }

    #mark({ index, row }: Replacement): void {
        const before = this.records.rows[index];
        if (!before) return;
        const names = Object.keys(row).filter(
            (name) => !same(before[name] ?? null, row[name] ?? null),
        );
        if (names.length === 0) return;
        const key = keyText(this.records.table, before);
        const marked = new SvelteSet([...(this.changed.get(key) ?? []), ...names]);
        this.changed.set(key, marked);
        setTimeout(() => {
            if (this.changed.get(key) === marked) this.changed.delete(key);
        }, markedFor);
    }
}
