package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Optional;

/** Values of one type as such of another. Numbers become text by way of CHAR, which fills up. */
final class DerbyConversion {
    private final DerbyTypes types;

    DerbyConversion(DerbyTypes types) {
        this.types = types;
    }

    /** The value converted; empty where Derby has no way. */
    Optional<String> converted(String value, ColumnType from, ColumnType to) {
        if (types.sql(from).equals(types.sql(to))) {
            return Optional.of(value);
        }
        if (!Conversion.hasMeaning(from, to)) {
            return Optional.empty();
        }
        boolean fromText = isText(from) || types.sql(from).startsWith("CHAR(");
        return switch (to) {
            case TextType _, LongTextType _ -> text(value, from, to);
            case JsonType _ -> text(value, from, to);
            case BooleanType _ when fromText -> Optional.of(truth(value));
            case BooleanType _ when isNumber(from) ->
                    Optional.of(
                            "CASE WHEN "
                                    + value
                                    + " <> 0 THEN TRUE WHEN "
                                    + value
                                    + " = 0 THEN FALSE END");
            case IntegerType _ when from instanceof BooleanType -> number(value);
            case DecimalType _ when from instanceof BooleanType -> number(value);
            case FloatType _ when from instanceof BooleanType -> number(value);
            case DateType _ when fromText -> cast(trimmed(value), to);
            case TimeType _ when fromText -> cast(trimmed(value), to);
            case TimestampType _ when fromText -> cast(moment(trimmed(value)), to);
            case ZonedTimestampType _ when fromText -> cast(moment(trimmed(value)), to);
            case IntegerType _ when fromText -> cast(trimmed(value), to);
            case DecimalType _ when fromText -> cast(trimmed(value), to);
            case FloatType _ when fromText ->
                    cast("CAST(" + trimmed(value) + " AS DECIMAL(31, 15))", to);
            case TimestampType _ when from instanceof DateType -> timestamp(value);
            case ZonedTimestampType _ when from instanceof DateType -> timestamp(value);
            case BinaryType(int length) when length > 0 && from.equals(new BinaryType(0)) ->
                    Optional.empty();
            case BinaryType _ when !(from instanceof BinaryType) -> Optional.empty();
            case NativeType _ -> cast(value, to);
            default -> cast(value, to);
        };
    }

    private Optional<String> text(String value, ColumnType from, ColumnType to) {
        return switch (from) {
            case FloatType _, BinaryType _ -> Optional.empty();
            case IntegerType _, DecimalType _ -> cast("TRIM(CAST(" + value + " AS CHAR(40)))", to);
            case BooleanType _, DateType _, TimeType _, TimestampType _, ZonedTimestampType _ ->
                    cast("CAST(" + value + " AS VARCHAR(40))", to);
            default -> cast(value, to);
        };
    }

    /** With a blank between day and time, which may be left out, and without the Z of UTC. */
    private static String moment(String text) {
        return "CASE WHEN LENGTH("
                + text
                + ") = 10 THEN "
                + text
                + " || ' 00:00:00' ELSE SUBSTR("
                + text
                + ", 1, 10) || ' ' || TRIM(TRAILING 'Z' FROM SUBSTR("
                + text
                + ", 12)) END";
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DecimalType
                || type instanceof FloatType;
    }

    private Optional<String> cast(String value, ColumnType to) {
        return Optional.of("CAST(" + value + " AS " + types.sql(to) + ")");
    }

    private static Optional<String> timestamp(String date) {
        return Optional.of("CAST(CAST(" + date + " AS CHAR(10)) || ' 00:00:00' AS TIMESTAMP)");
    }

    private static String trimmed(String text) {
        return "TRIM(CAST(" + text + " AS VARCHAR(100)))";
    }

    private static String truth(String text) {
        String word = "LOWER(" + trimmed(text) + ")";
        return "CASE WHEN "
                + word
                + " IN ('1', 't', 'yes', 'on') THEN TRUE WHEN "
                + word
                + " IN ('0', 'f', 'no', 'off') THEN FALSE ELSE CAST("
                + word
                + " AS BOOLEAN) END";
    }

    private static Optional<String> number(String truth) {
        return Optional.of("CASE WHEN " + truth + " THEN 1 WHEN NOT " + truth + " THEN 0 END");
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof LongTextType || type instanceof JsonType;
    }
}
