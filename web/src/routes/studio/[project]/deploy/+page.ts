import { listConnections } from '#lib/api/connections.ts';
import { listEnvironments } from '#lib/api/deploy.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, depends }) => {
    depends('plinth:environments');
    const [environments, connections] = await Promise.all([
        listEnvironments(params.project),
        listConnections(),
    ]);
    return { environments, connections };
};
