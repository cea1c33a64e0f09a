import { client } from './client.ts';

export interface User {
    id: string;
    email: string;
    name: string;
    administrator: boolean;
}

export interface Session {
    /** No administrator exists yet. */
    setup: boolean;
    csrf: string;
    user: User | null;
}

function keep(session: Session): Session {
    client.useCsrf(session.csrf);
    return session;
}

export async function loadSession(): Promise<Session> {
    return keep(await client.get<Session>('/api/session'));
}

/** Creates the first administrator, who is then signed in. */
export async function setUp(email: string, name: string, password: string): Promise<Session> {
    return keep(await client.post<Session>('/api/setup', { email, name, password }));
}

export async function signIn(email: string, password: string): Promise<Session> {
    return keep(await client.post<Session>('/api/session', { email, password }));
}

export async function signOut(): Promise<void> {
    await client.delete('/api/session');
}
