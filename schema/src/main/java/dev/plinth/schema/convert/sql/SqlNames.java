package dev.plinth.schema.convert.sql;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names as a database understands them: those without quotes are in small letters where it folds.
 */
final class SqlNames {
    /** The schemas in which tables lie when nobody says otherwise. */
    private static final Set<String> DEFAULTS = Set.of("public", "dbo", "main", "app");

    private final boolean folds;
    private final Set<String> own = new HashSet<>(DEFAULTS);

    SqlNames(Dialect dialect) {
        this.folds = dialect.foldsNames();
    }

    /** A schema in which all tables of the script lie is that of whoever runs it. */
    void isOwn(String schema) {
        own.add(schema.toLowerCase(Locale.ROOT));
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

    /** The last part of a name: databases that qualify the names of constraints do it twice. */
    String last(Words words) {
        return path(words).getLast();
    }

    TableName table(Words words) {
        return named(path(words));
    }

    TableName named(List<String> path) {
        String schema = path.size() < 2 ? "" : path.get(path.size() - 2);
        boolean usual = own.contains(schema.toLowerCase(Locale.ROOT));
        return new TableName(usual ? "" : schema, path.getLast());
    }
}
