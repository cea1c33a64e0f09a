import type { DefaultValue } from './documents.ts';

/**
 * A default as people type it in one line: `now()` and `uuid()` are made by the database, what follows
 * `sql:` is the database's own language, everything else is the value itself; in quotes when it would
 * otherwise be taken for one of these.
 */
export function defaultText(value: DefaultValue | null): string {
    if (value === null) return '';
    if ('function' in value) return `${value.function}()`;
    if ('sql' in value) return `sql: ${value.sql}`;
    return needsQuotes(value.value) ? `"${value.value}"` : value.value;
}

export function readDefault(text: string): DefaultValue | null {
    const typed = text.trim();
    if (!typed) return null;
    if (typed === 'now()') return { function: 'now' };
    if (typed === 'uuid()') return { function: 'uuid' };
    const sql = /^sql:\s*(.+)$/is.exec(typed)?.[1];
    if (sql) return { sql };
    const quoted = /^"(.*)"$/s.exec(typed)?.[1];
    return { value: quoted ?? typed };
}

function needsQuotes(value: string): boolean {
    return (
        value !== value.trim() ||
        value === '' ||
        /^(now|uuid)\(\)$/.test(value) ||
        /^sql:/i.test(value) ||
        /^".*"$/s.test(value)
    );
}
