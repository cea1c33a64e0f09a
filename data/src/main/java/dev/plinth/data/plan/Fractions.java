package dev.plinth.data.plan;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/**
 * Rounds fractions of a second to the digits that a column has, as PostgreSQL does. Of the others
 * some would cut them off, and a row would not be the same everywhere.
 */
final class Fractions {
    private static final int NANOS = 9;

    private Fractions() {}

    static Object rounded(ColumnType type, Object value) {
        return switch (type) {
            case TimestampType(int digits) -> rounded((LocalDateTime) value, digits);
            case ZonedTimestampType(int digits) -> rounded((OffsetDateTime) value, digits);
            case TimeType(int digits) -> ofDay((LocalTime) value, digits);
            default -> value;
        };
    }

    /** The last moment of a day is not the first one of it. */
    private static Temporal ofDay(LocalTime time, int digits) {
        LocalTime rounded = (LocalTime) rounded(time, digits);
        return rounded.isBefore(time) && rounded.equals(LocalTime.MIDNIGHT)
                ? time.minusNanos(time.getNano() % unit(digits))
                : rounded;
    }

    private static Temporal rounded(Temporal value, int digits) {
        long unit = unit(digits);
        long rest = value.getLong(ChronoField.NANO_OF_SECOND) % unit;
        return value.plus(2 * rest >= unit ? unit - rest : -rest, ChronoUnit.NANOS);
    }

    private static long unit(int digits) {
        return Math.powExact(10L, Math.max(0, NANOS - digits));
    }
}
