import { getProject } from '#lib/api/projects.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, depends }) => {
    depends('plinth:project');
    return { project: await getProject(params.project) };
};
