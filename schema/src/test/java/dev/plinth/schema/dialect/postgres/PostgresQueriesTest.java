package dev.plinth.schema.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.SearchWords;
import dev.plinth.schema.dialect.SetOperator;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Questions that only PostgreSQL can answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresQueriesTest {
    private final Queries queries = Dialects.named("postgres").queries();
    private FreshDatabase database;
    private Connection connection;

    @BeforeAll
    void open() throws SQLException {
        database = TestDatabases.POSTGRESQL.fresh();
        database.execute("CREATE TYPE pair AS (x integer, y integer[])");
        connection = database.connect();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private String value(String expression) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + expression)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARRAY[1,2,3]           | CONTAINS     | ARRAY[2]",
                "jsonb '\"a\"'        | CONTAINED    | jsonb '[\"a\"]'",
                "int4range(1,5)         | OVERLAPS     | int4range(4,9)",
                "int4range(1,5)         | LEFT_OF      | int4range(5,9)",
                "int4range(5,9)         | RIGHT_OF     | int4range(1,5)",
                "int4range(1,5)         | NOT_RIGHT_OF | int4range(3,5)",
                "int4range(3,9)         | NOT_LEFT_OF  | int4range(3,5)",
                "int4range(1,5)         | ADJACENT     | int4range(5,9)"
            },
            quoteCharacter = '`')
    void setsAreCompared(String left, SetOperator operator, String right) throws SQLException {
        assertThat(value(queries.compareSets(left, operator, right).orElseThrow())).isEqualTo("t");
    }

    @Test
    void setsThatDiffer() throws SQLException {
        assertThat(
                        value(
                                queries.compareSets("ARRAY[1]", SetOperator.CONTAINS, "ARRAY[2]")
                                        .orElseThrow()))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EXPRESSION | fat & !dog",
                "PLAIN      | fat rats",
                "PHRASE     | the fat cats",
                "WEB        | \"fat cats\" or dog",
            })
    void wordsAreSearched(SearchWords words, String searched) throws SQLException {
        String text = "'The fat cats ate rats'";
        String query = "'" + searched + "'";
        assertThat(found(text, new LongTextType(), words, "'english'", query)).isEqualTo("t");
        assertThat(
                        found(
                                "to_tsvector('english', " + text + ")",
                                new NativeType("tsvector"),
                                words,
                                "'english'",
                                query))
                .isEqualTo("t");
        assertThat(
                        found(
                                "jsonb '{\"a\": \"The fat cats ate rats\"}'",
                                new JsonType(),
                                words,
                                "'english'",
                                query))
                .isEqualTo("t");
        assertThat(found("'nothing of it'", new LongTextType(), words, null, query)).isEqualTo("f");
    }

    private String found(
            String expression,
            dev.plinth.schema.type.ColumnType type,
            SearchWords words,
            String language,
            String text)
            throws SQLException {
        return value(queries.search(expression, type, words, language, text).orElseThrow());
    }

    @Test
    void pathsIntoWhatIsNotJson() throws SQLException {
        List<JsonKey> path = List.of(new JsonKey("y", false), new JsonKey("-1", true));
        String at =
                queries.jsonAt(
                                "CAST(ROW(1, ARRAY[7, 8]) AS pair)",
                                new NativeType("pair"),
                                path,
                                true,
                                key -> "'" + key + "'")
                        .orElseThrow();
        assertThat(value(at)).isEqualTo("8");
    }
}
