package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of queries, run. */
abstract class QueryContract extends LiveDatabase {
    private static final TextType TEXT = new TextType(40);

    private final Queries queries;
    private final Table table =
            Samples.table(
                            "t",
                            Samples.column("t", "name", TEXT),
                            Samples.column("t", "n", IntegerType.NORMAL))
                    .withUniques(List.of(new UniqueKey("t.u", "t_u", List.of("t.name"), true)));

    QueryContract(DialectContract subject) {
        super(subject);
        this.queries = dialect.queries();
    }

    @BeforeEach
    void fill() throws SQLException {
        create(Samples.model(table));
        insert(table, List.of("name", "n"), "Anna", 3L);
        insert(table, List.of("name", "n"), "ÄNNE", null);
        insert(table, List.of("name", "n"), "50%_off", 1L);
        insert(table, List.of("name", "n"), null, 2L);
    }

    private String quote(String name) {
        return names.quote(name);
    }

    private List<@Nullable Object> ids(String rest) throws SQLException {
        return query("SELECT " + quote("id") + " FROM " + quote("t") + " " + rest, IntegerType.BIG);
    }

    private List<@Nullable Object> idsWhere(String condition) throws SQLException {
        return ids("WHERE " + condition + " ORDER BY " + quote("id"));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Test
    void aPage() throws SQLException {
        String order = "ORDER BY " + quote("id") + " ";
        assertThat(ids(order + queries.page(2, -1, true))).containsExactly(1L, 2L);
        assertThat(ids(order + queries.page(2, 1, true))).containsExactly(2L, 3L);
        assertThat(ids(order + queries.page(-1, 3, true))).containsExactly(4L);
        assertThat(ids(order + queries.page(-1, -1, true))).hasSize(4);
        assertThat(ids(order + queries.page(0, 0, true))).isEmpty();
        assertThat(ids(queries.page(3, 1, false))).hasSize(3);
    }

    @Test
    void sortedWithNullsWhereTheyAreWanted() throws SQLException {
        String n = quote("n");
        assertThat(ids("ORDER BY " + queries.sorted(n, false, true)))
                .containsExactly(2L, 3L, 4L, 1L);
        assertThat(ids("ORDER BY " + queries.sorted(n, false, false)))
                .containsExactly(3L, 4L, 1L, 2L);
        assertThat(ids("ORDER BY " + queries.sorted(n, true, true)))
                .containsExactly(2L, 1L, 4L, 3L);
        assertThat(ids("ORDER BY " + queries.sorted(n, true, false)))
                .containsExactly(1L, 4L, 3L, 2L);
    }

    @Test
    void aLikeThatIgnoresCase() throws SQLException {
        assertThat(idsWhere(queries.likeIgnoringCase(quote("name"), literal("aN%"))))
                .containsExactly(1L);
        assertThat(idsWhere(queries.likeIgnoringCase(quote("name"), literal("50%"))))
                .containsExactly(3L);
    }

    @Test
    void aRegularExpression() throws SQLException {
        Optional<String> exact = queries.matches(quote("name"), literal("^A.*a$"), false);
        assertThat(exact.isPresent()).isEqualTo(dialect.can(Capability.REGULAR_EXPRESSIONS));
        if (exact.isPresent()) {
            assertThat(idsWhere(exact.get())).containsExactly(1L);
            assertThat(
                            idsWhere(
                                    queries.matches(quote("name"), literal("^aN"), false)
                                            .orElseThrow()))
                    .isEmpty();
            assertThat(idsWhere(queries.matches(quote("name"), literal("^aN"), true).orElseThrow()))
                    .containsExactly(1L);
        }
    }

    @Test
    void equalityThatTakesNullForAValue() throws SQLException {
        assertThat(idsWhere(queries.isNotDistinct(quote("name"), "NULL"))).containsExactly(4L);
        assertThat(idsWhere(queries.isNotDistinct(quote("name"), literal("Anna"))))
                .containsExactly(1L);
    }

    @Test
    void casts() throws SQLException {
        assertThat(cast("'12'", TEXT, IntegerType.NORMAL)).isEqualTo(12L);
        assertThat(cast("12", IntegerType.NORMAL, TEXT)).isEqualTo("12");
        assertThat(cast("'1.25'", TEXT, new DecimalType(10, 2)))
                .isEqualTo(new java.math.BigDecimal("1.25"));
        assertThat(cast("'2024-02-29'", TEXT, new DateType()))
                .isEqualTo(java.time.LocalDate.of(2024, 2, 29));
        assertThat(cast("1", IntegerType.NORMAL, new BooleanType())).isEqualTo(true);
    }

    private @Nullable Object cast(String expression, ColumnType from, ColumnType type)
            throws SQLException {
        String selected = types.selection(type, queries.cast(expression, from, type));
        return query(
                        "SELECT "
                                + selected
                                + " FROM "
                                + quote("t")
                                + " WHERE "
                                + quote("id")
                                + " = 1",
                        type)
                .getFirst();
    }

    private static final List<ColumnType> BIG = List.of(IntegerType.BIG);

    @Test
    void rowsThatComeBackFromAChange() throws SQLException {
        String insert = "INSERT INTO " + quote("t") + " (" + quote("name") + ") VALUES ('x')";
        String update =
                "UPDATE " + quote("t") + " SET " + quote("n") + " = 9 WHERE " + quote("n") + " > 1";
        String delete = "DELETE FROM " + quote("t") + " WHERE " + quote("name") + " = 'x'";
        if (!dialect.can(Capability.RETURNING)) {
            // MariaDB gives back what it inserts and deletes, none what it updates.
            assertThat(queries.returning(update, false, List.of(quote("n")), BIG)).isEmpty();
            return;
        }
        assertThat(returned(insert, false, "id")).containsExactly(5L);
        assertThat(returned(update, false, "n")).containsExactly(9L, 9L);
        assertThat(returned(delete, true, "id")).containsExactly(5L);
        assertThat(ids("")).hasSize(4);
    }

    private List<@Nullable Object> returned(String statement, boolean deletes, String column)
            throws SQLException {
        Optional<String> whole = queries.returning(statement, deletes, List.of(quote(column)), BIG);
        return query(whole.orElseThrow(), IntegerType.BIG);
    }

    @Test
    void anUpsertInsertsUpdatesOrKeeps() throws SQLException {
        upsert("Neu", 7L, List.of("n"));
        upsert("Anna", 8L, List.of("n"));
        upsert("50%_off", 9L, List.of());
        upsert("New", null, List.of());
        assertThat(ids("WHERE " + quote("name") + " IS NOT NULL")).hasSize(5);
        assertThat(idsWhere(quote("n") + " = 8")).containsExactly(1L);
        assertThat(idsWhere(quote("n") + " = 7")).hasSize(1);
        assertThat(idsWhere(quote("n") + " = 9")).isEmpty();
    }

    /** Values are marks until the statement is written, since each may stand there twice. */
    private void upsert(String name, @Nullable Long n, List<String> updated) throws SQLException {
        String marked =
                queries.upsert(
                        quote("t"),
                        List.of(quote("name"), quote("n")),
                        List.of("#name", "#n"),
                        List.of(quote("name")),
                        updated.stream().map(this::quote).toList());
        List<String> marks =
                Pattern.compile("#n(?:ame)?")
                        .matcher(marked)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        String sql =
                marked.replace("#name", types.placeholder(TEXT))
                        .replace("#n", types.placeholder(IntegerType.NORMAL));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (String mark : marks) {
                if (mark.equals("#name")) {
                    types.bind(statement, index++, TEXT, name);
                } else {
                    types.bind(statement, index++, IntegerType.NORMAL, n);
                }
            }
            statement.executeUpdate();
        }
    }

    @Test
    void aRowOfDefaults() throws SQLException {
        execute(queries.insertDefaults(quote("t"), quote("id")));
        assertThat(ids("")).hasSize(5);
    }

    @Test
    void rowsAreCompared() throws SQLException {
        String comparison = "(" + quote("n") + ", " + quote("id") + ") > (1, 3)";
        if (dialect.can(Capability.ROW_COMPARISON)) {
            assertThat(idsWhere(comparison)).containsExactly(1L, 4L);
        }
    }

    @Test
    void aRowIsLockedUntilTheTransactionEnds() throws SQLException {
        Table lock = Samples.table("lock");
        create(Samples.model(lock));
        execute(queries.insertDefaults(quote("lock"), quote("id")));
        connection.setAutoCommit(false);
        lock(connection);
        try (var other = connect()) {
            other.setAutoCommit(false);
            SQLException refusal =
                    org.assertj.core.api.Assertions.catchThrowableOfType(
                            SQLException.class, () -> lock(other));
            assertThat((Throwable) refusal).isNotNull();
            assertThat(dialect.errors().fault(refusal).kind()).isEqualTo(subject.locked());
            other.rollback();
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Test
    void aRowIsFoundByItsAddress() throws SQLException {
        RowAddress address = queries.rowAddress().orElse(null);
        assumeTrue(address != null, "rows have no address");
        String text = queries.cast(address.sql(), new LongTextType());
        Object first =
                query(
                                "SELECT "
                                        + text
                                        + " FROM "
                                        + quote("t")
                                        + " WHERE "
                                        + quote("id")
                                        + " = 2",
                                new LongTextType())
                        .getFirst();
        String sql =
                "SELECT "
                        + quote("id")
                        + " FROM "
                        + quote("t")
                        + " WHERE "
                        + address.sql()
                        + " = "
                        + types.placeholder(address.type());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            types.bind(statement, 1, address.type(), address.type().parse((String) first));
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void pathsIntoJson() throws SQLException {
        Table documents = Samples.table("d", Samples.column("d", "j", new JsonType()));
        create(Samples.model(documents));
        insert(
                documents,
                List.of("j"),
                "{\"a\": {\"b\": [10, \"it's \\\"ü\\\" \\\\ \\n"
                        + ".\", null, 1.5]}, \"q\\\"t'\": true}");
        assumeTrue(at(false, "a").isPresent(), "there are no paths into JSON");
        assertThat(read(true, "a", "b", "0")).isEqualTo("10");
        assertThat(read(true, "a", "b", "1")).isEqualTo("it's \"ü\" \\ \n.");
        assertThat(read(true, "a", "b", "2")).isNull();
        assertThat(read(true, "a", "b", "3")).isEqualTo("1.5");
        assertThat(read(true, "a", "b", "9")).isNull();
        assertThat(read(true, "q\"t'")).isEqualTo("true");
        assertThat(read(true, "none", "b")).isNull();
        assertThat(String.valueOf(read(false, "a", "b")).replace(" ", ""))
                .startsWith("[10,")
                .endsWith(",null,1.5]");
    }

    @Test
    void theLastElementIsThatOfEachRow() throws SQLException {
        Table documents = Samples.table("d", Samples.column("d", "j", new JsonType()));
        create(Samples.model(documents));
        List<String> all = List.of("[{\"c\": 1}, {\"c\": 2}, {\"c\": 3}]", "[{\"c\": 4}]", "[]");
        for (String one : all) {
            insert(documents, List.of("j"), one);
        }
        assumeTrue(at(true, "-1", "c").isPresent(), "there are no places from the end");
        String sql = "SELECT " + at(true, "-1", "c").orElseThrow() + " FROM " + quote("d");
        assertThat(query(sql, new LongTextType())).containsExactlyInAnyOrder("3", "4", null);
    }

    private Optional<String> at(boolean asText, String... path) {
        List<JsonKey> keys = Stream.of(path).map(k -> new JsonKey(k, k.matches("-?\\d+"))).toList();
        return queries.jsonAt(
                quote("j"),
                new JsonType(),
                keys,
                asText,
                k -> types.literal(new LongTextType(), k));
    }

    private @Nullable Object read(boolean asText, String... path) throws SQLException {
        String sql = "SELECT " + at(asText, path).orElseThrow() + " FROM " + quote("d");
        return query(sql, asText ? new LongTextType() : new JsonType()).getFirst();
    }

    private void lock(Connection session) throws SQLException {
        dialect.lock(session, quote("lock"));
    }
}
