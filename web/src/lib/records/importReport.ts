import { parseJson } from '#lib/api/json.ts';
import { ProblemError, problemOf } from '#lib/api/problem.ts';

/** What became of an import; see docs/data-api.md. */
export interface ImportReport {
    rows: number;
    inserted: number;
    updated: number;
    ignored: number;
    refused: number;
    /** Whether the file was read to its end. */
    complete: boolean;
    written: boolean;
    /** The first of the rows that are refused, with what is wrong. */
    problems: ImportProblem[];
}

export interface ImportProblem {
    row: number;
    line: number;
    column?: string;
    code: string;
    message: string;
    details?: string;
    hint?: string;
}

/**
 * Reads the answer to an import: lines of how far it was, and the report in the last.
 *
 * @throws ProblemError when the import was refused as a whole
 */
export function readReport(text: string): ImportReport {
    const last = parseJson(text.trimEnd().split('\n').at(-1) ?? '') as ImportReport | Refused;
    if (!('code' in last)) return last;
    throw problemOf(400, '', last);
}

interface Refused {
    code: string;
    details: unknown;
}

/** The report that a refusal has in it, when it is the rows that are wrong. */
export function reportOf(error: unknown): ImportReport | null {
    if (!(error instanceof ProblemError)) return null;
    const details = error.body.details;
    return typeof details === 'object' && details !== null && 'problems' in details
        ? (details as ImportReport)
        : null;
}

const types: Record<string, string> = {
    csv: 'text/csv',
    tsv: 'text/csv',
    txt: 'text/csv',
    json: 'application/json',
    ndjson: 'application/x-ndjson',
    jsonl: 'application/x-ndjson',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The endings of files that can be imported, as an input takes them. */
export const importable = Object.keys(types)
    .map((ending) => `.${ending}`)
    .join(',');

/** The media type of a file by its ending; null when nobody knows it. */
export function typeOf(file: string): string | null {
    return types[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;
}
