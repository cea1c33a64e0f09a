import { asProblem, type Problem, type ProblemError } from '#lib/api/problem.ts';
import { t } from '#lib/i18n/index.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { completed } from '#lib/model/arrange.ts';
import type { Design } from '#lib/model/design.ts';
import {
    applied,
    bothTouch,
    difference,
    isNothing,
    joined,
    without,
    type Edit,
} from '#lib/model/edit.ts';
import type { Command } from './Command.ts';
import { isStale, type DesignStore, type Snapshot } from './DesignStore.ts';

interface Step {
    label: string;
    forward: Edit;
    backward: Edit;
    merge: string | undefined;
    at: number;
}

/** Somebody else saved a change of an element that was changed here too. */
export interface Conflict {
    theirs: Snapshot;
    author: string | undefined;
    /** Ids of the elements both changed. */
    both: ReadonlySet<string>;
}

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed';

/** How long typing may pause and still be undone as one. */
const MERGE_WITHIN = 2000;

/**
 * The design somebody works on. It changes only through {@link run}, so that undo, saving and drawing all
 * hang on that one method. Changes are saved by themselves after a pause.
 */
export class DesignState {
    design = $state.raw() as Design;
    problems = $state.raw<readonly Problem[]>([]);
    saving = $state<Saving>('saved');
    failure = $state.raw<ProblemError | null>(null);
    conflict = $state.raw<Conflict | null>(null);
    /** Read from a database made by others: the drawing can be arranged, the model cannot be changed. */
    fixed = $state(false);
    /** The newest revision this browser knows. */
    revision = $state(0);

    #past = $state.raw<readonly Step[]>([]);
    #future = $state.raw<readonly Step[]>([]);
    #saved: Design;
    #labels: string[] = [];
    #timer: ReturnType<typeof setTimeout> | undefined;
    /** Saves follow one another: each builds on the revision of the one before. */
    #saves = Promise.resolve();

    constructor(
        private readonly store: DesignStore,
        snapshot: Snapshot,
        private readonly pause = 600,
    ) {
        this.#saved = snapshot.design;
        this.design = this.#complete(snapshot.design);
        this.revision = snapshot.revision;
        this.problems = snapshot.problems;
    }

    /** All that is wrong: what the server refused to save comes first. */
    readonly everyProblem = $derived<readonly Problem[]>([
        ...(this.failure?.problems ?? []),
        ...this.problems,
    ]);
    readonly undoLabel = $derived(this.#past.at(-1)?.label);
    readonly redoLabel = $derived(this.#future.at(-1)?.label);

    run(command: Command): void {
        this.#do(command.label, command.apply(this.design), command.merge);
    }

    /** Takes a design that was made elsewhere and is saved already, such as from edited text. */
    replaceBy(label: string, snapshot: Snapshot): void {
        const after = this.#complete(snapshot.design);
        this.#remember(label, this.design, after, undefined);
        this.#saved = snapshot.design;
        this.revision = snapshot.revision;
        this.problems = snapshot.problems;
        this.design = after;
    }

    /** Reads anew what was changed on the server; what was saved here before can still be undone. */
    async reload(label: string): Promise<void> {
        await this.flush();
        this.replaceBy(label, await this.store.load());
    }

    undo(): void {
        const step = this.#past.at(-1);
        if (!step) return;
        this.#past = this.#past.slice(0, -1);
        this.#future = [...this.#future, step];
        this.design = applied(this.design, step.backward);
        this.#later(t.designer.undid(step.label));
    }

    redo(): void {
        const step = this.#future.at(-1);
        if (!step) return;
        this.#future = this.#future.slice(0, -1);
        this.#past = [...this.#past, step];
        this.design = applied(this.design, step.forward);
        this.#later(step.label);
    }

    /** Saves now what waits to be saved; the promise never fails, see {@link failure}. */
    flush(): Promise<void> {
        clearTimeout(this.#timer);
        this.#saves = this.#saves.then(async () => {
            if (this.conflict) return;
            await this.#save();
            if (this.saving === 'waiting') this.#later();
        });
        return this.#saves;
    }

    /** Ends a conflict: what both changed becomes theirs, or stays as it is here. */
    async resolve(keep: 'mine' | 'theirs'): Promise<void> {
        const { conflict } = this;
        if (!conflict) return;
        const mine = difference(this.#saved, this.design);
        const rest = keep === 'mine' ? mine : without(mine, conflict.both);
        this.#takeOver(conflict.theirs, rest);
        this.conflict = null;
        // What was done before cannot be undone on top of somebody else's work.
        if (keep === 'theirs') this.#past = [];
        await this.flush();
    }

    #complete(design: Design): Design {
        return { ...design, layout: completed(design) };
    }

    #do(label: string, after: Design, merge: string | undefined): void {
        if (after === this.design) return;
        if (this.fixed && after.model !== this.design.model) {
            toasts.show({ kind: 'note', title: t.model.fixed, text: t.model.fixedText });
            return;
        }
        const before = this.design;
        const complete = this.#complete(after);
        if (!this.#remember(label, before, complete, merge)) return;
        this.design = complete;
        this.#later(label);
    }

    #remember(label: string, before: Design, after: Design, merge: string | undefined): boolean {
        const forward = difference(before, after);
        if (isNothing(forward)) return false;
        const backward = difference(after, before);
        const now = Date.now();
        const last = this.#past.at(-1);
        const joins = merge && last?.merge === merge && now - last.at < MERGE_WITHIN;
        const step: Step = joins
            ? {
                  ...last,
                  forward: joined(last.forward, forward),
                  backward: joined(backward, last.backward),
                  at: now,
              }
            : { label, forward, backward, merge, at: now };
        this.#past = [...(joins ? this.#past.slice(0, -1) : this.#past), step];
        this.#future = [];
        return true;
    }

    #later(label?: string): void {
        if (label) this.#labels.push(label);
        if (this.conflict) return;
        if (this.saving !== 'saving') this.saving = 'waiting';
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.flush(), this.pause);
    }

    async #save(): Promise<void> {
        const sent = this.design;
        const edit = difference(this.#saved, sent);
        if (isNothing(edit)) {
            this.saving = 'saved';
            return;
        }
        this.saving = 'saving';
        const labels = this.#labels;
        this.#labels = [];
        try {
            const answer = await this.store.save(this.revision, summary(labels), edit);
            this.#saved = sent;
            this.revision = answer.revision;
            this.problems = answer.problems;
            this.failure = null;
            this.saving = this.design === sent ? 'saved' : 'waiting';
        } catch (error) {
            this.#labels = [...labels, ...this.#labels];
            if (isStale(error)) await this.#meet(asProblem(error));
            else {
                this.failure = asProblem(error);
                this.saving = 'failed';
            }
        }
    }

    /** Somebody else was first: puts both works together where they do not meet, else asks. */
    async #meet(problem: ProblemError): Promise<void> {
        let theirs: Snapshot;
        try {
            theirs = await this.store.load();
        } catch (error) {
            this.failure = asProblem(error);
            this.saving = 'failed';
            return;
        }
        const mine = difference(this.#saved, this.design);
        const both = bothTouch(mine, difference(this.#saved, theirs.design));
        if (both.size === 0) {
            this.#takeOver(theirs, mine);
            this.saving = 'waiting';
            return;
        }
        const { author } = problem.body;
        this.conflict = { theirs, author: typeof author === 'string' ? author : undefined, both };
        this.saving = 'failed';
    }

    #takeOver(theirs: Snapshot, mine: Edit): void {
        this.#saved = theirs.design;
        this.revision = theirs.revision;
        this.problems = theirs.problems;
        this.design = this.#complete(applied(theirs.design, mine));
    }
}

/** What was done, in a few words. */
function summary(labels: readonly string[]): string {
    const different = labels.filter((label, i) => labels.indexOf(label) === i);
    return different.length === 1 ? (different[0] ?? '') : t.designer.changes(different.length);
}
