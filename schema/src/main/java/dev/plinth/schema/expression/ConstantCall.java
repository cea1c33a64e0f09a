package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that stand for a constant or for the moment: {@code date('2025-12-31')}, {@code now()}. */
final class ConstantCall {
    private static final Set<String> NAMES =
            Set.of("now", "today", "date", "time", "timestamp", "uuid", "duration");

    /** What every supported database keeps of a second. */
    private static final int NANOS_OF_A_MICRO = 1000;

    private final Findings findings;

    ConstantCall(Findings findings) {
        this.findings = findings;
    }

    static boolean isOne(Syntax.Apply apply) {
        return !apply.method() && NAMES.contains(apply.function());
    }

    Optional<Node> check(Syntax.Apply apply) {
        return switch (apply.function()) {
            case "now" -> moment(apply, Kind.INSTANT);
            case "today" -> moment(apply, Kind.DATE);
            default -> constant(apply);
        };
    }

    private Optional<Node> moment(Syntax.Apply apply, Kind kind) {
        if (!apply.arguments().isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_COUNT,
                    apply.position(),
                    "\"" + apply.function() + "\" takes nothing between its brackets.",
                    "");
            return Optional.empty();
        }
        return Optional.of(new Node.Moment(ValueType.of(kind)));
    }

    private Optional<Node> constant(Syntax.Apply apply) {
        List<Syntax> arguments = apply.arguments();
        if (arguments.size() != 1
                || !(arguments.getFirst() instanceof Syntax.Constant(String text, int at))) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    apply.position(),
                    "\"" + apply.function() + "\" takes one constant text.",
                    "Write " + example(apply.function()) + ".");
            return Optional.empty();
        }
        try {
            return Optional.of(read(apply.function(), text));
        } catch (InvalidValueException e) {
            findings.error(
                    ExpressionCode.INVALID_CONSTANT,
                    at,
                    String.valueOf(e.getMessage()),
                    "Write " + example(apply.function()) + ".");
            return Optional.empty();
        }
    }

    private static Node read(String function, String text) {
        return switch (function) {
            case "date" -> literal(Kind.DATE, new DateType(), text);
            case "time" -> literal(Kind.TIME, new TimeType(6), text);
            case "uuid" -> literal(Kind.UUID, new UuidType(), text);
            case "timestamp" -> timestamp(text);
            default -> new Node.Literal(ValueType.of(Kind.DURATION), DurationText.parse(text));
        };
    }

    /** With an offset it is a point in time, without one the reading of a clock. */
    private static Node timestamp(String text) {
        try {
            return literal(Kind.TIMESTAMP, new TimestampType(6), text);
        } catch (InvalidValueException e) {
            return literal(Kind.INSTANT, new ZonedTimestampType(6), text);
        }
    }

    private static Node literal(Kind kind, ColumnType type, String text) {
        Object value = type.parse(text);
        if (value instanceof TemporalAccessor moment
                && moment.isSupported(ChronoField.NANO_OF_SECOND)
                && moment.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_A_MICRO != 0) {
            throw new InvalidValueException("A second has at most six digits after the point.");
        }
        return new Node.Literal(ValueType.of(kind), value);
    }

    private static String example(String function) {
        return switch (function) {
            case "date" -> "date('2025-12-31')";
            case "time" -> "time('13:45:00')";
            case "timestamp" -> "timestamp('2025-12-31T13:45:00Z')";
            case "uuid" -> "uuid('123e4567-e89b-12d3-a456-426614174000')";
            default -> "duration('36h') or duration('30d')";
        };
    }
}
