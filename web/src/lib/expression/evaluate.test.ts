import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allows, columnsOf, evaluate, format, holds } from './index.ts';
import type { Kind, Tree } from './index.ts';

// The same file as the server's tests read, so that both work expressions out alike.
const FILE = '../schema/src/test/resources/dev/plinth/schema/expression/cases.json';

interface Case {
    expression: string;
    wanted?: string;
    row?: Record<string, string>;
    old?: Record<string, string>;
    expected: string | null;
    tree: Tree;
}

const KINDS: Record<string, Kind> = {
    condition: 'boolean',
    boolean: 'boolean',
    text: 'text',
    integer: 'number',
    bigint: 'number',
    decimal: 'number',
    date: 'date',
    timestamp: 'timestamp',
    timestamptz: 'instant',
};

const cases = (JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Case[] }).cases;
const variables = { 'user.id': '42', 'user.email': 'Ann@Example.org' };
const now = '2025-06-15T10:20:30.123456Z';

function shown(golden: Case): string | null {
    const kind = KINDS[(golden.wanted ?? 'condition').replace(/\(.*/, '')];
    if (kind === undefined) throw new Error(`There is no kind for ${golden.wanted ?? ''}.`);
    const { row = {}, old = {} } = golden;
    return format(evaluate(golden.tree, { row, old, variables, now }), kind);
}

/** The server writes decimals with all digits of their column. */
function plain(text: string | null): string | null {
    return text?.includes('.') === true ? text.replace(/\.?0+$/, '') : text;
}

describe('an expression in the browser', () => {
    it.each(cases)('$expression on $row is $expected', (golden) => {
        const expected = golden.wanted?.startsWith('decimal') === true;
        expect(shown(golden)).toBe(expected ? plain(golden.expected) : golden.expected);
    });

    it('lets an unknown validation pass, but not an unknown condition', () => {
        const tree: Tree = {
            op: '>',
            kind: 'number',
            of: [
                { op: 'column', kind: 'number', name: 'price' },
                { op: 'constant', kind: 'number', value: '1' },
            ],
        };
        expect(allows(tree, { row: {} })).toBe(true);
        expect(holds(tree, { row: {} })).toBe(false);
        expect(holds(tree, { row: { price: 2 } })).toBe(true);
        expect(allows(tree, { row: { price: 0.5 } })).toBe(false);
        expect([...columnsOf(tree)]).toEqual(['price']);
    });
});
