package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Optional;

/**
 * How values of one type become values of another. What does not fit must fail: so the target has
 * no limits here, and the assignment to the column, which checks them, does the rest.
 */
final class PostgresConversions {
    private final PostgresTypes types = new PostgresTypes();

    /** The expression that converts, or empty when the assignment alone does. */
    Optional<String> of(String column, ColumnType from, ColumnType to) {
        boolean assigned =
                isText(from) && isText(to)
                        || isExact(from) && isExact(to)
                        || from.getClass() == to.getClass() && !isRewritten(from);
        if (assigned) {
            return Optional.empty();
        }
        return Optional.of(expression(column, from, to));
    }

    /** By way of text: 0.1 of 32 bits would else become 0.10000000149011612 of 64. */
    private static boolean isRewritten(ColumnType from) {
        return from instanceof NativeType || from.equals(FloatType.SINGLE);
    }

    private String expression(String column, ColumnType from, ColumnType to) {
        if (!Conversion.hasMeaning(from, to)) {
            // There are no values.
            return byText(column, to);
        }
        if (from instanceof BooleanType && isNumber(to)) {
            return "CASE WHEN " + column + " THEN 1 WHEN NOT " + column + " THEN 0 END";
        }
        if (isNumber(from) && to instanceof BooleanType) {
            return column + " <> 0";
        }
        if (isNumber(from) && isNumber(to) && (to instanceof IntegerType || !isRewritten(from))) {
            return cast(column, types.withoutLimits(to));
        }
        if (to instanceof ZonedTimestampType && isMoment(from)) {
            return cast(column, "timestamp") + " AT TIME ZONE 'UTC'";
        }
        if (from instanceof ZonedTimestampType && !isText(to)) {
            return cast("(" + column + " AT TIME ZONE 'UTC')", types.withoutLimits(to));
        }
        if (from instanceof TimestampType && !isText(to)) {
            return cast(column, types.withoutLimits(to));
        }
        if (from instanceof BinaryType && isText(to)) {
            // Broken into lines of 76 characters.
            return "translate(encode(" + column + ", 'base64'), E'\\n', '')";
        }
        if (to instanceof BinaryType) {
            return "decode(" + cast(column, "text") + ", 'base64')";
        }
        return byText(column, to);
    }

    private String byText(String column, ColumnType to) {
        String text = cast(column, "text");
        return isText(to) ? text : cast(text, types.withoutLimits(to));
    }

    private static String cast(String expression, String type) {
        return "CAST(" + expression + " AS " + type + ")";
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof LongTextType;
    }

    private static boolean isExact(ColumnType type) {
        return type instanceof IntegerType || type instanceof DecimalType;
    }

    private static boolean isNumber(ColumnType type) {
        return isExact(type) || type instanceof FloatType;
    }

    private static boolean isMoment(ColumnType type) {
        return type instanceof DateType || type instanceof TimestampType;
    }
}
