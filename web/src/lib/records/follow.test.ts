import { describe, expect, it } from 'vitest';
import { EventReader, follow, type Told } from './follow.ts';

const events =
    'retry: 3000\nid: s-1\n\nid: s-2\nevent: insert\ndata: {"key":{"id":9007199254740993},"row":' +
    '{"id":9007199254740993,"a":"x: y","→author":{"name":"Ada"}}}\n\n:\nid: s-3\n\n' +
    'id: s-4\nevent: delete\ndata: {"key":{"id":2}}\n\n';

describe('events', () => {
    it.each([1, 7, 1000])('are whole whatever comes together: %i characters', (size) => {
        const reader = new EventReader();
        const told: Told[] = [];
        for (let i = 0; i < events.length; i += size)
            told.push(...reader.take(events.slice(i, i + size)));
        expect(told.map((one) => one.event)).toEqual(['insert', 'delete']);
        expect(String(told[0]?.key['id'])).toBe('9007199254740993');
        expect(told[0]?.row['a']).toBe('x: y');
        expect(told[0]?.embedded['→author']).toEqual({ name: 'Ada' });
        expect(reader.last).toBe('s-4');
    });

    it('that are cut off do not count', () => {
        const reader = new EventReader();
        expect(reader.take(events.slice(0, events.length - 1)).map((one) => one.event)).toEqual([
            'insert',
        ]);
        expect(reader.last).toBe('s-3');
    });
});

describe('following', () => {
    it('goes on after the last event, and ends when it is refused', async () => {
        const asked: (string | null)[] = [];
        const told: string[] = [];
        const controller = new AbortController();
        const send = (_address: unknown, init?: RequestInit) => {
            asked.push(new Headers(init?.headers).get('Last-Event-ID'));
            return Promise.resolve(new Response('no', { status: 403 }));
        };
        await follow(
            '/x',
            {},
            's-4',
            controller.signal,
            {
                onopen: () => told.push('open'),
                ontold: () => told.push('told'),
            },
            send,
        );
        expect(asked).toEqual(['s-4']);
        expect(told).toEqual([]);
    });
});
