import { t } from '#lib/i18n/index.ts';
import type { FieldColumn, Reading, Value } from '../field.ts';

export function optionOf(value: Value, column: FieldColumn) {
    return column.choice?.options.find((option) => option.value === value);
}

export function labelOf(value: Value, column: FieldColumn): string {
    return optionOf(value, column)?.label || String(value);
}

/** Takes the value itself or, whatever its case, the label people see. */
export function readChoice(text: string, column: FieldColumn): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    const options = column.choice?.options ?? [];
    const option =
        options.find(({ value }) => value === typed) ??
        options.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
    return option ? { value: option.value } : { problem: t.fields.notChoice(typed) };
}
