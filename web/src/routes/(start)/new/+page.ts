import { listConnections, listDialects } from '#lib/api/connections.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
    const [connections, dialects] = await Promise.all([listConnections(), listDialects()]);
    return { connections, dialects };
};
