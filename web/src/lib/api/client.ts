import { t } from '#lib/i18n/index.ts';
import { parseJson, parseRows, writeJson } from './json.ts';
import { ProblemError, problemOf } from './problem.ts';

export interface RequestOptions {
    /** Sent as JSON; a string is sent as it is. */
    body?: unknown;
    headers?: Record<string, string>;
    signal?: AbortSignal;
    /** Keep the digits of every number, as rows need it. */
    rows?: boolean;
    /** Takes the body as a file; told how many bytes came so far. */
    file?: (bytes: number) => void;
}

export interface UploadOptions {
    headers: Record<string, string>;
    signal: AbortSignal;
    onsent: (part: number) => void;
}

export interface Answer<T> {
    status: number;
    headers: Headers;
    body: T;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The one way to the server. It carries the session's cookie and its token against forged requests,
 * and turns every failure but an abort into a {@link ProblemError}.
 */
export class Client {
    #csrf: string | undefined;
    #onSignedOut: (() => void) | undefined;

    constructor(private readonly send: typeof fetch = (...args) => fetch(...args)) {}

    /** The token that writing requests carry from now on. */
    useCsrf(token: string): void {
        this.#csrf = token;
    }

    /** Called when the server no longer knows the session. */
    whenSignedOut(listener: () => void): void {
        this.#onSignedOut = listener;
    }

    /** @throws ProblemError for every answer that is not a success, and when none comes. */
    async request<T>(
        method: Method,
        path: string,
        options: RequestOptions = {},
    ): Promise<Answer<T>> {
        const response = await this.#fetch(method, path, options);
        if (options.file && response.ok) {
            const body = (await readFile(response, options.file)) as T;
            return { status: response.status, headers: response.headers, body };
        }
        const text = method === 'HEAD' ? '' : await response.text();
        const type = response.headers.get('Content-Type') ?? '';
        const body = /\bjson\b/.test(type) && text ? this.#read(text, response, options) : text;
        if (!response.ok) {
            const problem = problemOf(response.status, response.statusText, body);
            if (response.status === 401) this.#onSignedOut?.();
            throw problem;
        }
        return { status: response.status, headers: response.headers, body: body as T };
    }

    async get<T>(path: string, options?: RequestOptions): Promise<T> {
        return (await this.request<T>('GET', path, options)).body;
    }

    async post<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> {
        return (await this.request<T>('POST', path, { ...options, body })).body;
    }

    async put<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> {
        return (await this.request<T>('PUT', path, { ...options, body })).body;
    }

    async patch<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> {
        return (await this.request<T>('PATCH', path, { ...options, body })).body;
    }

    async delete<T>(path: string, options?: RequestOptions): Promise<T> {
        return (await this.request<T>('DELETE', path, options)).body;
    }

    /**
     * Sends a file and gives the text of the answer. Unlike `fetch`, it tells how much got through.
     *
     * @param onsent told the part that was sent, between 0 and 1
     * @throws ProblemError when it does not get through, or is refused as a whole
     */
    upload(path: string, file: Blob, options: UploadOptions): Promise<string> {
        return new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.open('POST', path);
            for (const [name, value] of Object.entries(options.headers)) {
                request.setRequestHeader(name, value);
            }
            if (this.#csrf) request.setRequestHeader('X-CSRF-TOKEN', this.#csrf);
            request.upload.onprogress = ({ loaded, total }) => options.onsent(loaded / total);
            request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
            request.onerror = () => reject(unreachable());
            request.onload = () => {
                if (request.status < 300) {
                    resolve(request.responseText);
                    return;
                }
                if (request.status === 401) this.#onSignedOut?.();
                const body = asJson(request.responseText);
                reject(problemOf(request.status, request.statusText, body));
            };
            options.signal.addEventListener('abort', () => request.abort());
            request.send(file);
        });
    }

    async #fetch(method: Method, path: string, options: RequestOptions): Promise<Response> {
        const headers = new Headers(options.headers);
        if (!headers.has('Accept')) headers.set('Accept', 'application/json');
        const init: RequestInit = { method, headers, credentials: 'same-origin' };
        if (options.signal) init.signal = options.signal;
        if (options.body !== undefined) {
            if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
            init.body = typeof options.body === 'string' ? options.body : writeJson(options.body);
        }
        if (this.#csrf && method !== 'GET' && method !== 'HEAD') {
            headers.set('X-CSRF-TOKEN', this.#csrf);
        }
        try {
            return await this.send(path, init);
        } catch (error) {
            if (error instanceof DOMException && error.name === 'AbortError') throw error;
            throw unreachable();
        }
    }

    #read(text: string, response: Response, options: RequestOptions): unknown {
        try {
            return options.rows && response.ok ? parseRows(text) : parseJson(text);
        } catch {
            throw new ProblemError(
                response.status,
                'unreadable',
                t.api.unreadable,
                t.api.unreadableHint,
            );
        }
    }
}

function unreachable(): ProblemError {
    return new ProblemError(0, 'unreachable', t.api.unreachable, t.api.unreachableHint);
}

/** What a proxy in between sent may be anything. */
function asJson(text: string): unknown {
    try {
        return parseJson(text);
    } catch {
        return text;
    }
}

/** The browser keeps long files on disk. */
async function readFile(response: Response, onread: (bytes: number) => void): Promise<Blob> {
    const parts: Blob[] = [];
    let bytes = 0;
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
        bytes += read.value.byteLength;
        parts.push(new Blob([read.value]));
        onread(bytes);
    }
    return new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
}

/** Whether this is a request that was cancelled on purpose. */
export function isAbort(error: unknown): boolean {
    return error instanceof DOMException && error.name === 'AbortError';
}

/** The client of this page. */
export const client = new Client();

/** A path whose parts are names chosen by people. */
export function path(parts: TemplateStringsArray, ...names: (string | number)[]): string {
    return parts.reduce((all, part, i) => all + encodeURIComponent(names[i - 1] ?? '') + part);
}
