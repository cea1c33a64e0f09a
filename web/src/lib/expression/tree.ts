import type Big from 'big.js';

/** The kinds of values that expressions tell apart. */
export type Kind =
    | 'boolean'
    | 'number'
    | 'double'
    | 'text'
    | 'date'
    | 'time'
    | 'timestamp'
    | 'instant'
    | 'uuid'
    | 'duration'
    | 'opaque'
    | 'null';

/** A checked expression, as the server writes it: names and types are known to be right. */
export interface Tree {
    op: string;
    kind?: Kind;
    /** Of a constant: its text form. */
    value?: string;
    /** Of a column or variable. */
    name?: string;
    /** Of a variable: the type that its text is read as. */
    type?: string;
    /** Digits after the point of a quotient or of a rounded number. */
    scale?: number;
    of?: Tree[];
}

/**
 * A value while it is worked with; null is unknown. Exact numbers are Big. Moments are counted in
 * microseconds: since 1970 in UTC, or since midnight for a time of day.
 */
export type Value = Big | number | bigint | string | boolean | null;

/** What an expression is evaluated on: values in their text form, or as JSON has them. */
export interface Given {
    row: Readonly<Record<string, unknown>>;
    /** The row before an update. */
    old?: Readonly<Record<string, unknown>>;
    /** By their full name: `user.id`. */
    variables?: Readonly<Record<string, unknown>>;
    /** What `now()` is; a timestamp in UTC. */
    now?: string;
}
