package dev.plinth.schema.proof;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
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
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.List;

/** The types that columns are given, and values of each in their text form. */
final class Values {
    static final List<ColumnType> TYPES =
            List.of(
                    new TextType(40),
                    new TextType(80),
                    new TextType(255),
                    new LongTextType(),
                    IntegerType.SMALL,
                    IntegerType.NORMAL,
                    IntegerType.BIG,
                    new DecimalType(12, 2),
                    new DecimalType(20, 4),
                    FloatType.SINGLE,
                    FloatType.DOUBLE,
                    new BooleanType(),
                    new DateType(),
                    new TimeType(0),
                    new TimestampType(0),
                    new TimestampType(6),
                    new ZonedTimestampType(6),
                    new UuidType(),
                    new JsonType(),
                    new BinaryType(0),
                    new BinaryType(16));

    private Values() {}

    /** Some values; of texts those that others can be made of as well. */
    static List<String> samples(ColumnType type) {
        return switch (type) {
            case TextType(int length) when length >= 10 -> TEXTS;
            case TextType _ -> List.of("a", "é", "7");
            case LongTextType _ -> TEXTS;
            case IntegerType(int bits) ->
                    bits == 16
                            ? List.of("-32768", "-1", "0", "7", "32767")
                            : bits == 32
                                    ? List.of("-2147483648", "0", "7", "12", "2147483647")
                                    : List.of("0", "7", "12", "9007199254740993");
            case DecimalType(int _, int scale) ->
                    scale == 0
                            ? List.of("-7", "0", "12")
                            : List.of("-10.5", "0", "0.1", "7", "12345678.5");
            case FloatType(int bits) ->
                    bits == 32
                            ? List.of("0.0", "0.1", "-7.0", "16777216")
                            : List.of("0.0", "0.1", "-7.0", "0.30000000000000004");
            case BooleanType _ -> List.of("true", "false");
            case DateType _ -> List.of("0001-01-01", "2024-02-29", "9999-12-31");
            case TimeType _ -> List.of("00:00:00", "02:30:00", "23:59:59");
            case TimestampType(int digits) ->
                    digits == 0
                            ? List.of("1000-01-01T00:00:00", "2024-03-31T02:30:00")
                            : List.of("2024-03-31T02:30:00", "2024-10-27T02:30:00.123456");
            case ZonedTimestampType _ ->
                    List.of("1971-01-01T00:00:00Z", "2024-03-31T02:30:00.123456Z");
            case UuidType _ ->
                    List.of(
                            "00000000-0000-0000-0000-000000000000",
                            "0190f5fb-1c3f-7b0a-8f9b-0123456789ab");
            case JsonType _ -> List.of("{\"a\":[1,2.5,null,\"ü'\"]}", "[]", "\"text\"");
            case BinaryType(int length) ->
                    length == 0
                            ? List.of("AA==", "AAECAwQFBgcICQoLDA0ODw==", "AAEC".repeat(30))
                            : List.of("AA==", "AAECAwQFBgcICQoLDA0ODw==");
            case ChoiceType _, NativeType _ -> List.of();
        };
    }

    private static final List<String> TEXTS =
            List.of("", "a", "A", "it's", "7", "12", "true", "é 😀", "a\\b", "2024-02-29", "100 %");

    /** The value of a key's column in the row of that number: no two are equal. */
    static String key(ColumnType type, int row) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _ -> "k" + row;
            case IntegerType _ -> String.valueOf(row);
            case DecimalType _ -> String.valueOf(row);
            case FloatType _ -> row + ".0";
            case DateType _ -> java.time.LocalDate.of(2024, 1, 1).plusDays(row).toString();
            case UuidType _ -> "0190f5fb-1c3f-7b0a-8f9b-%012d".formatted(row);
            default -> samples(type).get(row % samples(type).size());
        };
    }

    static boolean isComparable(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DateType
                || type instanceof UuidType
                || (type instanceof TextType text && text.length() <= 100);
    }

    static boolean canBeDefault(ColumnType type) {
        return !(type instanceof JsonType
                || type instanceof BinaryType
                || type instanceof LongTextType
                || type instanceof FloatType);
    }
}
