import { listKeys, listMembers, listRoles, listUsers } from '#lib/api/access.ts';
import { getModel } from '#lib/api/models.ts';
import type { Model } from '#lib/model/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, depends }) => {
    depends('plinth:access');
    const [roles, keys, members, users, { model }] = await Promise.all([
        listRoles(params.project),
        listKeys(params.project),
        listMembers(params.project),
        listUsers(),
        getModel<Model>(params.project),
    ]);
    return { roles, keys, members, users, model };
};
