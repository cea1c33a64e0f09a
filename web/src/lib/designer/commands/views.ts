import { t } from '#lib/i18n/index.ts';
import type { Design } from '#lib/model/design.ts';
import type { View } from '#lib/model/documents.ts';
import { freeName } from '#lib/model/names.ts';
import type { Command } from '../Command.ts';

function withViews(design: Design, views: readonly View[]): Design {
    return { ...design, model: { ...design.model, views } };
}

export function addView(id: string): Command {
    return {
        label: t.designer.addView,
        apply: (design) => {
            const { tables, views } = design.model;
            const taken = [...tables, ...views].map(({ name }) => name);
            const view: View = {
                id,
                name: freeName(t.designer.newViewName, taken),
                schema: '',
                label: '',
                comment: '',
                query: '',
                columns: [],
            };
            return withViews(design, [...views, view]);
        },
    };
}

export function changeView(id: string, change: Partial<View>): Command {
    return {
        label: t.designer.changeView,
        merge: `${Object.keys(change).join(' ')} ${id}`,
        apply: (design) =>
            withViews(
                design,
                design.model.views.map((view) => (view.id === id ? { ...view, ...change } : view)),
            ),
    };
}

export function removeView(id: string): Command {
    return {
        label: t.designer.removeView,
        apply: (design) =>
            withViews(
                design,
                design.model.views.filter((view) => view.id !== id),
            ),
    };
}
