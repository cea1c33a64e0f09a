import { parseType, typeText } from './columnType.ts';
import type { Column } from './documents.ts';
import { newId } from './id.ts';
import { labelOf, nameOf } from './names.ts';

/** Words people and databases use for the kinds of column. */
const WORDS: Record<string, string> = {
    string: 'text',
    varchar: 'text',
    varchar2: 'text',
    nvarchar: 'text',
    char: 'text',
    clob: 'longtext',
    int: 'integer',
    int4: 'integer',
    int2: 'smallint',
    int8: 'bigint',
    long: 'bigint',
    number: 'decimal',
    numeric: 'decimal',
    money: 'decimal',
    float: 'double',
    bool: 'boolean',
    datetime: 'timestamp',
    jsonb: 'json',
    bytea: 'binary',
    blob: 'binary',
};

/** The type that a word means, such as `varchar(80)`, if it means one. */
export function typeOfWord(word: string): string | undefined {
    const [, kind = '', inside = ''] = /^([a-z0-9]+)\s*(\(.*\))?$/i.exec(word.trim()) ?? [];
    const lower = kind.toLowerCase();
    const parsed = parseType((WORDS[lower] ?? lower) + inside);
    return parsed && parsed.kind !== 'choice' ? typeText(parsed) : undefined;
}

export function newColumn(name: string, type = 'text(255)'): Column {
    return {
        id: newId(),
        name,
        label: '',
        type,
        required: false,
        default: null,
        identity: null,
        generated: null,
        backfill: null,
        comment: '',
    };
}

/** Splits at commas and semicolons that are not inside parentheses. */
function parts(text: string): string[] {
    return text.split(/[,;](?![^(]*\))/).map((part) => part.trim());
}

/**
 * Columns from pasted text, one a line: `name`, `name type`, `name type required`, or cells of a
 * spreadsheet. One line of several names, as the head of a CSV file has, gives as many columns.
 */
export function columnsFromText(text: string): Column[] {
    const lines = text.split(/\r?\n/).filter((line) => line.trim());
    const only = lines.length === 1 ? lines[0] : undefined;
    const many = only !== undefined && (only.includes('\t') || parts(only).length > 1);
    const rows = many ? (only.includes('\t') ? only.split('\t') : parts(only)) : lines;
    return rows.flatMap((row) => column(row) ?? []);
}

function column(row: string): Column | undefined {
    const cells = row.includes('\t')
        ? row.split('\t')
        : (/^(?:"([^"]+)"|(\S+))\s*(.*)$/.exec(row.trim())?.slice(1).filter(Boolean) ?? []);
    const [first = '', ...rest] = cells.map((cell) => cell.trim());
    const words = rest.join(' ').match(/[a-z0-9]+(?:\s*\([^)]*\))?/gi) ?? [];
    const type = words.map(typeOfWord).find((found) => found !== undefined);
    // Without a type it may be a label of several words.
    const heading = type || words.length === 0 ? first : row.replaceAll('\t', ' ').trim();
    const name = nameOf(heading);
    if (!name) return undefined;
    const label = labelOf(name) === heading || name === heading ? '' : heading;
    const required = /\b(required|not null|mandatory)\b/i.test(rest.join(' '));
    return { ...newColumn(name, type), label, required };
}
