import { parseRows } from '#lib/api/json.ts';
import { readRows } from './rest.ts';
import type { Row } from './app.ts';

/** What is told of a row: how it is now, or that it is not among those asked for any more. */
export interface Told {
    event: 'insert' | 'update' | 'delete' | 'reset';
    key: Row;
    row: Row;
    embedded: Record<string, Row | null>;
}

export interface Listener {
    /** What follows is told from here on. */
    onopen(): void;
    /** Changes that came together, and where to go on after them. */
    ontold(told: Told[], last: string | null): void;
}

const firstWait = 3_000;
const longestWait = 60_000;
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * Follows the changes of rows until it is aborted or refused. A connection that breaks is made again
 * and goes on where it was.
 *
 * @param last the id to go on after; null to begin now
 */
export async function follow(
    address: string,
    headers: Record<string, string>,
    last: string | null,
    signal: AbortSignal,
    listener: Listener,
    send: typeof fetch = (...args) => fetch(...args),
): Promise<void> {
    let wait = firstWait;
    while (!signal.aborted) {
        try {
            const answer = await send(address, {
                headers: {
                    ...headers,
                    Accept: 'text/event-stream',
                    ...(last === null ? {} : { 'Last-Event-ID': last }),
                },
                credentials: 'same-origin',
                signal,
            });
            if (!answer.ok && !passing.has(answer.status)) return;
            wait = answer.ok ? firstWait : Math.min(2 * wait, longestWait);
            if (answer.ok && answer.body) {
                const events = new EventReader();
                const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
                for (let read = await reader.read(); !read.done; read = await reader.read()) {
                    const told = events.take(read.value);
                    if (events.last !== null && events.last !== last) {
                        last = events.last;
                        listener.onopen();
                        listener.ontold(told, last);
                    }
                }
            }
        } catch {
            // The server or the network is away for a while.
        }
        await pause(wait, signal);
    }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
        });
    });
}

/** Takes server-sent events apart; what is not whole yet waits for the rest. */
export class EventReader {
    /** The id of the last event that was whole. */
    last: string | null = null;
    #rest = '';

    take(text: string): Told[] {
        const parts = (this.#rest + text).split('\n\n');
        this.#rest = parts.pop() ?? '';
        return parts.flatMap((part) => this.#event(part));
    }

    #event(text: string): Told[] {
        const fields = new Map(
            text.split('\n').map((line) => {
                const colon = line.indexOf(': ');
                return [line.slice(0, colon), line.slice(colon + 2)];
            }),
        );
        this.last = fields.get('id') ?? this.last;
        const event = fields.get('event');
        const data = fields.get('data');
        if (event === undefined || data === undefined) return [];
        const told = parseRows(data) as { key?: Row; row?: unknown };
        const read = readRows(told.row === undefined ? [] : [told.row]);
        return [
            {
                event: event as Told['event'],
                key: told.key ?? {},
                row: read.rows[0] ?? {},
                embedded: read.embedded[0] ?? {},
            },
        ];
    }
}
