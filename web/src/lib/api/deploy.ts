import { client, path } from './client.ts';
import type { Problem } from './problem.ts';

/** A connection and schema that a project is deployed to. */
export interface Environment {
    id: string;
    name: string;
    /** The id of a connection, or `embedded`. */
    connection: string;
    schema: string;
    /** Whether it answers the data API and the app. */
    serving: boolean;
    deployedRevision: number | null;
    deployedAt: string | null;
}

export type Risk = 'safe' | 'data-dependent' | 'lossy' | 'destructive';

export interface Preflight {
    question: string;
    count: number;
    blocking: boolean;
    examples?: string[];
}

/** What a step costs those who work with the table meanwhile. */
export interface Cost {
    work: 'catalog' | 'scan' | 'rewrite';
    blocks: 'nobody' | 'writers' | 'everybody';
    /** How fewer would wait; empty when there is no other way. */
    instead: string;
}

export interface PlanStep {
    number: number;
    kind: string;
    title: string;
    on: string;
    risk: Risk;
    cost: Cost;
    loss: string;
    sql: string[];
    reverse: string[];
    preflights: Preflight[];
}

/** Whether something is the same under another name, which nobody but people can tell. */
export interface RenameQuestion {
    kind: 'table' | 'column';
    on: string;
    from: string;
    to: string;
    why: string;
    /** What an answer names, such as `customer.fax=telefax`. */
    rename: string;
    /** First that it is a rename, then that it is none. */
    answers: { answer: string; title: string }[];
}

/** What was said to the questions of a plan. */
export interface Answers {
    renamed: string[];
    notRenamed: string[];
}

export const unanswered: Answers = { renamed: [], notRenamed: [] };

/** What would be run to bring an environment to the newest revision. */
export interface Plan {
    id: string;
    revision: number;
    dialect: string;
    fingerprint: string;
    empty: boolean;
    steps: PlanStep[];
    /** To be answered before it runs. */
    questions: RenameQuestion[];
    notes: Problem[];
    /** The risks that have to be agreed to by name. */
    consent: Risk[];
    /** Rows stand in the way. */
    blocked: boolean;
}

export interface DeploymentStep {
    number: number;
    title: string;
    status: 'waiting' | 'running' | 'done' | 'failed';
    milliseconds: number | null;
    problem: string | null;
}

export interface Deployment {
    id: string;
    status: 'running' | 'done' | 'failed' | 'cancelled';
    steps: DeploymentStep[];
    problem: Problem | null;
}

export interface PastDeployment {
    id: string;
    status: Deployment['status'];
    revision: number;
    by: string;
    startedAt: string;
    finishedAt: string | null;
    steps: number;
}

const environments = (project: string) => path`/api/projects/${project}/environments`;
const environment = (project: string, id: string) =>
    path`/api/projects/${project}/environments/${id}`;

export function listEnvironments(project: string): Promise<Environment[]> {
    return client.get(environments(project));
}

/** What a project without an environment begins with: the database that is always there. */
export const firstEnvironment = {
    name: 'development',
    connection: 'embedded',
    schema: '',
    serving: true,
};

export function saveEnvironment(
    project: string,
    input: Omit<Environment, 'id' | 'deployedRevision' | 'deployedAt'> & { id?: string },
): Promise<Environment> {
    const { id, ...body } = input;
    return id
        ? client.put(environment(project, id), body)
        : client.post(environments(project), body);
}

export function deleteEnvironment(project: string, id: string): Promise<void> {
    return client.delete(environment(project, id));
}

export function makePlan(project: string, id: string, answers = unanswered): Promise<Plan> {
    return client.post(`${environment(project, id)}/plan`, answers);
}

export function deploy(
    project: string,
    id: string,
    plan: string,
    allow: Risk[],
    answers = unanswered,
): Promise<{ id: string }> {
    return client.post(`${environment(project, id)}/deployments`, { plan, allow, ...answers });
}

export function listDeployments(project: string, id: string): Promise<PastDeployment[]> {
    return client.get(`${environment(project, id)}/deployments`);
}

export function getDeployment(id: string): Promise<Deployment> {
    return client.get(path`/api/deployments/${id}`);
}

export function cancelDeployment(id: string): Promise<void> {
    return client.post(path`/api/deployments/${id}/cancel`);
}

export function getDrift(
    project: string,
    id: string,
): Promise<{ differs: boolean; changes: { title: string; on: string }[] }> {
    return client.get(`${environment(project, id)}/drift`);
}

/** Hears how a deployment goes until it ends; the answer stops listening. */
export function followDeployment(id: string, onchange: (now: Deployment) => void): () => void {
    const events = new EventSource(path`/api/deployments/${id}/events`);
    let ended = false;
    const stop = () => {
        ended = true;
        events.close();
    };
    const tell = () => {
        getDeployment(id).then((now) => {
            // Answers of several questions are under way at once; the end is told once.
            if (ended) return;
            if (now.status !== 'running') stop();
            onchange(now);
        }, stop);
    };
    events.addEventListener('step', tell);
    events.addEventListener('end', tell);
    tell();
    return stop;
}
