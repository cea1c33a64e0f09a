package dev.plinth.data.sql;

import dev.plinth.data.access.VisibleTable;

/** A table of a statement, by its alias. */
record Scope(VisibleTable table, Sql alias) {
    /** The table as it stands after FROM. */
    Sql named() {
        return Sql.table(table.table()).plus(" ").plus(alias);
    }
}
