package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Scratch;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs the statements of a plan on empty tables of the same structure, in a place of their own. It
 * tells what a database refuses whatever the rows are, before anything is half done.
 */
final class Rehearsal {
    private final Dialect dialect;
    private final Scratch.Source database;
    private final Preparation inside;

    /**
     * @param inside looks at the connection's own schema
     */
    Rehearsal(Dialect dialect, Scratch.Source database, Preparation inside) {
        this.dialect = dialect;
        this.database = database;
        this.inside = inside;
    }

    /**
     * @param kept whose copies the plan may fill columns from
     * @return why there was no rehearsal; empty when all went well
     * @throws PlinthException with what the database refused
     */
    Optional<Problem> run(Prepared prepared, List<Kept> kept) throws SQLException {
        Optional<Scratch> scratch = dialect.scratch();
        if (scratch.isEmpty()) {
            return none("here is no place beside the tables to try it in");
        }
        boolean several =
                Stream.of(prepared.live(), prepared.lowered())
                        .flatMap(m -> m.tables().stream())
                        .anyMatch(t -> !t.name().schema().isEmpty());
        if (several) {
            return none("it is about several schemas");
        }
        String name = Scratch.PREFIX + Ids.fresh();
        Connection connection;
        try {
            connection = scratch.get().enter(database, name);
        } catch (SQLException e) {
            return none("no place for it can be made: " + detail(e));
        }
        try (connection) {
            try {
                return run(prepared, kept, connection);
            } finally {
                scratch.get().drop(connection, name);
            }
        }
    }

    private Optional<Problem> run(Prepared prepared, List<Kept> kept, Connection connection)
            throws SQLException {
        try {
            dialect.prepare(connection);
            for (String sql : structure(prepared.live(), kept)) {
                Books.execute(connection, sql);
            }
        } catch (SQLException e) {
            return none("the structure cannot be made a second time: " + detail(e));
        }
        dialect.beforeDeployment(connection);
        for (Step step : prepared.plan().steps()) {
            run(step, connection);
        }
        try {
            inside.verified(prepared, connection);
        } catch (PlinthException e) {
            throw new PlinthException(
                    Problem.error(
                            "D216",
                            "",
                            "The rehearsal does not lead to the model: " + e.getMessage(),
                            "Nothing was run on the database itself."),
                    e);
        }
        return Optional.empty();
    }

    private List<String> structure(Model live, List<Kept> kept) {
        List<Table> tables = new ArrayList<>(live.tables());
        kept.forEach(k -> k.copy().ifPresent(tables::add));
        Model whole = live.withTables(tables);
        List<Change> changes =
                SchemaDiff.between(Model.empty(), whole, Set.of(), List.of(), dialect);
        return Planner.steps(changes, Model.empty(), whole, dialect).stream()
                .flatMap(s -> s.sql().stream())
                .toList();
    }

    private void run(Step step, Connection connection) {
        GivenBack given = new GivenBack(dialect, connection, _ -> {});
        String running = "";
        try (Statement statement = connection.createStatement()) {
            for (String sql : step.sql()) {
                running = sql;
                if (!given.settled(step.change(), sql, () -> statement.execute(sql))) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new PlinthException(
                    Problem.error(
                            "D216",
                            step.title(),
                            "In the rehearsal \"" + step.title() + "\" failed: " + detail(e),
                            "Nothing was run on the database itself. It refused: " + running),
                    e);
        }
    }

    private String detail(SQLException e) {
        return dialect.errors().fault(e).detail();
    }

    private static Optional<Problem> none(String why) {
        return Optional.of(
                Problem.warning("D218", "", "The plan was not rehearsed: " + why + ".", ""));
    }
}
