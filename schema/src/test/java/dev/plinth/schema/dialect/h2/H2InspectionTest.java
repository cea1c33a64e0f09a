package dev.plinth.schema.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What only H2 has, in databases made by others. */
class H2InspectionTest {
    private final Dialect dialect = Dialects.named("h2");
    private FreshDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.H2.fresh();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private Inspection inspect(String sql) throws SQLException {
        database.execute(sql);
        return dialect.inspector().inspect(connection, List.of());
    }

    private static Table table(Inspection found, String name) {
        return found.model().tableNamed(TableName.parse(name)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TINYINT",
                "CHARACTER(5)",
                "VARCHAR_IGNORECASE(9)",
                "CHARACTER LARGE OBJECT",
                "DECFLOAT(20)",
                "BINARY(4)",
                "TIME(3) WITH TIME ZONE",
                "INTERVAL YEAR(4)",
                "INTERVAL DAY(3) TO SECOND(4)",
                "INTERVAL SECOND(5, 6)",
                "INTEGER ARRAY[9]",
                "CHARACTER VARYING(5) ARRAY[3] ARRAY[2]",
                "ENUM('a', 'it''s')",
                "ENUM('a') ARRAY[3]",
                "ROW(\"A\" INTEGER, \"b c\" CHARACTER VARYING(3))",
                "GEOMETRY"
            })
    void aTypeIsKeptByItsName(String sql) throws SQLException {
        Inspection found = inspect("CREATE TABLE T (A " + sql + ")");
        ColumnType type = table(found, "T").columns().getFirst().type();
        assertThat(type.text()).isEqualTo("native(" + sql + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TINYINT                | 5             | 5",
                "DECFLOAT(20)           | 1.5           | 1.5",
                "INTEGER ARRAY          | ARRAY[1, 2]   | [1,2]",
                "ENUM('a', 'b')         | 'b'           | b",
                "CHARACTER(3)           | 'x'           | x  ",
                "INTERVAL DAY TO SECOND | INTERVAL '1' DAY | INTERVAL '1 00:00:00' DAY TO SECOND",
            })
    void aValueOfSuchATypeIsRead(String sql, String value, String read) throws SQLException {
        Inspection found = inspect("CREATE TABLE T AS SELECT CAST(" + value + " AS " + sql + ") A");
        ColumnType type = table(found, "T").columns().getFirst().type();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT " + dialect.types().selection(type, "A") + " FROM T")) {
            rows.next();
            assertThat((String) dialect.types().read(rows, 1, type)).startsWith(read.strip());
        }
    }

    @Test
    void aDomainIsKeptByItsName() throws SQLException {
        Inspection found =
                inspect("CREATE DOMAIN D AS VARCHAR(5) CHECK (VALUE <> ''); CREATE TABLE T (A D)");
        Table table = table(found, "T");
        assertThat(table.columns().getFirst().type().text()).isEqualTo("native(\"PUBLIC\".\"D\")");
        assertThat(table.checks()).isEmpty();
    }

    @Test
    void aRelationToColumnsInAnotherOrder() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE P (A INTEGER, B INTEGER, UNIQUE (A, B));"
                                + " CREATE TABLE C (X INTEGER, Y INTEGER,"
                                + " CONSTRAINT R FOREIGN KEY (X, Y) REFERENCES P (B, A))");
        Table parent = table(found, "P");
        Table child = table(found, "C");
        Relation relation = child.relations().getFirst();
        assertThat(child.columnNames(relation.columns())).containsExactly("X", "Y");
        assertThat(parent.columnNames(relation.targetColumns())).containsExactly("B", "A");
        assertThat(child.indexes()).isEmpty();
    }

    @Test
    void defaultsAsPlainAsTheyAre() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE T (A VARCHAR(9) DEFAULT 'ü''' , B BIGINT DEFAULT 5 + 2,"
                                + " C VARCHAR(9) DEFAULT UPPER('x') || CURRENT_USER,"
                                + " D BLOB DEFAULT X'00ff', E DATE DEFAULT CURRENT_DATE)");
        assertThat(table(found, "T").columns())
                .extracting(Column::name, Column::defaultValue)
                .containsExactly(
                        tuple("A", new Default.Value("ü'")),
                        tuple("B", new Default.Value("7")),
                        tuple("C", new Default.Sql("'X' || CURRENT_USER")),
                        tuple("D", new Default.Value("AP8=")),
                        tuple("E", new Default.Now()));
    }

    @Test
    void aTriggerIsNoted() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE T (A INTEGER); CREATE TRIGGER TR AFTER INSERT ON T"
                                + " FOR EACH ROW CALL \""
                                + Nothing.class.getName()
                                + "\"");
        assertThat(found.notes())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("I002", "tables/T/triggers/TR"));
    }

    /** What the trigger calls. */
    public static final class Nothing implements org.h2.api.Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {}
    }
}
