package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.problem.Problem;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;

/** What views had, as it is given back to them: some of it cannot be any more. */
final class GivenBack {
    /** Of seconds. */
    private static final int PATIENCE = 5;

    private final Dialect dialect;
    private final Connection work;
    private final Consumer<Problem> told;

    /**
     * @param told hears what is not given back
     */
    GivenBack(Dialect dialect, Connection work, Consumer<Problem> told) {
        this.dialect = dialect;
        this.work = work;
        this.told = told;
    }

    /** Runs the statement. */
    @FunctionalInterface
    interface Execution {
        void run() throws SQLException;
    }

    /**
     * Whether nothing is left to do for a statement of a change. What a column had that the view
     * has not any more is passed over: what columns a query has is known only once it is a view.
     * What an earlier deployment took is given back here, unless the database refuses it.
     */
    boolean settled(Change change, String sql, Execution execution) throws SQLException {
        if (!(change instanceof Change.CreateView create)) {
            return false;
        }
        String view = dialect.names().quote(create.view().name());
        Optional<Belonging> belonging =
                create.belongings().stream()
                        .filter(b -> b.sql(view, create.view().query()).equals(sql))
                        .findFirst();
        if (belonging.isEmpty()) {
            return false;
        }
        if (isOfGoneColumn(belonging.get(), view)) {
            return true;
        }
        if (belonging.get() instanceof Belonging.Remembered) {
            tryOut(create, sql, execution);
            return true;
        }
        return false;
    }

    private boolean isOfGoneColumn(Belonging belonging, String view) throws SQLException {
        return switch (belonging) {
            case Belonging.OfColumn of -> !has(view, of.column());
            case Belonging.Remembered(Belonging had) -> isOfGoneColumn(had, view);
            case Belonging.Given _, Belonging.Said _ -> false;
        };
    }

    private boolean has(String view, String column) throws SQLException {
        try (Statement statement = work.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + view + " WHERE 1 = 0")) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (columns.getColumnLabel(i).equals(column)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A transaction goes on although a statement of it failed. */
    private void tryOut(Change.CreateView create, String sql, Execution execution)
            throws SQLException {
        Savepoint before =
                !work.getAutoCommit() && work.getMetaData().supportsSavepoints()
                        ? work.setSavepoint()
                        : null;
        try {
            execution.run();
        } catch (SQLException e) {
            Fault fault = dialect.errors().fault(e);
            if (!isLost(fault)) {
                throw e;
            }
            if (before != null) {
                work.rollback(before);
            }
            told.accept(
                    Problem.warning(
                            "D223",
                            "views/" + create.view().name(),
                            "The view \""
                                    + create.view().name()
                                    + "\" does not get back all that it had: "
                                    + fault.detail(),
                            "Where it is still wanted, run: " + sql));
        }
    }

    private boolean isLost(Fault fault) throws SQLException {
        return switch (fault.kind()) {
            case TIMEOUT, CONFLICT, UNREACHABLE -> false;
            default -> work.isValid(PATIENCE);
        };
    }
}
