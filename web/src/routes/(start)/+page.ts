import { listProjects } from '#lib/api/projects.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ depends }) => {
    depends('plinth:projects');
    // Not awaited: the page shows the shape of what comes.
    return { projects: { list: listProjects() } };
};
