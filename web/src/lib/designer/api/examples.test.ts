import { expect, it } from 'vitest';
import { examples } from './examples.ts';

const table = {
    name: 'order items',
    key: ['order', 'line'],
    columns: [
        { name: 'order', type: 'bigint', identity: false, generated: false },
        { name: 'line', type: 'integer', identity: false, generated: false },
        { name: 'note', type: 'text(20)', identity: false, generated: false },
    ],
};

it('names one row by its whole key', () => {
    const change = examples('http://h/p/s/rest/v1', table, 'curl').find(
        (example) => example.action === 'change',
    );
    expect(change?.code).toContain("'http://h/p/s/rest/v1/order%20items?order=eq.1&line=eq.1'");
    expect(change?.code).toContain(`-d '{"note":"text"}'`);
});

it('offers no change of single rows where rows have no key', () => {
    expect(
        examples('http://h', { ...table, key: [] }, 'python').map((example) => example.action),
    ).toEqual(['read', 'add']);
});
