import { describe, expect, it } from 'vitest';
import { Client, isAbort, path } from './client.ts';
import { ProblemError } from './problem.ts';

/** A client whose server answers as told, and what it was asked. */
function clientOf(answer: () => Response | Promise<Response>) {
    const asked: { url: string; init: RequestInit }[] = [];
    const client = new Client((url, init) => {
        asked.push({ url: url as string, init: init ?? {} });
        return Promise.resolve(answer());
    });
    return { client, asked };
}

const json = (body: string, status = 200, type = 'application/json') =>
    new Response(body, { status, headers: { 'Content-Type': type } });

async function failure(promise: Promise<unknown>): Promise<ProblemError> {
    const error: unknown = await promise.then(
        () => null,
        (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ProblemError);
    return error as ProblemError;
}

describe('the client', () => {
    it('sends the token against forged requests with writing requests only', async () => {
        const { client, asked } = clientOf(() => json('{}'));
        client.useCsrf('secret');
        await client.get('/api/projects');
        await client.post('/api/projects', { name: 'shop' });
        expect(new Headers(asked[0]?.init.headers).has('X-CSRF-TOKEN')).toBe(false);
        expect(new Headers(asked[1]?.init.headers).get('X-CSRF-TOKEN')).toBe('secret');
        expect(asked[1]?.init.body).toBe('{"name":"shop"}');
    });

    it('keeps the digits of rows', async () => {
        const { client } = clientOf(() => json('[{"id":9223372036854775807}]'));
        const rows = await client.get<{ id: unknown }[]>('/p/shop/rest/v1/order', { rows: true });
        expect(String(rows[0]?.id)).toBe('9223372036854775807');
    });

    it('reads a problem of the builder API', async () => {
        const body = {
            title: 'Conflict',
            status: 409,
            code: 'B103',
            detail: 'Somebody else saved first.',
            hint: 'Load the newest revision.',
            problems: [{ severity: 'error', code: 'M012', path: 'tables/a', message: 'x' }],
            revision: 8,
        };
        const { client } = clientOf(() =>
            json(JSON.stringify(body), 409, 'application/problem+json'),
        );
        const error = await failure(client.post('/api/x', {}));
        expect(error).toMatchObject({
            status: 409,
            code: 'B103',
            hint: 'Load the newest revision.',
        });
        expect(error.message).toBe('Somebody else saved first.');
        expect(error.problems[0]?.path).toBe('tables/a');
        expect(error.body.revision).toBe(8);
    });

    it('reads a problem of the data API', async () => {
        const { client } = clientOf(() =>
            json(
                '{"code":"42703","message":"No column agee.","details":null,"hint":"Try age."}',
                400,
            ),
        );
        const error = await failure(client.get('/p/shop/rest/v1/person'));
        expect(error).toMatchObject({
            code: '42703',
            message: 'No column agee.',
            hint: 'Try age.',
        });
    });

    it('says so when no server answers', async () => {
        const { client } = clientOf(() => Promise.reject(new TypeError('Failed to fetch')));
        expect(await failure(client.get('/api/session'))).toMatchObject({
            status: 0,
            code: 'unreachable',
        });
    });

    it('says so when the answer is broken', async () => {
        const { client } = clientOf(() => json('{"a":'));
        expect(await failure(client.get('/api/session'))).toMatchObject({ code: 'unreadable' });
    });

    it('survives an error page of something in between', async () => {
        const { client } = clientOf(() => json('<h1>Bad gateway</h1>', 502, 'text/html'));
        expect(await failure(client.get('/api/session'))).toMatchObject({
            status: 502,
            code: 'HTTP 502',
        });
    });

    it('tells when the session is gone', async () => {
        const { client } = clientOf(() => json('{"code":"B001","detail":"Sign in."}', 401));
        let told = 0;
        client.whenSignedOut(() => told++);
        await failure(client.get('/api/projects'));
        expect(told).toBe(1);
    });

    it('lets an abort through as what it is', async () => {
        const { client } = clientOf(() => Promise.reject(new DOMException('stop', 'AbortError')));
        const error: unknown = await client.get('/x').catch((thrown: unknown) => thrown);
        expect(isAbort(error)).toBe(true);
    });
});

it('a path keeps names in their place', () => {
    expect(path`/api/projects/${'a/b ?'}/model`).toBe('/api/projects/a%2Fb%20%3F/model');
});
