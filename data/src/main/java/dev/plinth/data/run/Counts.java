package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.request.Preferences.Count;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How many rows there are in all. */
public final class Counts {
    private Counts() {}

    /**
     * The number of all rows that a read is of, whatever its page.
     *
     * @param how null for not at all
     * @param estimateAbove from how many rows on an estimate will do, if one is asked for
     */
    public static @Nullable Long of(
            Session session, Caller caller, ReadNode node, @Nullable Count how, long estimateAbove)
            throws SQLException {
        return switch (how) {
            case null -> null;
            case EXACT -> exact(session, caller, node);
            case PLANNED -> {
                Long planned = planned(session, caller, node);
                yield planned == null ? (Long) exact(session, caller, node) : planned;
            }
            case ESTIMATED -> {
                Long planned = planned(session, caller, node);
                yield planned != null && planned > estimateAbove
                        ? planned
                        : (Long) exact(session, caller, node);
            }
        };
    }

    public static long exact(Session session, Caller caller, ReadNode node) throws SQLException {
        return session.number(SelectSql.count(session.dialect(), caller, node));
    }

    /** Null when the database does not tell. */
    private static @Nullable Long planned(Session session, Caller caller, ReadNode node)
            throws SQLException {
        Optional<BoundStatement> statement = SelectSql.planned(session.dialect(), caller, node);
        if (statement.isEmpty()) {
            return null;
        }
        List<@Nullable String> told = session.texts(statement.get());
        String plan = told.isEmpty() ? null : told.getFirst();
        return plan == null ? null : (Long) session.dialect().queries().plannedRows(plan);
    }
}
