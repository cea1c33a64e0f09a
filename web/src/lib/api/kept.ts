import { client, path } from './client.ts';

/** What a deployment dropped and the environment's database still keeps. */
export interface KeptAnswer<Table> {
    number: number;
    kind: 'table' | 'column';
    /** What it was called, such as `people` or `people.phone`. */
    title: string;
    since: string;
    /** The table that holds it now. */
    place: string;
    /** Whether it comes back with a model that has it again. */
    returnable: boolean;
    obstacle: 'keyLost' | 'leftBehind' | null;
    /** The table it was, or was part of: of a column, with the key of its rows and itself alone. */
    origin: Table;
    /** The id of the column. */
    column: string | null;
}

const all = (project: string, environment: string) =>
    path`/api/projects/${project}/environments/${environment}/kept`;

export function listKept<Table>(
    project: string,
    environment: string,
): Promise<KeptAnswer<Table>[]> {
    return client.get(all(project, environment));
}

/** Nothing brings it back after this. */
export function purgeKept(project: string, environment: string, number: number): Promise<void> {
    return client.delete(`${all(project, environment)}${path`/${number}`}`);
}
