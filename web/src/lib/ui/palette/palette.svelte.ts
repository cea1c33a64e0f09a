import { untrack } from 'svelte';
import type { Action } from '../action.ts';
import { isTyping, matches } from '../shortcut.ts';

type Source = () => Action[];

/** Everything that can be done or reached from here; pages add to it while they are shown. */
class Palette {
    open = $state(false);
    #sources = $state.raw<readonly Source[]>([]);

    readonly actions: Action[] = $derived(this.#sources.flatMap((source) => source()));

    /** Adds actions; the answer takes them away again, so it can be an effect's return value. */
    add(source: Source): () => void {
        // An effect that adds must not depend on what others add, or it would run for ever.
        const before = untrack(() => this.#sources);
        this.#sources = [...before, source];
        return () => (this.#sources = this.#sources.filter((other) => other !== source));
    }

    /** Runs the action whose shortcut was pressed; tells whether there was one. */
    press(event: KeyboardEvent): boolean {
        if (event.defaultPrevented) return false;
        if (matches(event, 'mod+k')) {
            this.open = !this.open;
            event.preventDefault();
            return true;
        }
        const typing = isTyping(event.target);
        const inDialog = document.querySelector('[role="dialog"]') !== null;
        if (inDialog) return false;
        const action = this.actions.findLast(
            ({ keys, disabled }) =>
                keys && !disabled && matches(event, keys) && (!typing || keys.includes('mod+')),
        );
        if (!action) return false;
        event.preventDefault();
        void action.run();
        return true;
    }
}

export const palette = new Palette();
