package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What a value of one type becomes when its column changes to another: rounded or cut where the
 * user agreed to that, refused where it makes no sense. SQLite itself would make 0 of "Product 1".
 */
final class SqliteConversion {
    private SqliteConversion() {}

    /**
     * The stored form in {@code to} of what is stored in {@code from}.
     *
     * @throws InvalidValueException when the value cannot become one of the other type
     */
    static Object converted(Object stored, ColumnType from, ColumnType to) {
        Object value = SqliteValues.loaded(from, stored);
        return SqliteValues.stored(to, converted(value, from.format(value), to));
    }

    private static Object converted(Object value, String text, ColumnType to) {
        return switch (to) {
            case IntegerType ignored -> to.parse(rounded(value, text, 0));
            case DecimalType(int precision, int scale) -> to.parse(rounded(value, text, scale));
            case FloatType ignored -> to.parse(value instanceof Boolean b ? b ? "1" : "0" : text);
            case BooleanType() ->
                    value instanceof Number number ? number.doubleValue() != 0 : to.parse(text);
            case DateType() ->
                    switch (value) {
                        case LocalDateTime local -> local.toLocalDate();
                        case OffsetDateTime zoned -> zoned.toLocalDate();
                        default -> to.parse(text);
                    };
            case TimeType ignored ->
                    switch (value) {
                        case LocalDateTime local -> local.toLocalTime();
                        case OffsetDateTime zoned -> zoned.toLocalTime();
                        default -> to.parse(text);
                    };
            case TimestampType ignored ->
                    switch (value) {
                        case LocalDate day -> day.atStartOfDay();
                        case OffsetDateTime zoned -> zoned.toLocalDateTime();
                        default -> to.parse(text);
                    };
            case ZonedTimestampType ignored ->
                    switch (value) {
                        case LocalDate day -> day.atStartOfDay().atOffset(ZoneOffset.UTC);
                        case LocalDateTime local -> local.atOffset(ZoneOffset.UTC);
                        default -> to.parse(text);
                    };
            case TextType(int length) -> cut(text, length);
            case BinaryType(int length) ->
                    cut(
                            value instanceof byte[] b ? b : text.getBytes(StandardCharsets.UTF_8),
                            length);
            case UuidType() -> to.parse(text);
            case LongTextType() -> text;
            case JsonType() -> text;
            case NativeType ignored -> text;
            case ChoiceType ignored -> text;
        };
    }

    private static String rounded(Object value, String text, int scale) {
        return switch (value) {
            case BigDecimal exact -> exact.setScale(scale, RoundingMode.HALF_UP).toPlainString();
            case Double binary when Double.isFinite(binary) ->
                    new BigDecimal(text).setScale(scale, RoundingMode.HALF_UP).toPlainString();
            case Boolean truth -> truth ? "1" : "0";
            default -> text;
        };
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static byte[] cut(byte[] bytes, int length) {
        return length == 0 || bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }
}
