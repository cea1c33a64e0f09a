package dev.plinth.schema.dialect;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.diff.Echoes;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.testing.FreshDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fresh database for each test, with the steps that the parts of the contract share. */
abstract class LiveDatabase {
    final DialectContract subject;
    final Dialect dialect;
    final Names names;
    final Types types;
    private FreshDatabase database;

    @RegisterExtension final Refusing refusing;
    Connection connection;

    LiveDatabase(DialectContract subject) {
        this.subject = subject;
        this.refusing = new Refusing(subject::refuses);
        this.dialect = subject.dialect();
        this.names = dialect.names();
        this.types = dialect.types();
    }

    @BeforeEach
    void open() throws SQLException {
        database = subject.databases().fresh();
        connection = database.connect();
        dialect.prepare(connection);
    }

    /** Another session on the same database, closed by the caller. */
    Connection connect() throws SQLException {
        Connection other = database.connect();
        dialect.prepare(other);
        return other;
    }

    @AfterEach
    void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            // What failed halfway; some do not close before.
            connection.rollback();
        }
        connection.close();
        database.close();
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    boolean rows = statement.execute(dialect.filled(connection, sql));
                    while (rows || statement.getUpdateCount() >= 0) {
                        rows = statement.getMoreResults();
                    }
                } catch (SQLException e) {
                    throw new SQLException(
                            sql + "\n" + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
                }
            }
        }
    }

    void run(Change... changes) throws SQLException {
        for (Change change : changes) {
            execute(dialect.statements().write(change).toArray(String[]::new));
        }
    }

    /** Makes everything in a model that can be held, and gives back what was asked for. */
    Model create(Model model) throws SQLException {
        Model wanted = Lowering.lower(model, dialect);
        boolean later = dialect.can(Capability.ADD_FOREIGN_KEY);
        List<Change> changes = new ArrayList<>();
        List<Change> last = new ArrayList<>();
        for (Table table : wanted.tables()) {
            List<ForeignKey> keys = ForeignKey.allOf(wanted, table);
            changes.add(new Change.CreateTable(table, later ? List.of() : keys));
            table.indexes().forEach(i -> changes.add(new Change.AddIndex(table, i)));
            if (later) {
                keys.forEach(k -> last.add(new Change.AddRelation(table, k)));
            }
        }
        wanted.views().forEach(v -> last.add(new Change.CreateView(v)));
        run(Stream.concat(changes.stream(), last.stream()).toArray(Change[]::new));
        return wanted;
    }

    Inspection inspect() throws SQLException {
        return dialect.inspector().inspect(connection, List.of());
    }

    /** Brings the database from one model to another, the way a deployment does. */
    List<Step> change(Model before, Model after) throws SQLException {
        Model was = Lowering.lower(before, dialect);
        Model wanted = Lowering.lower(after, dialect);
        Model live = Adoption.adopt(inspect().model(), was, wanted);
        Deployed deployed = new Deployed(was, Echoes.texts(live));
        Set<String> owned =
                Stream.concat(
                                was.tables().stream().map(Table::id),
                                was.views().stream().map(View::id))
                        .collect(Collectors.toUnmodifiableSet());
        List<Change> changes =
                SchemaDiff.between(
                        live, Echoes.settle(wanted, live, deployed), owned, List.of(), dialect);
        List<Step> steps = Planner.steps(changes, live, wanted, dialect);
        dialect.beforeDeployment(connection);
        boolean together = dialect.can(Capability.TRANSACTIONAL_DDL);
        connection.setAutoCommit(!together);
        for (Step step : steps) {
            execute(step.sql().toArray(String[]::new));
        }
        if (together) {
            dialect.beforeCommit(connection);
            connection.commit();
        }
        connection.setAutoCommit(true);
        return steps;
    }

    /** Inserts one row of values of the columns' types. */
    void insert(Table table, List<String> columnNames, @Nullable Object... values)
            throws SQLException {
        List<ColumnType> columnTypes =
                columnNames.stream().map(n -> table.columnNamed(n).orElseThrow().type()).toList();
        String marks =
                columnTypes.stream().map(types::placeholder).collect(Collectors.joining(", "));
        String sql =
                "INSERT INTO "
                        + names.quote(table.name())
                        + " ("
                        + names.list(columnNames)
                        + ") VALUES ("
                        + marks
                        + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                types.bind(statement, i + 1, columnTypes.get(i), values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** The values of one column, in the order of another. */
    List<@Nullable Object> values(Table table, String columnName, String orderBy)
            throws SQLException {
        ColumnType type = table.columnNamed(columnName).orElseThrow().type();
        return query(
                "SELECT "
                        + types.selection(type, names.quote(columnName))
                        + " FROM "
                        + names.quote(table.name())
                        + " ORDER BY "
                        + names.quote(orderBy),
                type);
    }

    /** The first column of each row of a query. */
    List<@Nullable Object> query(String sql, ColumnType type) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<@Nullable Object> values = new ArrayList<>();
            while (rows.next()) {
                values.add(types.read(rows, 1, type));
            }
            return values;
        }
    }
}
