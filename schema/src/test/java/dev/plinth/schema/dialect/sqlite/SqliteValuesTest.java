package dev.plinth.schema.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Values, their order and SQLite's complaints. */
class SqliteValuesTest {
    private final SqliteDialect dialect = new SqliteDialect();
    private FreshDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.SQLITE.fresh();
        connection = database.connect();
        dialect.prepare(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bigint, -9223372036854775808, -9223372036854775808",
        "'decimal(38,10)', 9999999999999999999999999999.9999999999,"
                + " 9999999999999999999999999999.9999999999",
        "'decimal(12,2)', 0.1, 0.10",
        "'decimal(12,2)', -0, 0.00",
        "real, 0.1, 0.1",
        "double, 1e-300, 1.0e-300",
        "boolean, true, 1",
        "'time(3)', 23:59:59.120, 23:59:59.12",
        "'timestamp(6)', 2025-01-02T03:04:05.123456, 2025-01-02 03:04:05.123456",
        "'timestamp(0)', 2025-01-02T03:04, 2025-01-02 03:04:00",
        "'timestamptz(6)', 2025-01-02T03:04:05.5+02:00, 2025-01-02 01:04:05.5+00:00",
        "uuid, 0190F5FB-1C3F-7B0A-8F9B-0123456789AB, 0190f5fb-1c3f-7b0a-8f9b-0123456789ab",
        "json, '{\"a\": 1.10}', '{\"a\": 1.10}'",
        "json, 12345678901234567890, 12345678901234567890",
    })
    void eachValueHasOneStoredForm(String typeText, String text, String stored)
            throws SQLException {
        ColumnType type = type(typeText);
        Object value = type.parse(text);
        execute("CREATE TABLE t (v " + dialect.types().sql(type) + ")");
        insert(type, value);
        execute("INSERT INTO t VALUES (" + dialect.types().literal(type, text) + ")");
        assertThat(strings("SELECT v FROM t")).containsExactly(stored, stored);
        assertThat(values(type, "SELECT v FROM t")).containsExactly(value, value);
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp(6), 1700000000, 2023-11-14T22:13:20",
        "timestamp(6), 1700000000123, 2023-11-14T22:13:20.123",
        "timestamp(6), 2460263.425925926, 2023-11-14T22:13:20",
        "timestamp(6), '''2009-01-01 00:00:00''', 2009-01-01T00:00:00",
        "timestamp(6), '''2009-01-01T00:00:00Z''', 2009-01-01T00:00:00",
        "timestamptz(6), '''2009-01-01 00:00:00''', 2009-01-01T00:00:00+00:00",
        "date, '''2009-01-01 00:00:00''', 2009-01-01",
        "'decimal(10,2)', 12.5, 12.50",
        "boolean, '''true''', true",
        "uuid, X'0190f5fb1c3f7b0a8f9b0123456789ab', 0190f5fb-1c3f-7b0a-8f9b-0123456789ab",
        "bigint, '''12''', 12",
    })
    void whatOtherProgramsStoredIsUnderstood(String typeText, String literal, String expected)
            throws SQLException {
        ColumnType type = type(typeText);
        Object value = values(type, "SELECT " + literal).getFirst();
        assertThat(type.format(value)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({"bigint, '''abc'''", "date, '''abc'''", "'decimal(5,2)', '''x'''", "uuid, 5"})
    void whatIsNoValueOfTheTypeIsAFault(String typeText, String literal) {
        assertThatThrownBy(() -> values(type(typeText), "SELECT " + literal))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e ->
                                assertThat(dialect.errors().fault(e).kind())
                                        .isEqualTo(Kind.INVALID_VALUE));
    }

    @Test
    void notANumberIsRefusedBecauseItWouldBecomeNull() throws SQLException {
        execute("CREATE TABLE t (v REAL)");
        assertThatThrownBy(() -> insert(type("double"), Double.NaN))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void decimalsAreSortedComparedAndAddedExactly() throws SQLException {
        DecimalType type = new DecimalType(30, 2);
        String v = dialect.types().comparable(type, "v");
        execute("CREATE TABLE t (v DECIMAL_TEXT(30,2) UNIQUE)");
        for (String text : List.of("10", "9", "-10", "-9", "0.10", "12345678901234567890.01")) {
            insert(type, type.parse(text));
        }
        assertThat(strings("SELECT v FROM t ORDER BY " + v))
                .containsExactly(
                        "-10.00", "-9.00", "0.10", "9.00", "10.00", "12345678901234567890.01");
        assertThat(strings("SELECT max(" + v + ") FROM t"))
                .containsExactly("12345678901234567890.01");
        assertThat(strings("SELECT decimal_sum(v) FROM t"))
                .containsExactly("12345678901234567890.11");
        assertThat(strings("SELECT decimal_sum(v) FROM t WHERE 1 = 0")).containsExactly("null");
        String compared = dialect.queries().compareNumbers("\"v\"", ">", "12345678901234567890.00");
        assertThat(strings("SELECT v FROM t WHERE " + compared))
                .containsExactly("12345678901234567890.01");
        assertThatThrownBy(() -> insert(type, type.parse("9.0"))).isInstanceOf(SQLException.class);
    }

    @Test
    void likeMindsCaseAndItsSisterDoesNot() throws SQLException {
        assertThat(like(false, "Größe_1", "Grö%\\_1")).isTrue();
        assertThat(like(false, "Größe_1", "grö%")).isFalse();
        assertThat(like(true, "GRÖSSE", "grö__e")).isTrue();
        assertThat(like(true, "a.c", "abc")).isFalse();
        assertThat(like(false, "😀", "_")).isTrue();
        assertThat(like(false, "a\nb", "a%b")).isTrue();
    }

    private boolean like(boolean ignoringCase, String value, String pattern) throws SQLException {
        var queries = dialect.queries();
        String condition =
                ignoringCase ? queries.likeIgnoringCase("?", "?") : queries.like("?", "?");
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + condition)) {
            statement.setString(1, value);
            statement.setString(2, pattern);
            return statement.executeQuery().getBoolean(1);
        }
    }

    @Test
    void regularExpressions() throws SQLException {
        String minding = dialect.queries().matches("'Hello'", "'^h'", false).orElseThrow();
        String ignoring = dialect.queries().matches("'Hello'", "'^h'", true).orElseThrow();
        assertThat(strings("SELECT " + minding)).containsExactly("0");
        assertThat(strings("SELECT " + ignoring)).containsExactly("1");
        assertThat(fault("SELECT 'x' REGEXP '('").kind()).isEqualTo(Kind.INVALID_VALUE);
    }

    @Test
    void textsAreComparedByCodePointsWhateverTheColumnSays() throws SQLException {
        var q = dialect.queries();
        execute("CREATE TABLE t (v TEXT COLLATE NOCASE)", "INSERT INTO t VALUES ('aB😀')");
        assertThat(strings("SELECT " + q.compareTexts("v", "=", "'ab😀'") + " FROM t"))
                .containsExactly("0");
        assertThat(strings("SELECT " + q.startsWith("v", "'AB'") + " FROM t")).containsExactly("0");
        assertThat(strings("SELECT " + q.endsWith("v", "'B😀'") + " FROM t")).containsExactly("1");
        assertThat(strings("SELECT " + q.endsWith("v", "'xaB😀'") + " FROM t"))
                .containsExactly("0");
        assertThat(strings("SELECT " + q.endsWith("v", "''") + " FROM t")).containsExactly("1");
        assertThat(strings("SELECT " + q.length("v") + " FROM t")).containsExactly("3");
    }

    @Test
    void defaultsOfTheMomentAreStoredInTheFormOfTheType() throws SQLException {
        execute(
                "CREATE TABLE t (a TIMESTAMP(6) DEFAULT ("
                        + SqliteTypes.now(type("timestamp(6)"))
                        + "),"
                        + " b TIMESTAMPTZ(2) DEFAULT ("
                        + SqliteTypes.now(type("timestamptz(2)"))
                        + "),"
                        + " c TIME(0) DEFAULT ("
                        + SqliteTypes.now(type("time(0)"))
                        + "),"
                        + " d UUID DEFAULT ("
                        + SqliteTypes.newUuid()
                        + "))",
                "INSERT INTO t DEFAULT VALUES");
        assertThat(strings("SELECT a FROM t").getFirst())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d*[1-9])?");
        assertThat(strings("SELECT b FROM t").getFirst())
                .matches(".*:\\d\\d(\\.\\d?[1-9])?\\+00:00");
        assertThat(strings("SELECT c FROM t").getFirst()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(((java.util.UUID) values(type("uuid"), "SELECT d FROM t").getFirst()).version())
                .isEqualTo(4);
    }

    @Test
    void faults() throws SQLException {
        execute(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a INT NOT NULL UNIQUE, b INT, c INT CONSTRAINT positive CHECK (c >"
                        + " 0), p INT REFERENCES p, UNIQUE (b, c))",
                "CREATE UNIQUE INDEX lowered ON t (abs(b))",
                "INSERT INTO t VALUES (1, 1, 1, NULL)");
        assertThat(fault("INSERT INTO t VALUES (1, 2, 2, NULL)"))
                .isEqualTo(new Fault(Kind.UNIQUE, null, "a", "UNIQUE constraint failed: t.a"));
        assertThat(fault("INSERT INTO t VALUES (2, 1, 1, NULL)").column()).isNull();
        assertThat(fault("INSERT INTO t VALUES (2, -1, 1, NULL)").constraint())
                .isEqualTo("lowered");
        assertThat(fault("INSERT INTO t VALUES (NULL, 2, 2, NULL)"))
                .isEqualTo(new Fault(Kind.NOT_NULL, null, "a", "NOT NULL constraint failed: t.a"));
        assertThat(fault("INSERT INTO t VALUES (2, 2, 0, NULL)").constraint())
                .isEqualTo("positive");
        assertThat(fault("INSERT INTO t VALUES (2, 2, 2, 9)").kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(fault("SELECT missing FROM t").kind()).isEqualTo(Kind.UNKNOWN_OBJECT);
        assertThat(fault("SELECT * FROM nowhere").kind()).isEqualTo(Kind.UNKNOWN_OBJECT);
        assertThat(fault("SELEC 1").kind()).isEqualTo(Kind.SYNTAX);
        assertThat(
                        fault(
                                        "SELECT sum(a) FROM (SELECT 9223372036854775807 a UNION ALL"
                                                + " SELECT 1)")
                                .kind())
                .isEqualTo(Kind.OUT_OF_RANGE);
        execute("PRAGMA query_only=ON");
        assertThat(fault("INSERT INTO t VALUES (5, 5, 5, NULL)").kind()).isEqualTo(Kind.READ_ONLY);
    }

    @Test
    void whoeverWritesHasTheLock() throws SQLException {
        execute("CREATE TABLE locked (id INT)", "PRAGMA busy_timeout=1");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(dialect.lockStatement("locked"));
            assertThat(fault(dialect.lockStatement("locked")).kind()).isEqualTo(Kind.CONFLICT);
            other.rollback();
            execute(dialect.lockStatement("locked"));
        }
    }

    private Fault fault(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            return dialect.errors().fault(e);
        }
        throw new AssertionError("no complaint about " + sql);
    }

    private static ColumnType type(String text) {
        return ColumnTypes.parse(text).orElseThrow();
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

    private List<Object> values(ColumnType type, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Object> values = new ArrayList<>();
            while (rows.next()) {
                values.add(dialect.types().read(rows, 1, type));
            }
            return values;
        }
    }

    private List<String> strings(String sql) throws SQLException {
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
