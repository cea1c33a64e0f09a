package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;

/** What only a database can say when a model is compared with what is there. */
public interface DiffRules {
    /**
     * The column as this database would report it once made: what it cannot keep is left out
     * (comments on SQLite), what it implies is filled in. Applied to the wanted side only.
     */
    default Column asKept(Column column, Table table) {
        return column;
    }

    /** The table as this database would report it, its columns aside. */
    default Table asKept(Table table) {
        return table;
    }
}
