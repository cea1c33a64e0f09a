import { describe, expect, it } from 'vitest';
import { ProblemError } from '#lib/api/problem.ts';
import { EMPTY_DESIGN, newTable, withTable, withTables, type Design } from '#lib/model/design.ts';
import { applied, type Edit } from '#lib/model/edit.ts';
import type { Command } from './Command.ts';
import { DesignState } from './DesignState.svelte.ts';
import type { DesignStore } from './DesignStore.ts';

/** Keeps designs as the server does, in memory. */
class Memory implements DesignStore {
    design: Design = EMPTY_DESIGN;
    revision = 1;
    labels: string[] = [];
    failing: ProblemError | null = null;

    load() {
        return Promise.resolve({ design: this.design, revision: this.revision, problems: [] });
    }

    save(base: number, label: string, edit: Edit) {
        if (this.failing) return Promise.reject(this.failing);
        if (base !== this.revision) {
            return Promise.reject(
                new ProblemError(409, 'B103', 'Somebody was first.', undefined, [], {
                    author: 'Grace',
                }),
            );
        }
        this.design = applied(this.design, edit);
        this.labels.push(label);
        return Promise.resolve({ revision: ++this.revision, problems: [] });
    }
}

const add = (id: string): Command => ({
    label: `Add ${id}`,
    apply: (design) => withTables(design, [...design.model.tables, newTable(id, id)]),
});

const rename = (id: string, name: string): Command => ({
    label: 'Rename table',
    merge: `name ${id}`,
    apply: (design) => withTable(design, id, (table) => ({ ...table, name })),
});

const names = (design: Design) => design.model.tables.map(({ name }) => name);

async function start() {
    const store = new Memory();
    const state = new DesignState(store, await store.load(), 100_000);
    return { store, state };
}

describe('the state of a design', () => {
    it('undoes and does again, and saves each', async () => {
        const { store, state } = await start();
        state.run(add('a'));
        state.run(add('b'));
        expect(state.undoLabel).toBe('Add b');
        state.undo();
        expect(names(state.design)).toEqual(['a']);
        await state.flush();
        expect(names(store.design)).toEqual(['a']);
        state.redo();
        await state.flush();
        expect(names(store.design)).toEqual(['a', 'b']);
        expect(state.saving).toBe('saved');
        expect(state.redoLabel).toBeUndefined();
    });

    it('changes nothing of a model that others made', async () => {
        const { store, state } = await start();
        state.fixed = true;
        state.run(add('a'));
        await state.flush();
        expect(names(state.design)).toEqual([]);
        expect(store.revision).toBe(1);
    });

    it('undoes typing as one', async () => {
        const { state } = await start();
        state.run(add('a'));
        for (const name of ['w', 'wr', 'writer']) state.run(rename('a', name));
        state.undo();
        expect(names(state.design)).toEqual(['a']);
        state.redo();
        expect(names(state.design)).toEqual(['writer']);
    });

    it('forgets what was undone once something else is done', async () => {
        const { state } = await start();
        state.run(add('a'));
        state.undo();
        state.run(add('b'));
        state.redo();
        expect(names(state.design)).toEqual(['b']);
    });

    it('remembers nothing when nothing changed', async () => {
        const { state } = await start();
        state.run({ label: 'Nothing', apply: (design) => ({ ...design }) });
        expect(state.undoLabel).toBeUndefined();
        expect(state.saving).toBe('saved');
    });

    it('saves one after the other, however often it is asked to', async () => {
        const { store, state } = await start();
        state.run(add('a'));
        const first = state.flush();
        await Promise.resolve();
        state.run(add('b'));
        await Promise.all([first, state.flush(), state.flush()]);
        expect(names(store.design)).toEqual(['a', 'b']);
        expect(store.labels).toEqual(['Add a', 'Add b']);
        expect(state.conflict).toBeNull();
    });

    it('places every table', async () => {
        const { state } = await start();
        state.run(add('a'));
        expect(state.design.layout.a).toBeDefined();
    });

    it('keeps work that could not be saved, and saves it with the next', async () => {
        const { store, state } = await start();
        store.failing = new ProblemError(0, 'unreachable', 'The server cannot be reached.');
        state.run(add('a'));
        await state.flush();
        expect(state.saving).toBe('failed');
        expect(state.failure?.code).toBe('unreachable');
        store.failing = null;
        await state.flush();
        expect(names(store.design)).toEqual(['a']);
        expect(state.failure).toBeNull();
    });
});

describe('two people at once', () => {
    async function both() {
        const store = new Memory();
        store.design = withTables(EMPTY_DESIGN, [newTable('a', 'a'), newTable('b', 'b')]);
        const mine = new DesignState(store, await store.load(), 100_000);
        const theirs = new DesignState(store, await store.load(), 100_000);
        return { store, mine, theirs };
    }

    it('changing different tables lose nothing', async () => {
        const { store, mine, theirs } = await both();
        theirs.run(rename('b', 'book'));
        await theirs.flush();
        mine.run(rename('a', 'author'));
        await mine.flush();
        expect(mine.conflict).toBeNull();
        await mine.flush();
        expect(names(store.design)).toEqual(['author', 'book']);
        expect(names(mine.design)).toEqual(['author', 'book']);
        mine.undo();
        await mine.flush();
        expect(names(store.design)).toEqual(['a', 'book']);
    });

    it.each([
        ['mine', ['author', 'new']],
        ['theirs', ['writer', 'new']],
    ] as const)('changing the same table are asked; %s', async (keep, outcome) => {
        const { store, mine, theirs } = await both();
        theirs.run(rename('a', 'writer'));
        await theirs.flush();
        mine.run(rename('a', 'author'));
        mine.run(rename('b', 'new'));
        await mine.flush();
        expect(mine.conflict?.author).toBe('Grace');
        expect([...(mine.conflict?.both ?? [])]).toEqual(['a']);
        expect(names(store.design)).toEqual(['writer', 'b']);
        await mine.resolve(keep);
        expect(names(store.design)).toEqual(outcome);
        expect(mine.conflict).toBeNull();
    });
});
