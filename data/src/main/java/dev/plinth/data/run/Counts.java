package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.request.Preferences.Count;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

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
            case PLANNED -> planned(session, caller, node);
            case ESTIMATED -> {
                long planned = planned(session, caller, node);
                yield planned > estimateAbove ? planned : exact(session, caller, node);
            }
        };
    }

    public static long exact(Session session, Caller caller, ReadNode node) throws SQLException {
        return session.number(SelectSql.count(session.dialect(), caller, node));
    }

    private static long planned(Session session, Caller caller, ReadNode node) throws SQLException {
        return exact(session, caller, node);
    }
}
