import { getModel } from '#lib/api/models.ts';
import type { Model } from '#lib/model/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, depends }) => {
    depends('plinth:rules');
    const { model, revision } = await getModel<Model>(params.project);
    return { model, revision };
};
