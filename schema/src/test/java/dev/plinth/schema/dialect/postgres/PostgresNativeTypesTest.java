package dev.plinth.schema.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Values of types that we do not know: in as text or as JSON, out as JSON. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresNativeTypesTest {
    private final Dialect dialect = Dialects.named("postgres");
    private final Types types = dialect.types();
    private FreshDatabase database;
    private Connection connection;

    @BeforeAll
    void open() throws SQLException {
        database = TestDatabases.POSTGRESQL.fresh();
        database.execute(
                "CREATE TYPE mood AS ENUM ('good', 'so, \"so\"')",
                "CREATE TYPE pair AS (x integer, y text)",
                "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')");
        connection = database.connect();
        dialect.prepare(connection);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mood            | so, \"so\"      | \"so, \\\"so\\\"\"",
                "integer[]       | {1,NULL,3}      | [1,null,3]",
                "text[]          | {\"a,b\",ü}     | [\"a,b\",\"ü\"]",
                "integer[]       | {{1,2},{3,4}}   | [[1,2],[3,4]]",
                "pair            | (1,\"a b\")     | {\"x\":1,\"y\":\"a b\"}",
                "email           | a@b             | \"a@b\"",
                "numeric         | 123456789012345678901234567890.5 |"
                        + " 123456789012345678901234567890.5",
                "int4range       | [1,5)           | \"[1,5)\"",
                "inet            | 10.0.0.1        | \"10.0.0.1\"",
                "json            | {\"a\": 1.50}   | {\"a\": 1.50}",
                "character(3)    | a               | \"a  \"",
                "interval        | 1 day           | \"1 day\"",
                "money           | 12.5            | \"$12.50\"",
                "bit(3)          | 101             | \"101\"",
                "xml             | <a>ü</a>        | \"<a>ü</a>\"",
            })
    void aTextComesBackAsJson(String sql, String text, String json) throws SQLException {
        ColumnType type = new NativeType(sql);
        assertThat(types.readsAsJson(type)).isTrue();
        assertThat(read(type, types.placeholder(type), text)).isEqualTo(json);
        assertThat(read(type, types.literal(type, text), null)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mood       | \"good\"",
                "integer[]  | [1,null,3]",
                "text[]     | [\"a,b\",\"ü\"]",
                "pair       | {\"x\":1,\"y\":\"a b\"}",
                "pair[]     | [{\"x\":1,\"y\":null}]",
                "email      | \"a@b\"",
                "numeric    | 0.10000000000000000000000000001",
                "json       | {\"a\": [1, 2]}",
                "jsonb[]    | [{\"a\": 1}]",
                "int4range  | \"[1,5)\"",
            })
    void jsonComesBackAsItWas(String sql, String json) throws SQLException {
        ColumnType type = new NativeType(sql);
        assertThat(read(type, types.jsonPlaceholder(type), json)).isEqualTo(json);
    }

    private Object read(ColumnType type, String placeholder, String value) throws SQLException {
        String sql =
                "SELECT "
                        + types.selection(type, "s.v")
                        + " FROM (SELECT "
                        + placeholder
                        + " AS v) s WHERE "
                        + types.comparable(type, "s.v")
                        + " = "
                        + types.comparable(type, "s.v");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (value != null) {
                types.bind(statement, 1, type, value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return Objects.requireNonNull(types.read(rows, 1, type));
            }
        }
    }
}
