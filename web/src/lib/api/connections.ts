import { client, path } from './client.ts';

export interface Connection {
    id: string;
    name: string;
    url: string;
    user: string;
    hasPassword: boolean;
    /** So many connections at most for each schema. */
    poolSize: number;
}

/** A connection as it is saved: without a password the one it has stays. */
export interface ConnectionInput {
    id?: string;
    name: string;
    url: string;
    user: string;
    /** Or where it is found: `env:NAME`, `file:PATH`. */
    password?: string;
    poolSize?: number;
}

export interface ConnectionTest {
    ok: boolean;
    product: string | null;
    version: string | null;
    milliseconds: number;
    schemas: string[];
    problem: { code: string; detail: string; hint?: string } | null;
}

/** A kind of database. */
export interface DialectInfo {
    name: string;
    title: string;
    /** Whether its driver is here. */
    driver: boolean;
    urlTemplate: string;
    /** Whether Plinth can answer requests for rows from it. */
    serves: boolean;
}

export function listConnections(): Promise<Connection[]> {
    return client.get('/api/connections');
}

export function saveConnection(input: ConnectionInput): Promise<Connection> {
    const { id, ...body } = input;
    return id
        ? client.put(path`/api/connections/${id}`, body)
        : client.post('/api/connections', body);
}

export function deleteConnection(id: string): Promise<void> {
    return client.delete(path`/api/connections/${id}`);
}

export function testConnection(
    input: Omit<ConnectionInput, 'name'>,
    signal?: AbortSignal,
): Promise<ConnectionTest> {
    return client.post('/api/connections/test', input, { signal });
}

export function listDialects(): Promise<DialectInfo[]> {
    return client.get('/api/dialects');
}
