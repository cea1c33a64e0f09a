import { getApp } from '#lib/records/app.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, depends }) => {
    depends('plinth:app');
    return { app: await getApp(params.project) };
};
