package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table under another name: a new one is made and filled, hidden by its comment; then the old one
 * is dropped and the comment taken away at once. Whenever that is interrupted, one of the two is
 * there with all rows, and what is hidden is made again.
 */
final class FirebirdMove {
    /** The comment of a table that is being filled. */
    static final String HIDDEN = "plinth: being filled";

    private final Names names;

    FirebirdMove(Names names) {
        this.names = names;
    }

    List<String> statements(
            Table from, Table to, String create, List<String> more, String comment) {
        String target = names.quote(to.name());
        List<String> run = new ArrayList<>();
        run.add(
                "EXECUTE BLOCK AS BEGIN IF (EXISTS(SELECT 1 FROM RDB$RELATIONS WHERE"
                        + " RDB$RELATION_NAME = "
                        + text(to.name().name())
                        + " AND RDB$DESCRIPTION = "
                        + text(HIDDEN)
                        + ")) THEN EXECUTE STATEMENT "
                        + text("DROP TABLE " + target)
                        + "; END");
        List<String> made = new ArrayList<>();
        made.add(create);
        made.addAll(more);
        made.add("COMMENT ON TABLE " + target + " IS " + text(HIDDEN));
        run.add(FirebirdStatements.block(made));
        String columns =
                names.list(
                        to.columns().stream()
                                .filter(c -> c.generated() == null)
                                .map(Column::name)
                                .toList());
        run.add(
                "INSERT INTO "
                        + target
                        + " ("
                        + columns
                        + ") SELECT "
                        + columns
                        + " FROM "
                        + names.quote(from.name()));
        run.add(
                FirebirdStatements.block(
                        List.of("DROP TABLE " + names.quote(from.name()), comment)));
        return run;
    }

    private static String text(String value) {
        return dev.plinth.schema.dialect.standard.StandardTypes.quoted(value);
    }
}
