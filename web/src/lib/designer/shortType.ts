import { choiceOf, parseType } from '#lib/model/columnType.ts';
import type { Choice } from '#lib/model/documents.ts';

/** The kinds whose usual size says nothing. */
const USUAL = new Set(['text(255)', 'decimal(18,2)', 'time(6)', 'timestamp(6)', 'timestamptz(6)']);

/** A type as it is shown where there is little room: without usual sizes, a choice by its name. */
export function shortType(type: string, choices: readonly Choice[]): string {
    const choice = choiceOf(type);
    if (choice) return choices.find(({ id }) => id === choice)?.name ?? 'choice';
    const parsed = parseType(type);
    if (parsed?.kind === 'native') return parsed.parameters[0] ?? type;
    return USUAL.has(type) && parsed ? parsed.kind : type;
}
