import { client } from './client.ts';
import type { Problem } from './problem.ts';

/** Tables that something else was turned into; nothing of it is saved. */
export interface Converted<Model> {
    model: Model;
    /** What was guessed at, passed over or left out. */
    problems: Problem[];
}

/** @throws ProblemError with all that is wrong when nothing can be made of the text */
export function convert<Model>(
    from: 'quick' | 'csv',
    text: string,
    name: string,
    signal?: AbortSignal,
): Promise<Converted<Model>> {
    return client.post('/api/design/convert', { from, text, name }, { signal });
}
