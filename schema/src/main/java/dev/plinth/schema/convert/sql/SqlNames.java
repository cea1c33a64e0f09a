package dev.plinth.schema.convert.sql;

import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names as a database understands them: those without quotes are in small letters where it folds.
 */
final class SqlNames {
    private static final Set<String> KEEPING = Set.of("mysql", "mariadb", "sqlite", "sqlserver");

    /** The schemas in which tables lie when nobody says otherwise. */
    private static final Set<String> DEFAULTS = Set.of("public", "dbo", "main");

    private final boolean folds;

    SqlNames(String dialect) {
        this.folds = !KEEPING.contains(dialect);
    }

    String name(SqlToken token) {
        return folds && !token.quoted() ? token.text().toLowerCase(Locale.ROOT) : token.text();
    }

    /** The parts of a name with points between. */
    List<String> path(Words words) {
        List<String> parts = new ArrayList<>();
        parts.add(name(words.next()));
        while (words.take(".")) {
            parts.add(name(words.next()));
        }
        return parts;
    }

    TableName table(Words words) {
        return named(path(words));
    }

    TableName named(List<String> path) {
        String schema = path.size() < 2 ? "" : path.get(path.size() - 2);
        return new TableName(DEFAULTS.contains(schema) ? "" : schema, path.getLast());
    }
}
