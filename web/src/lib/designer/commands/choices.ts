import { t } from '#lib/i18n/index.ts';
import type { Design } from '#lib/model/design.ts';
import type { Choice } from '#lib/model/documents.ts';
import { freeName } from '#lib/model/names.ts';
import type { Command } from '../Command.ts';

function withChoices(design: Design, choices: readonly Choice[]): Design {
    return { ...design, model: { ...design.model, choices } };
}

export function addChoice(id: string, name = t.designer.newChoiceName): Command {
    return {
        label: t.designer.addChoice,
        apply: (design) => {
            const { choices } = design.model;
            const free = freeName(
                name,
                choices.map((choice) => choice.name),
            );
            return withChoices(design, [...choices, { id, name: free, options: [] }]);
        },
    };
}

export function changeChoice(id: string, change: Partial<Choice>): Command {
    return {
        label: t.designer.changeChoice,
        merge: `${Object.keys(change).join(' ')} ${id}`,
        apply: (design) =>
            withChoices(
                design,
                design.model.choices.map((choice) =>
                    choice.id === id ? { ...choice, ...change } : choice,
                ),
            ),
    };
}

export function removeChoice(id: string): Command {
    return {
        label: t.designer.removeChoice,
        apply: (design) =>
            withChoices(
                design,
                design.model.choices.filter((choice) => choice.id !== id),
            ),
    };
}
