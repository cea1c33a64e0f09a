package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.mysql.MySqlQueries;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** MariaDB gives back rows that it inserted or deleted, but not those it updated. */
final class MariaDbQueries extends MySqlQueries {
    MariaDbQueries(MariaDbTypes types) {
        super(types, MariaDbDialect.COLLATION);
    }

    @Override
    public Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns) {
        boolean updates = statement.toUpperCase(Locale.ROOT).startsWith("UPDATE");
        return updates
                ? Optional.empty()
                : Optional.of(statement + " RETURNING " + String.join(", ", quotedColumns));
    }

    @Override
    protected String uuid(String expression) {
        return "CAST(" + expression + " AS UUID)";
    }

    /** There is no type of its own; the text is JSON already or is no value at all. */
    @Override
    protected String json(String expression) {
        return "CAST(" + expression + " AS CHAR)";
    }
}
