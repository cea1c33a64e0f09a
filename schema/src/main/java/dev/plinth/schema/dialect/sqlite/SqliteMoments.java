package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;

/**
 * Dates and times as SQLite stores them: text that its own functions understand, whose order as
 * text is the order in time. A fraction of a second has no zeros at its end, so that whole seconds
 * are written as other programs write them.
 */
final class SqliteMoments {
    /**
     * The last second of the year 9999: a larger number counts milliseconds, as the driver does.
     */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final double JULIAN_DAY_OF_EPOCH = 2_440_587.5;
    private static final long MILLISECONDS_OF_DAY = 86_400_000L;

    private static final DateTimeFormatter CLOCK =
            new DateTimeFormatterBuilder()
                    .appendPattern("HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral(' ')
                    .append(CLOCK)
                    .toFormatter(Locale.ROOT);

    private SqliteMoments() {}

    static String stored(ColumnType type, Object value) {
        return switch (type) {
            case TimeType(int digits) -> CLOCK.format(cut((LocalTime) value, digits));
            case TimestampType(int digits) -> STAMP.format(cut((LocalDateTime) value, digits));
            case ZonedTimestampType(int digits) ->
                    STAMP.format(cut(utc((OffsetDateTime) value), digits)) + "+00:00";
            default -> throw new IllegalArgumentException(type.text());
        };
    }

    private static OffsetDateTime utc(OffsetDateTime value) {
        return value.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** Cut, not rounded, lest the last moment of a year falls into the next. */
    private static Temporal cut(Temporal value, int digits) {
        long unit = (long) Math.pow(10, 9 - Math.min(digits, 9));
        long nanos = value.getLong(ChronoField.NANO_OF_SECOND);
        return value.with(ChronoField.NANO_OF_SECOND, nanos - nanos % unit);
    }

    static Object loaded(ColumnType type, Object stored) {
        if (stored instanceof Number number) {
            LocalDateTime moment = moment(number);
            return switch (type) {
                case DateType() -> moment.toLocalDate();
                case TimeType ignored -> moment.toLocalTime();
                case ZonedTimestampType ignored -> moment.atOffset(ZoneOffset.UTC);
                default -> moment;
            };
        }
        String text = stored.toString().strip();
        return switch (type) {
            case DateType() -> type.parse(text.length() > 10 ? text.substring(0, 10) : text);
            case TimestampType ignored when hasOffset(text) ->
                    utc(new ZonedTimestampType(9).parse(text)).toLocalDateTime();
            default -> type.parse(text);
        };
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    }

    /** SQLite's own reading of numbers: whole ones are seconds since 1970, others Julian days. */
    private static LocalDateTime moment(Number number) {
        try {
            if (number instanceof Double || number instanceof Float) {
                double days = number.doubleValue() - JULIAN_DAY_OF_EPOCH;
                return at(Instant.ofEpochMilli(Math.round(days * MILLISECONDS_OF_DAY)));
            }
            long whole = number.longValue();
            return at(
                    Math.abs(whole) <= LAST_SECOND
                            ? Instant.ofEpochSecond(whole)
                            : Instant.ofEpochMilli(whole));
        } catch (DateTimeException e) {
            throw new InvalidValueException("A stored number is not a moment.");
        }
    }

    private static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
