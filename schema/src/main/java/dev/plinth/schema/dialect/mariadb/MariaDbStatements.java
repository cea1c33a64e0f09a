package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.mysql.MySqlConversion;
import dev.plinth.schema.dialect.mysql.MySqlStatements;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;

/** MariaDB converts UUIDs by itself, and names collations in its own way. */
class MariaDbStatements extends MySqlStatements {
    MariaDbStatements(Names names, MariaDbTypes types) {
        super(names, types);
    }

    @Override
    protected String collation() {
        return MariaDbDialect.COLLATION;
    }

    @Override
    protected String mark(ColumnType type) {
        return type instanceof JsonType ? "" : super.mark(type);
    }

    /** What is computed follows a rename (11.4.5). */
    @Override
    public boolean isBlockedByComputed(Change change) {
        return false;
    }

    @Override
    protected MySqlConversion conversion() {
        return new MySqlConversion(names, true);
    }
}
