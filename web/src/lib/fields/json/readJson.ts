import { parseRows } from '#lib/api/json.ts';
import { t } from '#lib/i18n/index.ts';
import type { Reading } from '../field.ts';

/** Numbers inside keep their digits. */
export function readJson(text: string): Reading {
    if (!text.trim()) return { value: null };
    try {
        return { value: parseRows(text) };
    } catch (error) {
        return { problem: t.fields.notJson(error instanceof Error ? error.message : '') };
    }
}
