import { t } from '#lib/i18n/index.ts';

interface Named {
    id: string;
    name: string;
}

/** What is wrong with a name among those beside it, as far as it can be told without the server. */
export function nameProblem(element: Named, all: readonly Named[]): string | undefined {
    const name = element.name.trim().toLowerCase();
    if (!name) return t.model.nameMissing;
    const taken = all.some((other) => other.id !== element.id && other.name.toLowerCase() === name);
    return taken ? t.model.nameTaken : undefined;
}
