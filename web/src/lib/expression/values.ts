import Big from 'big.js';
import { formatMoment, parseMoment } from './moments.ts';
import type { Kind, Value } from './tree.ts';

/** A constructor of our own: its settings are nobody else's. */
export const Exact = Big();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$/i;

/**
 * A value as the evaluator has it, from its text form or from JSON; what is no value of the kind is
 * unknown.
 */
export function read(kind: Kind, given: unknown, type = ''): Value {
    if (given === null || given === undefined) return null;
    if (kind === 'boolean') return readBoolean(given);
    // numbers may come as objects that keep every digit; their text is what counts
    const text = (given as { toString(): string }).toString();
    switch (kind) {
        case 'number':
            return readNumber(text, type);
        case 'double':
            return NUMBER.test(text.trim()) ? Number(text) : null;
        case 'uuid': {
            const uuid = text.trim().toLowerCase();
            return UUID.test(uuid) ? uuid : null;
        }
        case 'date':
        case 'time':
        case 'timestamp':
        case 'instant':
            return parseMoment(text, kind);
        case 'duration':
            return BigInt(text);
        case 'text':
        case 'opaque':
            return text;
        case 'null':
            return null;
    }
}

function readBoolean(given: unknown): boolean | null {
    const text = String(given).trim().toLowerCase();
    if (['true', 't', '1', 'yes', 'on'].includes(text)) return true;
    return ['false', 'f', '0', 'no', 'off'].includes(text) ? false : null;
}

function readNumber(text: string, type: string): Big | null {
    if (!NUMBER.test(text.trim())) return null;
    const number = new Exact(text.trim());
    const isWhole = number.round(0, Big.roundDown).eq(number);
    return type.endsWith('int') || type === 'integer' ? (isWhole ? number : null) : number;
}

/** Less than zero, zero or more, for two values of one kind. */
export function compare(left: NonNullable<Value>, right: NonNullable<Value>): number {
    if (left instanceof Exact && right instanceof Exact) return left.cmp(right);
    if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
    const a = left instanceof Exact ? left.toNumber() : left;
    const b = right instanceof Exact ? right.toNumber() : right;
    return a === b ? 0 : a < b ? -1 : 1;
}

/** By code point; the order of JavaScript differs beyond U+FFFF. */
function compareTexts(left: string, right: string): number {
    let at = 0;
    while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (Number.isNaN(a) || Number.isNaN(b)) return left.length - right.length;
    const aBeyond = isSurrogate(a);
    return aBeyond === isSurrogate(b) ? a - b : aBeyond ? 1 : -1;
}

function isSurrogate(unit: number): boolean {
    return unit >= 0xd800 && unit <= 0xdfff;
}

/** The text form of a value, in which the server takes it; null stays null. */
export function format(value: Value, kind: Kind): string | null {
    if (value === null) return null;
    if (value instanceof Exact) return value.toFixed();
    return typeof value === 'bigint' && kind !== 'duration'
        ? formatMoment(value, kind)
        : String(value);
}
