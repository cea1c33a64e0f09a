package dev.plinth.schema.expression;

import dev.plinth.schema.problem.PlinthException;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

/** Dates, timestamps and instants. Where a zone is needed it is UTC. */
final class Moments {
    private Moments() {}

    static Object now(Instant now, Kind kind) {
        return convert(now.atOffset(ZoneOffset.UTC), kind);
    }

    static Object convert(Object value, Kind kind) {
        LocalDateTime utc =
                switch (value) {
                    case LocalDate date -> date.atStartOfDay();
                    case LocalDateTime timestamp -> timestamp;
                    case OffsetDateTime instant ->
                            instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
                    default -> throw new IllegalArgumentException("no moment: " + value);
                };
        return switch (kind) {
            case DATE -> utc.toLocalDate();
            case TIMESTAMP -> utc;
            case INSTANT -> utc.atOffset(ZoneOffset.UTC);
            default -> throw new IllegalArgumentException("no moment: " + kind);
        };
    }

    /** A moment or a duration, later. */
    static Object shift(Object value, Duration duration) {
        try {
            return switch (value) {
                case LocalDate date -> date.plusDays(duration.toDays());
                case Duration other -> other.plus(duration);
                case Temporal moment -> moment.plus(duration);
                default -> throw new IllegalArgumentException("no moment: " + value);
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw PlinthException.of(
                    ExpressionCode.OUT_OF_RANGE.code(),
                    "",
                    "A calculation leaves the range of dates.",
                    "");
        }
    }

    static Duration between(Object from, Object to) {
        return Duration.between(
                (Temporal) convert(from, Kind.TIMESTAMP), (Temporal) convert(to, Kind.TIMESTAMP));
    }
}
