/** Every kind of column, in the order in which people are offered them. */
export const KINDS = [
    'text',
    'longtext',
    'smallint',
    'integer',
    'bigint',
    'decimal',
    'real',
    'double',
    'boolean',
    'date',
    'time',
    'timestamp',
    'timestamptz',
    'uuid',
    'json',
    'binary',
    'choice',
    'native',
] as const;

export type Kind = (typeof KINDS)[number];

/** A column's type taken apart: `decimal(12,2)` is the kind `decimal` with `['12', '2']`. */
export interface ColumnType {
    kind: Kind;
    /** Sizes, the id of a choice, or a database's own words. */
    parameters: string[];
}

/** What is meant when the parameters are left out, kind by kind. */
const DEFAULTS: Partial<Record<Kind, string[]>> = {
    text: ['255'],
    decimal: ['18', '2'],
    time: ['6'],
    timestamp: ['6'],
    timestamptz: ['6'],
};

const FORM = /^\s*([a-z]+)\s*(?:\(([\s\S]*)\))?\s*$/;

function isKind(word: string): word is Kind {
    return (KINDS as readonly string[]).includes(word);
}

/** The type that a text names, or null when it names none. */
export function parseType(text: string): ColumnType | null {
    const form = FORM.exec(text);
    const kind = form?.[1] ?? '';
    if (!isKind(kind)) return null;
    const inside = form?.[2]?.trim() ?? '';
    if ((kind === 'choice' || kind === 'native') && !inside) return null;
    // A database's own type may have commas of its own.
    const parameters =
        kind === 'native' || !inside ? [inside] : inside.split(',').map((part) => part.trim());
    if (kind === 'decimal' && inside && parameters.length === 1) parameters.push('0');
    const known = parameters.filter(Boolean);
    const sizes = kind !== 'choice' && kind !== 'native';
    if (sizes && known.some((size) => !/^\d+$/.test(size))) return null;
    return { kind, parameters: known.length > 0 ? known : (DEFAULTS[kind] ?? []) };
}

/** The text of a type, in the form in which it is saved. */
export function typeText({ kind, parameters }: ColumnType): string {
    return parameters.length > 0 ? `${kind}(${parameters.join(',')})` : kind;
}

/** The kind that a column's type names; types nobody knows are the database's own. */
export function kindOf(type: string): Kind {
    return parseType(type)?.kind ?? 'native';
}

/** The id of the choice that a column takes its values from. */
export function choiceOf(type: string): string | undefined {
    const parsed = parseType(type);
    return parsed?.kind === 'choice' ? parsed.parameters[0] : undefined;
}
