import { STALE, getModel, saveEdit } from '#lib/api/models.ts';
import { ProblemError, type Problem } from '#lib/api/problem.ts';
import type { Design } from '#lib/model/design.ts';
import type { Model } from '#lib/model/documents.ts';
import type { Edit } from '#lib/model/edit.ts';

/** A design as it was saved. */
export interface Snapshot {
    design: Design;
    revision: number;
    problems: readonly Problem[];
}

/** Where designs are kept. */
export interface DesignStore {
    load(): Promise<Snapshot>;
    /** @throws ProblemError for which {@link isStale} holds when `base` is not the newest revision. */
    save(
        base: number,
        label: string,
        edit: Edit,
    ): Promise<{ revision: number; problems: Problem[] }>;
}

export function isStale(error: unknown): boolean {
    return error instanceof ProblemError && error.code === STALE;
}

/** The designs of a project, on the server. */
export function designStore(project: string): DesignStore {
    return {
        async load() {
            const { model, layout, revision, problems } = await getModel<Model>(project);
            return { design: { model, layout }, revision, problems };
        },
        save: (base, label, edit) => saveEdit(project, { base, label, ...edit }),
    };
}
