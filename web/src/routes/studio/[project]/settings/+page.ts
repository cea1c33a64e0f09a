import { listAudit, webhookSecret } from '#lib/api/access.ts';
import { listConnections, listDialects } from '#lib/api/connections.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, depends }) => {
    depends('plinth:connections');
    const [connections, dialects, audit, webhooks] = await Promise.all([
        listConnections(),
        listDialects(),
        listAudit(params.project),
        webhookSecret(params.project),
    ]);
    return { connections, dialects, audit, webhooks };
};
