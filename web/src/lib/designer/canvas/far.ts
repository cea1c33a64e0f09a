import { createContext } from 'svelte';

/** Whether the drawing is seen from so far that only the names of tables are worth drawing. */
export const [useFar, provideFar] = createContext<() => boolean>();

/** Below this zoom the columns are too small to be read. */
export const FAR = 0.42;
