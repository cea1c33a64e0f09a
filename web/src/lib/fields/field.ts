import type { Component } from 'svelte';
import type { Icon } from '#lib/ui/action.ts';

/** What a field needs to know of its column. */
export interface FieldColumn {
    name: string;
    label: string;
    /** Such as `decimal(12,2)`. */
    type: string;
    required: boolean;
    /** What a column of a choice may hold. */
    choice?: { options: readonly { value: string; label: string; color: string | null }[] } | null;
}

/**
 * A value as rows bring it: null, a string, a boolean, an exact number, or for JSON columns anything.
 */
export type Value = unknown;

/** What a typed text means, or why it means nothing. */
export type Reading = { value: Value } | { problem: string };

/** How rows can be narrowed by a column of this kind, in the order people are offered them. */
export type Comparison =
    | 'equals'
    | 'differs'
    | 'contains'
    | 'starts'
    | 'atLeast'
    | 'atMost'
    | 'more'
    | 'less'
    | 'oneOf'
    | 'empty'
    | 'filled';

export interface CellProps {
    /** Never null: nothing is shown the same way for every kind. */
    value: Value;
    column: FieldColumn;
}

export interface InputProps {
    value: Value;
    column: FieldColumn;
    id?: string;
    describedBy?: string;
    invalid?: boolean;
    disabled?: boolean;
    /** Without a frame, in the place of a cell. */
    bare?: boolean;
    autofocus?: boolean;
    /** Called with each new value; with a problem while what is typed means nothing. */
    onchange: (reading: Reading) => void;
}

/** Everything the UI knows about one kind of column. */
export interface FieldType {
    /** As people read it, such as "Whole number". */
    title: string;
    /** When to take it. */
    help: string;
    icon: Icon;
    /** Set against the end of the line, as figures are. */
    end: boolean;
    /** How wide a column of it starts, in pixels. */
    width: number;
    /** What the sizes in the parentheses of its type are called, with what they start as. */
    parameters: readonly { title: string; value: string }[];
    comparisons: readonly Comparison[];
    /** The value on one line, as it is copied and edited; `read` understands it. */
    text(value: Value, column: FieldColumn): string;
    /** What somebody typed or pasted; an empty text is no value. */
    read(text: string, column: FieldColumn): Reading;
    Cell: Component<CellProps>;
    Input: Component<InputProps>;
}
