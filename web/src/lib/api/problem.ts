import { t } from '#lib/i18n/index.ts';

/** One thing wrong with what was sent. */
export interface Problem {
    severity: 'error' | 'warning';
    code: string;
    /** The element it is about, such as `tables/customer/columns/email`; empty for the whole. */
    path: string;
    message: string;
    hint?: string;
    /** Where it is, in a text; lines count from 1. */
    line?: number;
}

/** A request that was refused or did not get through. The message is the server's own sentence. */
export class ProblemError extends Error {
    override readonly name = 'ProblemError';

    constructor(
        /** The HTTP status; 0 when no answer came. */
        readonly status: number,
        readonly code: string,
        sentence: string,
        readonly hint?: string,
        readonly problems: readonly Problem[] = [],
        /** All that the answer said, for the few callers that need more of it. */
        readonly body: Readonly<Record<string, unknown>> = {},
    ) {
        super(sentence);
    }
}

const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;

/**
 * Reads an error answer: RFC 9457 from the builder API, `code, message, details, hint` from the data
 * API, or whatever a proxy in between sent.
 */
export function problemOf(status: number, statusText: string, body: unknown): ProblemError {
    const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<
        string,
        unknown
    >;
    const sentence =
        text(fields.detail) ?? text(fields.message) ?? text(fields.title) ?? text(statusText);
    return new ProblemError(
        status,
        text(fields.code) ?? `HTTP ${status}`,
        sentence ?? t.api.status(status),
        text(fields.hint) ?? text(fields.details),
        problemsOf(fields),
        fields,
    );
}

/** Each single thing that is wrong: the data API lists them as details, by column. */
function problemsOf(fields: Record<string, unknown>): Problem[] {
    if (Array.isArray(fields.problems)) return fields.problems as Problem[];
    if (!Array.isArray(fields.details)) return [];
    return (fields.details as { column?: string; code?: string; message?: string }[]).map(
        ({ column = '', code = '', message = '' }) => ({
            severity: 'error',
            code,
            path: column,
            message,
        }),
    );
}

/** What to tell about anything that was thrown. */
export function asProblem(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    return new ProblemError(0, 'browser', error instanceof Error ? error.message : String(error));
}
