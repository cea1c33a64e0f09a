package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that others wrote to tables while a transaction put others in their place, where the
 * database does not keep them from it: they would be gone with the old table. Once that is dropped,
 * if only in the transaction, nobody writes to it any more; so what was seen at first is compared
 * with what others see at the end.
 */
final class Overlooked {
    private final Map<String, String> seen = new LinkedHashMap<>();

    /** What the tables that the plan replaces or drops have, as the transaction sees it. */
    static Overlooked by(Connection transaction, Dialect dialect, Prepared prepared)
            throws SQLException {
        Overlooked overlooked = new Overlooked();
        for (Step step : prepared.plan().steps()) {
            Optional<String> query =
                    replaced(step.change(), prepared.live())
                            .flatMap(t -> dialect.contents(dialect.names().quote(t.name())));
            if (query.isPresent()) {
                overlooked.seen.put(query.get(), answer(transaction, query.get()));
            }
        }
        return overlooked;
    }

    private static Optional<Table> replaced(Change change, Model live) {
        return switch (change) {
            case Change.RebuildTable c -> live.table(c.from().id());
            case Change.DropTable c -> live.table(c.table().id());
            default -> Optional.empty();
        };
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    /**
     * @param other connection, which sees what is committed
     * @throws PlinthException if somebody wrote
     */
    void check(Connection other) throws SQLException {
        for (Map.Entry<String, String> table : seen.entrySet()) {
            if (!answer(other, table.getKey()).equals(table.getValue())) {
                throw PlinthException.of(
                        "D208",
                        "",
                        "Others wrote to a table while it was made anew; nothing was changed.",
                        "Try when the others are done.");
            }
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
