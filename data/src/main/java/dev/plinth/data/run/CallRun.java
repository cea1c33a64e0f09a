package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.plan.Call;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.CallSql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls functions, within a transaction. */
public final class CallRun {
    private final Session session;
    private final Caller caller;

    public CallRun(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** Lets the functions of this transaction know facts about the request. */
    public void tell(Map<String, String> facts) throws SQLException {
        Optional<BoundStatement> statement = CallSql.tell(session.dialect(), caller, facts);
        if (statement.isPresent()) {
            session.run(statement.get());
        }
    }

    /** What functions of this transaction told under the names; null where they told nothing. */
    public List<@Nullable String> told(List<String> names) throws SQLException {
        Optional<BoundStatement> statement = CallSql.told(session.dialect(), caller, names);
        return statement.isPresent() ? session.texts(statement.get()) : List.of();
    }

    /** Calls a function that gives nothing. */
    public void run(Call call) throws SQLException {
        session.run(CallSql.run(session.dialect(), caller, call));
    }
}
