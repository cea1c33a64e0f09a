import { t } from '#lib/i18n/index.ts';
import type { Reading } from '../field.ts';

const YES = new Set(['true', 't', '1', 'yes', 'on', 'y', 'x', t.fields.yes.toLowerCase()]);
const NO = new Set(['false', 'f', '0', 'no', 'off', 'n', t.fields.no.toLowerCase()]);

/** Takes what spreadsheets and people write for yes and no. */
export function readBoolean(text: string): Reading {
    const typed = text.trim().toLowerCase();
    if (!typed) return { value: null };
    if (YES.has(typed)) return { value: true };
    if (NO.has(typed)) return { value: false };
    return { problem: t.fields.notBoolean(text.trim()) };
}
