import { client, path } from './client.ts';
import type { User } from './session.ts';

export type GrantAction = 'create' | 'read' | 'update' | 'delete';

/** What a role may do with one table. */
export interface Grant {
    /** Its id. */
    table: string;
    actions: GrantAction[];
    /** Ids of columns that are not there for the role. */
    hiddenColumns: string[];
    /** Ids of columns that it may see but not set. */
    readOnlyColumns: string[];
    /** Which rows; null for all. */
    condition: { language: 'cel'; expression: string } | null;
}

export interface Role {
    id: string;
    name: string;
    title: string;
    grants: Grant[];
}

export interface Member {
    user: string;
    role: string;
    build: boolean;
}

export interface ApiKey {
    id: string;
    name: string;
    role: string;
    createdAt: string;
    expiresAt: string | null;
    lastUsedAt: string | null;
}

export function listRoles(project: string): Promise<Role[]> {
    return client.get(path`/api/projects/${project}/roles`);
}

export function saveRole(project: string, role: Role): Promise<Role> {
    return client.put(path`/api/projects/${project}/roles/${role.id}`, role);
}

export function deleteRole(project: string, id: string): Promise<void> {
    return client.delete(path`/api/projects/${project}/roles/${id}`);
}

export function listMembers(project: string): Promise<Member[]> {
    return client.get(path`/api/projects/${project}/members`);
}

export function saveMembers(project: string, members: Member[]): Promise<Member[]> {
    return client.put(path`/api/projects/${project}/members`, members);
}

export function listUsers(): Promise<User[]> {
    return client.get('/api/users');
}

export function createUser(user: {
    email: string;
    name: string;
    password: string;
    administrator: boolean;
}): Promise<User> {
    return client.post('/api/users', user);
}

export function listKeys(project: string): Promise<ApiKey[]> {
    return client.get(path`/api/projects/${project}/keys`);
}

/** The answer alone has the secret. */
export function createKey(
    project: string,
    name: string,
    role: string,
): Promise<ApiKey & { secret: string }> {
    return client.post(path`/api/projects/${project}/keys`, { name, role });
}

export function deleteKey(project: string, id: string): Promise<void> {
    return client.delete(path`/api/projects/${project}/keys/${id}`);
}

/** What calls of triggers are signed with; the secret itself only when it was made just now. */
export interface WebhookSecret {
    madeAt: string | null;
    secret?: string;
}

export function webhookSecret(project: string): Promise<WebhookSecret> {
    return client.get(path`/api/projects/${project}/webhook-secret`);
}

export function newWebhookSecret(project: string): Promise<WebhookSecret> {
    return client.post(path`/api/projects/${project}/webhook-secret`, {});
}

export interface AuditEntry {
    at: string;
    by: string;
    action: string;
    subject: string;
}

export function listAudit(project: string): Promise<AuditEntry[]> {
    return client.get(path`/api/projects/${project}/audit`);
}
