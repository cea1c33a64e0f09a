import { allows, type Tree } from '#lib/expression/index.ts';
import type { AppTable, Row, Validation } from './app.ts';

/** The validations that a row breaks, worked out as the server and the database do. */
export function brokenValidations(table: AppTable, row: Row): Validation[] {
    return table.validations.filter((validation) => {
        try {
            return !allows(validation.expression as Tree, { row });
        } catch {
            // What cannot be worked out here is left to the server.
            return false;
        }
    });
}
