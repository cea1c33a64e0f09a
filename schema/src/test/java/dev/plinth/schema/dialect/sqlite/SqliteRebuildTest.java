package dev.plinth.schema.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table with everything that depends on it is made anew, and nothing is lost. */
class SqliteRebuildTest {
    private final SqliteDialect dialect = new SqliteDialect();
    private FreshDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.SQLITE.fresh();
        connection = database.connect();
        dialect.prepare(connection);
        execute(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, amount TEXT,"
                        + " boss INT REFERENCES parent (id))",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INT"
                        + " REFERENCES parent (id) ON DELETE CASCADE)",
                "CREATE TABLE log (text TEXT)",
                "CREATE UNIQUE INDEX parent_name ON parent (lower(name)) WHERE name > ''",
                "CREATE VIEW names AS SELECT p.name, c.id FROM parent p JOIN child c ON c.parent ="
                        + " p.id",
                "CREATE TRIGGER parent_log AFTER INSERT ON parent BEGIN"
                        + " INSERT INTO log VALUES (new.name || ' in \"parent\"'); END",
                "CREATE TRIGGER child_log AFTER INSERT ON child BEGIN"
                        + " INSERT INTO log SELECT name FROM parent WHERE id = new.parent; END",
                "INSERT INTO parent (name, amount) VALUES ('Ann', '1'), ('Bob', '2'), ('Eve', '3')",
                "UPDATE parent SET boss = 1 WHERE id = 2",
                "INSERT INTO child (parent) VALUES (1), (2)",
                "DELETE FROM parent WHERE id = 3");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void nothingThatDependsOnTheTableIsLost() throws SQLException {
        rebuild(t -> with(t, "name", c -> c.withRequired(true)));
        assertThat(query("SELECT name FROM parent ORDER BY id")).containsExactly("Ann", "Bob");
        assertThat(query("SELECT parent FROM child ORDER BY id")).containsExactly("1", "2");
        assertThat(query("SELECT name FROM names ORDER BY id")).containsExactly("Ann", "Bob");
        execute(
                "INSERT INTO parent (name) VALUES ('Zoe')",
                "INSERT INTO child (parent) VALUES (4)");
        assertThat(query("SELECT text FROM log ORDER BY rowid DESC LIMIT 2"))
                .containsExactly("Zoe", "Zoe in \"parent\"");
        assertThatThrownBy(() -> execute("INSERT INTO parent (name) VALUES ('ANN')"))
                .hasMessageContaining("parent_name");
        assertThatThrownBy(() -> execute("INSERT INTO child (parent) VALUES (99)"))
                .hasMessageContaining("FOREIGN KEY");
        execute("DELETE FROM parent WHERE id = 4");
        assertThat(query("SELECT COUNT(*) FROM child")).containsExactly("2");
    }

    @Test
    void theStructureIsWhatWasAskedForAndSoIsItsReverse() throws SQLException {
        Table before = parent();
        Change.RebuildTable change =
                rebuild(
                        t ->
                                with(t, "name", c -> c.withRequired(true))
                                        .withIndexes(List.of())
                                        .withRelations(List.of()));
        Table after = parent();
        assertThat(after.columnNamed("name").orElseThrow().required()).isTrue();
        assertThat(after.relations()).isEmpty();
        assertThat(after.indexes()).isEmpty();
        run(change.reverse().orElseThrow());
        assertThat(parent().withPrimaryKey(before.primaryKey())).isEqualTo(before);
    }

    @Test
    void numbersOfDeletedRowsAreNotGivenAgain() throws SQLException {
        rebuild(t -> with(t, "name", c -> c.withDefault(new Default.Value("?"))));
        execute("INSERT INTO parent DEFAULT VALUES");
        assertThat(query("SELECT id || name FROM parent WHERE id > 2")).containsExactly("4?");
    }

    @Test
    void aNewColumnIsFilledFromOthers() throws SQLException {
        Column column =
                Column.of("greeting", "greeting", type("text(20)"))
                        .withRequired(true)
                        .withBackfill(Expression.sql("'Hello ' || name"));
        rebuild(t -> t.withColumns(added(t, column)));
        assertThat(query("SELECT greeting FROM parent")).containsExactly("Hello Ann", "Hello Bob");
    }

    @Test
    void whatBecomesRequiredIsFilledOnlyWhereItLacks() throws SQLException {
        execute("UPDATE parent SET amount = NULL WHERE id = 1");
        rebuild(
                t ->
                        with(
                                t,
                                "amount",
                                c ->
                                        c.withType(type("decimal(12,2)"))
                                                .withRequired(true)
                                                .withBackfill(Expression.sql("'0.50'"))));
        assertThat(query("SELECT amount FROM parent ORDER BY id")).containsExactly("0.50", "2.00");
    }

    @ParameterizedTest
    @CsvSource({
        "text(20), 1.5, 'decimal(12,2)', 1.50",
        "text(20), ' 42 ', bigint, 42",
        "text(20), yes, boolean, 1",
        "text(20), 2025-12-31T10:20:30.500, timestamp(6), 2025-12-31 10:20:30.5",
        "'decimal(12,4)', 1.2350, 'decimal(12,2)', 1.24",
        "'decimal(12,4)', 2.5000, integer, 3",
        "double, 1e21, 'decimal(30,2)', 1000000000000000000000.00",
        "bigint, 9223372036854775807, 'decimal(20,1)', 9223372036854775807.0",
        "boolean, 1, text(5), true",
        "boolean, 1, integer, 1",
        "date, 2025-12-31, timestamptz(6), 2025-12-31 00:00:00+00:00",
        "timestamptz(6), 2025-12-31 10:20:30+00:00, date, 2025-12-31",
    })
    void aValueIsConverted(String from, String stored, String to, String expected)
            throws SQLException {
        start(from, "'" + stored + "'");
        rebuild(t -> with(t, "value", c -> c.withType(type(to))));
        assertThat(query("SELECT value FROM parent")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "text(20), Product 1, integer",
        "text(20), 1.5, integer",
        "bigint, 3000000000, integer",
        "text(40), 2025-02-30, date",
        "text(40), x, uuid",
    })
    void aValueThatMakesNoSenseStopsTheRebuild(String from, String stored, String to)
            throws SQLException {
        start(from, "'" + stored + "'");
        assertThatThrownBy(() -> rebuild(t -> with(t, "value", c -> c.withType(type(to)))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(stored);
        assertThat(query("SELECT value FROM parent")).containsExactly(stored);
    }

    @Test
    void rowsThatPointNowhereAreRefusedAtTheEnd() throws SQLException {
        execute("CREATE TABLE stray (parent BIGINT)", "INSERT INTO stray VALUES (99)");
        Table stray = inspect().model().tableNamed(TableName.of("stray")).orElseThrow();
        ForeignKey key =
                new ForeignKey(
                        "k",
                        "stray_parent_fkey",
                        List.of("parent"),
                        TableName.of("parent"),
                        List.of("id"),
                        dev.plinth.schema.model.Relation.Action.NO_ACTION,
                        dev.plinth.schema.model.Relation.Action.NO_ACTION);
        Change change = new Change.RebuildTable(stray, List.of(), stray, List.of(key), List.of());
        assertThatThrownBy(() -> run(change)).hasMessageContaining("rows of stray point at rows");
        assertThat(query("SELECT COUNT(*) FROM stray")).containsExactly("1");
    }

    @Test
    void aDeploymentIsRefusedWhereForeignKeysCannotBeSwitchedOff() throws SQLException {
        connection.setAutoCommit(false);
        execute("INSERT INTO log VALUES ('open transaction')");
        assertThatThrownBy(() -> dialect.beforeDeployment(connection))
                .hasMessageContaining("foreign keys cannot be switched off");
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** A table parent of one value only. */
    private void start(String type, String literal) throws SQLException {
        execute(
                "DROP VIEW names",
                "DROP TABLE child",
                "DROP TABLE parent",
                "CREATE TABLE parent (value " + dialect.types().sql(type(type)) + ")",
                "INSERT INTO parent VALUES (" + literal + ")");
    }

    private static ColumnType type(String text) {
        return ColumnTypes.parse(text).orElseThrow();
    }

    private static List<Column> added(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return columns;
    }

    private static Table with(Table table, String name, UnaryOperator<Column> change) {
        return table.withColumns(
                table.columns().stream()
                        .map(c -> c.name().equals(name) ? change.apply(c) : c)
                        .toList());
    }

    private Inspection inspect() throws SQLException {
        return dialect.inspector().inspect(connection, List.of());
    }

    private Table parent() throws SQLException {
        return inspect().model().tableNamed(TableName.of("parent")).orElseThrow();
    }

    private Change.RebuildTable rebuild(UnaryOperator<Table> change) throws SQLException {
        Inspection live = inspect();
        Table from = live.model().tableNamed(TableName.of("parent")).orElseThrow();
        Table to = change.apply(from);
        List<DatabaseTrigger> triggers =
                live.triggers().stream().filter(t -> t.on().equals(from.name())).toList();
        Change.RebuildTable rebuild =
                new Change.RebuildTable(
                        from,
                        ForeignKey.allOf(live.model(), from),
                        to,
                        ForeignKey.allOf(live.model(), to),
                        List.of(),
                        triggers);
        run(rebuild);
        return rebuild;
    }

    /** As a deployment does it. */
    private void run(Change change) throws SQLException {
        dialect.beforeDeployment(connection);
        connection.setAutoCommit(false);
        try {
            execute(dialect.statements().write(change).toArray(String[]::new));
            dialect.beforeCommit(connection);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            dialect.prepare(connection);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }
}
