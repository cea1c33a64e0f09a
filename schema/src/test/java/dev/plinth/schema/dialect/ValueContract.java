package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;

/** A value comes back as it was given: every digit, every character, every microsecond. */
abstract class ValueContract extends LiveDatabase {
    ValueContract(DialectContract subject) {
        super(subject);
    }

    static List<ValueSamples> samples() {
        return ValueSamples.all();
    }

    private Table table(ColumnType type) throws SQLException {
        Table table = Samples.table("t", Samples.column("t", "a", type));
        create(Samples.model(table));
        return table;
    }

    /** In text form, as different objects may be the same value. */
    private static List<@Nullable String> texts(
            ColumnType type, List<? extends @Nullable Object> values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : text(type, value));
        }
        return texts;
    }

    private static String text(ColumnType type, Object value) {
        assertThat(value).isInstanceOf(type.valueClass());
        String text = type.format(value);
        return type instanceof JsonType ? text.replaceAll("([:,]) ", "$1") : text;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBoundValueComesBack(ValueSamples all) throws SQLException {
        ValueSamples samples = all.within(dialect.limits());
        assumeFalse(samples.texts().isEmpty(), "the database has no such type");
        Table table = table(samples.type());
        for (Object value : samples.values()) {
            insert(table, List.of("a"), value);
        }
        insert(table, List.of("a"), (Object) null);
        List<@Nullable Object> expected = new ArrayList<>(samples.values());
        expected.add(null);
        assertThat(texts(samples.type(), values(table, "a", "id")))
                .isEqualTo(texts(samples.type(), expected));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLiteralComesBack(ValueSamples all) throws SQLException {
        ValueSamples samples = all.within(dialect.limits());
        assumeFalse(samples.texts().isEmpty(), "the database has no such type");
        Table table = table(samples.type());
        for (String text : samples.texts()) {
            execute(
                    "INSERT INTO "
                            + names.quote("t")
                            + " ("
                            + names.quote("a")
                            + ") VALUES ("
                            + types.literal(samples.type(), text)
                            + ")");
        }
        assertThat(texts(samples.type(), values(table, "a", "id")))
                .isEqualTo(texts(samples.type(), samples.values()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aValueIsFoundByItself(ValueSamples all) throws SQLException {
        ValueSamples samples = all.within(dialect.limits());
        assumeFalse(samples.texts().isEmpty(), "the database has no such type");
        ColumnType type = samples.type();
        if (type instanceof JsonType
                || type instanceof LongTextType
                || type instanceof BinaryType) {
            return;
        }
        Table table = table(type);
        for (Object value : samples.values()) {
            insert(table, List.of("a"), value);
        }
        String sql =
                "SELECT COUNT(*) FROM "
                        + names.quote("t")
                        + " WHERE "
                        + types.comparable(type, names.quote("a"))
                        + " = "
                        + types.comparable(type, types.placeholder(type));
        for (Object value : samples.values()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                types.bind(statement, 1, type, value);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(1)).as("rows with %s", value).isEqualTo(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void valuesAreSortedByTheirTrueOrder(ValueSamples all) throws SQLException {
        ValueSamples samples = all.within(dialect.limits());
        assumeFalse(samples.texts().isEmpty(), "the database has no such type");
        ColumnType type = samples.type();
        if (!Comparable.class.isAssignableFrom(type.valueClass())
                || type.valueClass() == String.class
                || type.valueClass() == java.util.UUID.class) {
            return;
        }
        Table table = table(type);
        List<Object> shuffled = new ArrayList<>(samples.values());
        Collections.reverse(shuffled);
        for (Object value : shuffled) {
            insert(table, List.of("a"), value);
        }
        List<@Nullable Object> sorted =
                query(
                        "SELECT "
                                + types.selection(type, names.quote("a"))
                                + " FROM "
                                + names.quote("t")
                                + " ORDER BY "
                                + types.comparable(type, names.quote("a")),
                        type);
        assertThat(texts(type, sorted)).isEqualTo(texts(type, samples.values()));
    }

    /**
     * Some databases have no such numbers; then they refuse them, and keep nothing in their place.
     */
    @Test
    void whatIsNoNumberIsKeptOrRefused() throws SQLException {
        FloatType type = FloatType.DOUBLE;
        Table table = table(type);
        List<@Nullable Object> kept = new ArrayList<>();
        for (String text : List.of("NaN", "Infinity", "-Infinity")) {
            try {
                insert(table, List.of("a"), type.parse(text));
                kept.add(type.parse(text));
            } catch (SQLException | InvalidValueException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(values(table, "a", "id")).isEqualTo(kept);
    }

    @Test
    void nothingIsLessThanNothing() throws SQLException {
        Table table = table(FloatType.DOUBLE);
        insert(table, List.of("a"), -0.0);
        assertThat(values(table, "a", "id"))
                .hasSize(1)
                .allMatch(v -> v instanceof Double d && d == 0);
        assertThat(
                        query(
                                "SELECT COUNT(*) FROM "
                                        + names.quote("t")
                                        + " WHERE "
                                        + names.quote("a")
                                        + " = 0",
                                IntegerType.BIG))
                .containsExactly(1L);
    }

    /** A text may hold any character or the database refuses it; it is never cut there. */
    @Test
    void aTextWithACharacterOfNoWidth() throws SQLException {
        TextType type = new TextType(20);
        Table table = table(type);
        List<@Nullable Object> kept = new ArrayList<>();
        for (String text : List.of("a\u0000b", "\u0000", "a\u200db", "\u001f")) {
            try {
                insert(table, List.of("a"), text);
                kept.add(text);
            } catch (SQLException e) {
                assertThat(text).contains("\u0000");
            }
        }
        assertThat(values(table, "a", "id")).isEqualTo(kept);
    }

    @Test
    void aMomentDoesNotDependOnTheZoneOfTheMachine() throws SQLException {
        for (ValueSamples all : ValueSamples.all()) {
            ValueSamples samples = all.within(dialect.limits());
            if (!(samples.type() instanceof ZonedTimestampType)
                    && !samples.type().kind().startsWith("time")
                    && !samples.type().kind().equals("date")) {
                continue;
            }
            TimeZone usual = TimeZone.getDefault();
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
                Table table = table(samples.type());
                for (Object value : samples.values()) {
                    insert(table, List.of("a"), value);
                }
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(texts(samples.type(), values(table, "a", "id")))
                        .isEqualTo(texts(samples.type(), samples.values()));
            } finally {
                TimeZone.setDefault(usual);
            }
            execute("DROP TABLE " + names.quote("t"));
        }
    }
}
