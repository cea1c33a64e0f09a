import { client, path } from './client.ts';

export interface Project {
    name: string;
    title: string;
    /** It serves a database that somebody else shapes. */
    attached: boolean;
    /** How many. */
    tables: number;
    /** The name of the environment that serves it, if it was deployed. */
    environment: string | null;
    updatedAt: string | null;
}

/** What a project begins with. */
export type Start =
    | { start: 'empty' }
    | { start: 'sample' }
    | { start: 'connection'; connection: string; schemas: string[] };

export function listProjects(signal?: AbortSignal): Promise<Project[]> {
    return client.get('/api/projects', { signal });
}

export function getProject(name: string): Promise<Project> {
    return client.get(path`/api/projects/${name}`);
}

export function createProject(name: string, title: string, start: Start): Promise<Project> {
    return client.post('/api/projects', { name, title, ...start });
}

export function renameProject(name: string, title: string): Promise<Project> {
    return client.patch(path`/api/projects/${name}`, { title });
}

export function deleteProject(name: string): Promise<void> {
    return client.delete(path`/api/projects/${name}`);
}
