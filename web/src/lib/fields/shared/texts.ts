import { parseType } from '#lib/model/columnType.ts';
import { t } from '#lib/i18n/index.ts';
import type { FieldColumn, Reading } from '../field.ts';

/** The most signs a column of this type holds, if it has a limit. */
export function limitOf(column: FieldColumn): number | undefined {
    const size = parseType(column.type)?.parameters[0];
    return size ? Number(size) : undefined;
}

/** A sign outside the first plane of Unicode counts once, as databases count it. */
export function readText(text: string, column: FieldColumn): Reading {
    if (text === '') return { value: null };
    const limit = limitOf(column);
    const length = Array.from(text).length;
    if (limit !== undefined && length > limit) return { problem: t.fields.tooLong(length, limit) };
    return { value: text };
}

export function readUuid(text: string): Reading {
    const typed = text.trim().toLowerCase();
    if (!typed) return { value: null };
    const good = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed);
    return good ? { value: typed } : { problem: t.fields.notUuid(typed) };
}
