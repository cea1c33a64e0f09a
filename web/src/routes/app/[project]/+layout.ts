import { getApp } from '#lib/records/app.ts';
import { roleToView } from '#lib/records/viewAs.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, depends, url, untrack, parent }) => {
    depends('plinth:app');
    const asked = untrack(() => url.searchParams.get('as'));
    const { session } = await parent();
    const role = session.user?.administrator ? roleToView(params.project, asked) : undefined;
    return { app: await getApp(params.project, role), project: params.project };
};
