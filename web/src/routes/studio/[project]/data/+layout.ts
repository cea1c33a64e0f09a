import { getApp } from '#lib/records/app.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, depends }) => {
    depends('plinth:app');
    return { app: await getApp(params.project) };
};
