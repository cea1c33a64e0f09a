import { redirect } from '@sveltejs/kit';
import { loadSession } from '#lib/api/session.ts';
import type { LayoutLoad } from './$types';

// The server sends files and data; every page is made in the browser.
export const ssr = false;
export const prerender = false;

/** Who is here; people are led to where they can go on. */
export const load: LayoutLoad = async ({ url, depends, untrack }) => {
    depends('plinth:session');
    const session = await loadSession();
    const at = untrack(() => url.pathname);
    if (session.setup && at !== '/setup') redirect(303, '/setup');
    if (!session.setup && at === '/setup') redirect(303, '/');
    if (!session.setup && !session.user && at !== '/sign-in') {
        const next = untrack(() => url.pathname + url.search);
        redirect(303, next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
    }
    return { session };
};
