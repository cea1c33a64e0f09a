package dev.plinth.schema.expression;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What an expression is evaluated on. A name that is missing is null.
 *
 * @param row values by column name, of the classes {@code ColumnType.valueClass} names
 * @param old the row before an update, empty otherwise
 * @param variables by their full name, {@code user.id}
 * @param now what {@code now()} is, to the microsecond
 */
public record Given(
        Map<String, ? extends @Nullable Object> row,
        Map<String, ? extends @Nullable Object> old,
        Map<String, ? extends @Nullable Object> variables,
        Instant now) {
    public Given {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** A row and nothing else, now. */
    public static Given row(Map<String, ? extends @Nullable Object> row) {
        return new Given(row, Map.of(), Map.of(), Instant.now());
    }

    static Given nothing() {
        return row(Map.of());
    }

    public Given withOld(Map<String, ? extends @Nullable Object> before) {
        return new Given(row, before, variables, now);
    }

    public Given withVariables(Map<String, ? extends @Nullable Object> known) {
        return new Given(row, old, known, now);
    }

    public Given withNow(Instant moment) {
        return new Given(row, old, variables, moment);
    }
}
