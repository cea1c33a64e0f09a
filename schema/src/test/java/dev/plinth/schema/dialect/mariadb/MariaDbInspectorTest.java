package dev.plinth.schema.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What only MariaDB and MySQL do, on tables that others made and on tables of ours. */
class MariaDbInspectorTest {
    private final MariaDbDialect dialect = new MariaDbDialect();
    private FreshDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.MARIADB.fresh();
        connection = database.connect();
        dialect.prepare(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** Of the two that bear the name, one makes the column JSON. */
    @Test
    void aCheckMayBearTheNameOfAJsonColumn() throws SQLException {
        execute("CREATE TABLE t (code JSON, n INT, CONSTRAINT code CHECK (n < 9))");
        Table table = table("t");
        assertThat(table.columns().getFirst().type().text()).isEqualTo("json");
        assertThat(table.checks())
                .extracting(c -> c.name() + " " + c.expression().text())
                .containsExactly("code `n` < 9");
    }

    @ParameterizedTest
    @CsvSource({
        "TINYINT, smallint, 5",
        "TINYINT(1), boolean, 1",
        "BIT(1), boolean, 1",
        "SMALLINT UNSIGNED, integer, 65535",
        "MEDIUMINT, integer, -8388608",
        "INT UNSIGNED, bigint, 4294967295",
        "BIGINT UNSIGNED, 'decimal(20,0)', 18446744073709551615",
        "YEAR, smallint, 2006",
        "CHAR(3), text(3), '''abc'''",
        "TINYTEXT, longtext, '''abc'''",
        "TIMESTAMP(3), timestamptz(3), '''2030-01-02 03:04:05.678'''",
        "'ENUM(''a'',''b'')', 'native(enum(''a'',''b''))', '''b'''",
        "MEDIUMBLOB, binary, X'00FF'",
        "JSON, json, '''{\"a\": 1.10}'''",
        "UUID, uuid, '''0190f5fb-1c3f-7b0a-8f9b-0123456789ab'''",
        "INET6, native(inet6), '''::1'''",
    })
    void declaredTypes(String declared, String expected, String literal) throws SQLException {
        execute("CREATE TABLE t (a " + declared + ")", "INSERT INTO t VALUES (" + literal + ")");
        ColumnType type = table("t").columns().getFirst().type();
        assertThat(type.text()).isEqualTo(expected);
        Object value = value("SELECT a FROM t", type);
        assertThat(value).isInstanceOf(type.valueClass());
        execute("DELETE FROM t");
        insert(type, value);
        assertThat(value("SELECT a FROM t", type)).isEqualTo(value);
    }

    @Test
    void whatAModelCannotHoldIsNoted() throws SQLException {
        execute(
                "CREATE TABLE aria (a INT) ENGINE=Aria",
                "CREATE TABLE parts (a INT) PARTITION BY HASH (a) PARTITIONS 2",
                "CREATE TABLE moved (at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE"
                        + " CURRENT_TIMESTAMP)",
                "CREATE TABLE loose (a VARCHAR(10), b TEXT)",
                "CREATE TRIGGER heard BEFORE INSERT ON loose FOR EACH ROW SET NEW.a = 'x'");
        assertThat(inspect().notes())
                .extracting(p -> p.code() + " " + p.path())
                .containsExactly(
                        "I003 tables/aria",
                        "I024 tables/loose",
                        "I002 tables/loose/triggers/heard",
                        "I003 tables/moved/columns/at",
                        "I003 tables/parts");
        assertThat(inspect().notes()).noneMatch(Problem::isError);
    }

    @Test
    void indexesOfEveryKind() throws SQLException {
        execute(
                "CREATE TABLE t (a VARCHAR(50), b TEXT, c INT, UNIQUE KEY u (a), KEY p (b(10), c"
                        + " DESC), UNIQUE KEY ud (c DESC), FULLTEXT KEY f (b))");
        Table t = table("t");
        assertThat(t.uniques()).extracting(UniqueKey::name).containsExactly("u");
        assertThat(t.indexes())
                .extracting(i -> i.name() + i.method() + i.unique())
                .containsExactly("fFULLTEXTfalse", "pfalse", "udtrue");
        for (Index index : t.indexes()) {
            run(new Change.DropIndex(t, index), new Change.AddIndex(t, index));
        }
        assertThat(table("t")).isEqualTo(t);
    }

    @Test
    void aViewIsReadWithoutTheNameOfItsDatabase() throws SQLException {
        execute("CREATE TABLE t (a INT)", "CREATE VIEW v AS SELECT t.a + 1 AS b FROM t");
        View view = inspect().model().views().getFirst();
        assertThat(view.query()).isEqualTo("select `t`.`a` + 1 AS `b` from `t`");
        assertThat(view.columns()).extracting(Column::name).containsExactly("b");
    }

    @Test
    void anotherDatabaseIsAnotherSchema() throws SQLException {
        String other = connection.getCatalog() + "_b";
        execute(
                "CREATE DATABASE " + other,
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "CREATE TABLE "
                        + other
                        + ".t (id INT PRIMARY KEY, t INT, FOREIGN KEY f (t) REFERENCES "
                        + connection.getCatalog()
                        + ".t (id))");
        try {
            Model model =
                    dialect.inspector()
                            .inspect(connection, List.of(connection.getCatalog(), other))
                            .model();
            assertThat(model.tables())
                    .extracting(t -> t.name().toString())
                    .containsExactly("t", other + ".t");
            assertThat(model.tables().getLast().relations().getFirst().target())
                    .isEqualTo(model.tables().getFirst().id());
        } finally {
            execute("DROP DATABASE " + other);
        }
    }

    @Test
    void theIndexOfARelationComesAndGoesWithIt() throws SQLException {
        execute(
                "CREATE TABLE p (id INT PRIMARY KEY) COLLATE utf8mb4_bin",
                "CREATE TABLE c (a INT, b INT, CONSTRAINT one FOREIGN KEY (a) REFERENCES p (id),"
                        + " CONSTRAINT two FOREIGN KEY (a) REFERENCES p (id)) COLLATE utf8mb4_bin");
        Model model = inspect().model();
        Table child = table("c");
        assertThat(child.indexes()).isEmpty();
        List<ForeignKey> keys = ForeignKey.allOf(model, child);
        run(new Change.DropRelation(child, keys.getLast()));
        assertThat(indexNames()).containsExactly("one");
        run(new Change.DropRelation(table("c"), keys.getFirst()));
        assertThat(indexNames()).isEmpty();
        run(new Change.AddRelation(table("c"), keys.getFirst()));
        assertThat(indexNames()).containsExactly("one");
    }

    @Test
    void anIndexThatARelationNeedsLeavesItOneOfItsOwn() throws SQLException {
        execute(
                "CREATE TABLE p (id INT PRIMARY KEY)",
                "CREATE TABLE c (a INT, b INT, KEY both_of (a, b), UNIQUE KEY u (a),"
                        + " CONSTRAINT one FOREIGN KEY (a) REFERENCES p (id))");
        Table child = table("c");
        run(new Change.DropUnique(child, child.uniques().getFirst()));
        run(new Change.DropIndex(child, child.indexes().getFirst()));
        assertThat(indexNames()).containsExactly("one");
        assertThat(table("c").indexes()).isEmpty();
        assertThat(table("c").relations()).hasSize(1);
    }

    @Test
    void aNumberedKeyCanBeAddedToRowsAndTakenAway() throws SQLException {
        execute("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (2)");
        Column id =
                Column.of("id", "id", IntegerType.BIG)
                        .withRequired(true)
                        .withIdentity(Identity.BY_DEFAULT);
        Table before = table("t");
        List<Column> columns = new ArrayList<>(before.columns());
        columns.add(id);
        PrimaryKey key = new PrimaryKey("", List.of("id"));
        Table after = before.withColumns(columns).withPrimaryKey(key);
        run(new Change.AddColumn(after, id), new Change.AddPrimaryKey(after, key));
        execute("INSERT INTO t (a) VALUES (3)", "INSERT INTO t (id, a) VALUES (0, 4)");
        assertThat(strings("SELECT id FROM t ORDER BY a")).containsExactly("1", "2", "3", "0");
        assertThat(table("t").columnNamed("id").orElseThrow().identity())
                .isEqualTo(Identity.BY_DEFAULT);
        run(new Change.DropPrimaryKey(after, key));
        assertThat(table("t").primaryKey()).isNull();
        run(new Change.AddPrimaryKey(after, key));
        assertThat(strings("SELECT id FROM t ORDER BY a")).containsExactly("1", "2", "3", "0");
    }

    @Test
    void anUpsertTouchesNoRowThatHasAnotherKeyInCommon() throws SQLException {
        execute(
                "CREATE TABLE t (k INT PRIMARY KEY, u INT UNIQUE, v INT)",
                "INSERT INTO t VALUES (1, 1, 1)");
        String upsert =
                dialect.queries()
                        .upsert(
                                "`t`",
                                List.of("`k`", "`u`", "`v`"),
                                List.of("?", "?", "?"),
                                List.of("`k`"),
                                List.of("`v`"));
        assertThat((Throwable) upsert(upsert, 1, 2, 5)).isNull();
        assertThat(strings("SELECT CONCAT(k, u, v) FROM t")).containsExactly("115");
        SQLException refusal = upsert(upsert, 9, 1, 6);
        assertThat(dialect.errors().fault(refusal).kind())
                .isEqualTo(dev.plinth.schema.dialect.Errors.Kind.UNIQUE);
        assertThat(strings("SELECT CONCAT(k, u, v) FROM t")).containsExactly("115");
    }

    private SQLException upsert(String sql, int... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setInt(i + 1, values[i]);
            }
            statement.executeUpdate();
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",NO_BACKSLASH_ESCAPES"})
    void aLiteralMeansTheSameWhateverABackslashDoes(String mode) throws SQLException {
        execute("SET SESSION sql_mode = CONCAT(@@sql_mode, '" + mode + "')");
        String text = "it's \\ \"100%\"\n\\'ü😀";
        String literal = dialect.types().literal(ColumnTypes.parse("text").orElseThrow(), text);
        assertThat(strings("SELECT " + literal)).containsExactly(text);
        String found =
                dialect.queries()
                        .like(
                                literal,
                                dialect.types()
                                        .literal(
                                                ColumnTypes.parse("text").orElseThrow(),
                                                "%\\\\%\\%\"%"));
        assertThat(strings("SELECT " + found)).containsExactly("1");
    }

    @Test
    void aPointInTimeIsKeptInUtcWhateverTheSessionAndBeyond2038() throws SQLException {
        ColumnType type = ColumnTypes.parse("timestamptz(6)").orElseThrow();
        Table t = Table.of("t", "t", List.of(Column.of("a", "a", type).withComment("when")));
        run(new Change.CreateTable(t, List.of()));
        Object value = type.parse("2500-01-02T03:04:05.123456+05:00");
        insert(type, value);
        execute("SET SESSION time_zone = '-07:00'");
        assertThat(value("SELECT a FROM t", type)).isEqualTo(value);
        assertThat(strings("SELECT a FROM t")).containsExactly("2500-01-01 22:04:05.123456");
        Column found = table("t").columns().getFirst();
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.comment()).isEqualTo("when");
    }

    @Test
    void textsThatDifferInCaseAccentOrSpacesAreDifferent() throws SQLException {
        Table t =
                Table.of(
                                "t",
                                "t",
                                List.of(
                                        Column.of(
                                                "a",
                                                "a",
                                                ColumnTypes.parse("text(9)").orElseThrow())))
                        .withUniques(List.of(new UniqueKey("u", "u", List.of("a"), true)));
        run(new Change.CreateTable(t, List.of()));
        execute("INSERT INTO t VALUES ('a'), ('A'), ('á'), ('a ')");
        assertThat(strings("SELECT a FROM t WHERE a = 'a'")).containsExactly("a");
        assertThat(strings("SELECT a FROM t ORDER BY a")).containsExactly("A", "a", "a ", "á");
    }

    @Test
    void anExactComparisonUsesTheIndex() throws SQLException {
        Table t =
                Table.of(
                                "t",
                                "t",
                                List.of(
                                        Column.of(
                                                "a",
                                                "a",
                                                ColumnTypes.parse("text(9)").orElseThrow())))
                        .withPrimaryKey(new PrimaryKey("", List.of("a")));
        run(new Change.CreateTable(t, List.of()));
        execute("INSERT INTO t SELECT seq FROM seq_1_to_1000");
        String condition = dialect.queries().compareTexts("`a`", "=", "'500'");
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("EXPLAIN SELECT 1 FROM t WHERE " + condition)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("key")).isEqualTo("PRIMARY");
            assertThat(rows.getInt("rows")).isEqualTo(1);
        }
    }

    private Inspection inspect() throws SQLException {
        return dialect.inspector().inspect(connection, List.of());
    }

    private Table table(String name) throws SQLException {
        return inspect().model().tableNamed(TableName.of(name)).orElseThrow();
    }

    private List<String> indexNames() throws SQLException {
        return strings(
                "SELECT DISTINCT index_name FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() AND table_name = 'c'");
    }

    private void run(Change... changes) throws SQLException {
        for (Change change : changes) {
            execute(dialect.statements().write(change).toArray(String[]::new));
        }
    }

    private void insert(ColumnType type, Object value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO t VALUES (?)")) {
            dialect.types().bind(statement, 1, type, value);
            statement.executeUpdate();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Object value(String sql, ColumnType type) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return dialect.types().read(rows, 1, type);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
