import { LosslessNumber, isInteger, parse, stringify } from 'lossless-json';

/**
 * A number with every digit it was sent with. `toString()` gives them; never do arithmetic on it:
 * beyond 2^53 the browser's own numbers round.
 */
export type ExactNumber = LosslessNumber;

export function isExactNumber(value: unknown): value is ExactNumber {
    return value instanceof LosslessNumber;
}

/** @throws Error when the text is not a number as JSON writes it. */
export function exactNumber(text: string): ExactNumber {
    return new LosslessNumber(text);
}

/** Small whole numbers, such as counts and positions, are safe as they are. */
function plainOrExact(text: string): number | ExactNumber {
    const plain = Number(text);
    return isInteger(text) && Number.isSafeInteger(plain) ? plain : new LosslessNumber(text);
}

/** Reads JSON in which whole numbers below 2^53 become numbers, and all others keep their digits. */
export function parseJson(text: string): unknown {
    return parse(text, null, plainOrExact);
}

/** Reads JSON of rows: every number keeps its digits, whatever its size, so that a column has one kind of value. */
export function parseRows(text: string): unknown {
    return parse(text);
}

/** Writes JSON; exact numbers come out digit by digit. */
export function writeJson(value: unknown, indent?: number): string {
    return stringify(value, null, indent) ?? 'null';
}
