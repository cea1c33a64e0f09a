const key = (project: string) => `plinth.as.${project}`;

/** The role to see a project's app as: what was asked for now, else what this tab was told before. */
export function roleToView(project: string, asked: string | null): string | undefined {
    if (asked) sessionStorage.setItem(key(project), asked);
    return sessionStorage.getItem(key(project)) ?? undefined;
}

/** From now on the app is seen with one's own rights again. */
export function stopViewing(project: string): void {
    sessionStorage.removeItem(key(project));
}
