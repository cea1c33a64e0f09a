package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.mysql.MySqlQueries;
import dev.plinth.schema.type.ColumnType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** MariaDB gives back rows that it inserted or deleted, but not those it updated. */
final class MariaDbQueries extends MySqlQueries {
    MariaDbQueries(MariaDbTypes types) {
        super(types, MariaDbDialect.COLLATION);
    }

    @Override
    public Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns, List<ColumnType> types) {
        boolean updates = statement.toUpperCase(Locale.ROOT).startsWith("UPDATE");
        return updates
                ? Optional.empty()
                : Optional.of(statement + " RETURNING " + String.join(", ", quotedColumns));
    }

    /**
     * Which element is the last one is found out once for a path that is constant, and kept for the
     * rows after it (11.4.5); so such a path must look as if it depended on the row.
     */
    @Override
    protected String path(String document, List<JsonKey> path, UnaryOperator<String> bind) {
        String usual = super.path(document, path, bind);
        return path.stream().anyMatch(key -> key.isIndex() && key.key().startsWith("-"))
                ? "CONCAT(" + usual + ", LEFT(" + document + ", 0))"
                : usual;
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
