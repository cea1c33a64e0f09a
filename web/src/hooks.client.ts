import type { HandleClientError } from '@sveltejs/kit/hooks';
import { asProblem } from '#lib/api/problem.ts';

/** What an error page tells about something that a page could not load. */
export const handleError: HandleClientError = ({ kind, error }) => {
    if (kind === 'framework') return;
    const problem = asProblem(error);
    return { message: [problem.message, problem.hint].filter(Boolean).join(' ') };
};
