import type { GrantAction, Role } from '#lib/api/access.ts';
import { t } from '#lib/i18n/index.ts';
import type { Table } from '#lib/model/documents.ts';

/** What a role may do with a table, and why. */
export interface Reasons {
    may: Record<GrantAction, boolean>;
    /** One sentence each. */
    because: string[];
}

/** Works out what the grants of a role mean for a table, in words. */
export function reasonsOf(role: Role | undefined, table: Table): Reasons {
    const grant = role?.grants.find((known) => known.table === table.id);
    const may = (action: GrantAction) => grant?.actions.includes(action) ?? false;
    const names = (ids: readonly string[]) =>
        table.columns
            .filter(({ id }) => ids.includes(id))
            .map(({ name, label }) => label || name)
            .join(', ');
    const because: string[] = [];
    if (!grant || grant.actions.length === 0) because.push(t.studio.nothingGranted);
    else {
        if (grant.condition) because.push(t.studio.onlyRows(grant.condition.expression));
        if (grant.hiddenColumns.length > 0) {
            because.push(t.studio.hiddenAre(names(grant.hiddenColumns)));
        }
        if (grant.readOnlyColumns.length > 0) {
            because.push(t.studio.fixedAre(names(grant.readOnlyColumns)));
        }
        if (because.length === 0) because.push(t.studio.noLimits);
    }
    return {
        may: {
            read: may('read'),
            create: may('create'),
            update: may('update'),
            delete: may('delete'),
        },
        because,
    };
}
