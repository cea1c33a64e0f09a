import { listProjects } from '#lib/api/projects.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ depends, parent }) => {
    depends('plinth:projects');
    // Asked before somebody is signed in, the server refuses.
    await parent();
    // Not awaited: the page shows the shape of what comes.
    return { projects: { list: listProjects() } };
};
