import { client, path } from './client.ts';
import type { Problem } from './problem.ts';

/** Where a table lies on the canvas, and its colour. */
export interface Place {
    x: number;
    y: number;
    color?: string | null;
}

export interface ModelAnswer<Model> {
    revision: number;
    model: Model;
    layout: Record<string, Place>;
    problems: Problem[];
}

export interface EditRequest<Put> {
    /** The revision the edit was made on. */
    base: number;
    label: string;
    put: Put;
    remove: string[];
    layout: Record<string, Place>;
}

export interface Revision {
    number: number;
    author: string;
    at: string;
    label: string;
}

export interface Ddl {
    dialect: string;
    sql: string;
    /** What that database cannot do. */
    problems: Problem[];
}

/** The code by which the server says that somebody else saved first. */
export const STALE = 'B103';

export function getModel<Model>(project: string): Promise<ModelAnswer<Model>> {
    return client.get(path`/api/projects/${project}/model`);
}

/** @throws ProblemError with the code {@link STALE} when `base` is not the newest revision. */
export function saveEdit<Put>(
    project: string,
    edit: EditRequest<Put>,
): Promise<{ revision: number; problems: Problem[] }> {
    return client.post(path`/api/projects/${project}/model/edits`, edit);
}

export function getModelText(project: string): Promise<{ revision: number; text: string }> {
    return client.get(path`/api/projects/${project}/model/text`);
}

export function saveModelText(
    project: string,
    base: number,
    text: string,
): Promise<{ revision: number; problems: Problem[] }> {
    return client.put(path`/api/projects/${project}/model/text`, { base, text });
}

export function getDdl(project: string, dialect: string, signal?: AbortSignal): Promise<Ddl> {
    return client.get(
        `${path`/api/projects/${project}/ddl`}?dialect=${encodeURIComponent(dialect)}`,
        {
            signal,
        },
    );
}

/** The saved model in the language of another tool. */
export function getExport(project: string, as: 'dbml' | 'mermaid'): Promise<{ text: string }> {
    return client.get(`${path`/api/projects/${project}/export`}?as=${as}`);
}

export function listRevisions(project: string): Promise<Revision[]> {
    return client.get(path`/api/projects/${project}/revisions`);
}

export function getRevision<Model>(project: string, number: number): Promise<ModelAnswer<Model>> {
    return client.get(path`/api/projects/${project}/revisions/${number}`);
}

export function restoreRevision(
    project: string,
    number: number,
    base: number,
): Promise<{ revision: number }> {
    return client.post(path`/api/projects/${project}/revisions/${number}/restore`, { base });
}
