import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
    const { app } = await parent();
    const first = app.tables[0];
    if (first) redirect(307, `/studio/${params.project}/data/${encodeURIComponent(first.name)}`);
};
