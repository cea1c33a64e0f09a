import { listDialects } from '#lib/api/connections.ts';
import { designStore } from '#lib/designer/DesignStore.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
    const store = designStore(params.project);
    const [snapshot, dialects] = await Promise.all([store.load(), listDialects()]);
    return { store, snapshot, dialects };
};
