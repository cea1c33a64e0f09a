import Big from 'big.js';
import type { Tree, Value } from './tree.ts';
import { Exact } from './values.ts';

const patterns = new Map<string, RegExp>();

/** What each function does, none of its operands being null. */
export function call(tree: Tree, operands: NonNullable<Value>[]): Value {
    const [first, second] = operands;
    if (typeof first === 'string') return callOnText(tree, first, String(second));
    if (first instanceof Exact) {
        if (tree.op === 'abs') return first.abs();
        return first.round(tree.scale ?? 0, Big.roundHalfUp);
    }
    if (tree.op === 'abs') return Math.abs(Number(first));
    throw new Error(`There is no function ${tree.op}.`);
}

function callOnText(tree: Tree, text: string, other: string): Value {
    switch (tree.op) {
        case 'size':
            return new Exact(Array.from(text).length);
        case 'startsWith':
            return text.startsWith(other);
        case 'endsWith':
            return text.endsWith(other);
        case 'contains':
            return text.includes(other);
        case 'matches':
            return pattern(other).test(text);
        case 'lowerAscii':
            return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
        case 'upperAscii':
            return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
        case 'trim':
            return text.replace(/^[ \t\n\r]+/, '').replace(/[ \t\n\r]+$/, '');
        case 'concatenate':
            return text + other;
        default:
            throw new Error(`There is no function ${tree.op}.`);
    }
}

function pattern(written: string): RegExp {
    const known = patterns.get(written) ?? new RegExp(written, 'u');
    patterns.set(written, known);
    return known;
}
