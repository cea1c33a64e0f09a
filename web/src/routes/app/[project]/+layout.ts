import { getApp } from '#lib/records/app.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, depends, url, untrack }) => {
    depends('plinth:app');
    const role = untrack(() => url.searchParams.get('as')) ?? undefined;
    return { app: await getApp(params.project, role), project: params.project };
};
