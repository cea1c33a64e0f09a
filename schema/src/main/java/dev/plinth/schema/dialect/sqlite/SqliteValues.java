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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Values as SQLite stores them: a Long, a Double, a String or bytes. Each value has one stored form
 * only, so that equality and unique keys hold whoever compares.
 */
final class SqliteValues {
    private SqliteValues() {}

    /**
     * The stored form of a value of the type's class.
     *
     * @throws InvalidValueException when SQLite cannot hold it
     */
    static Object stored(ColumnType type, Object value) {
        return switch (type) {
            case DecimalType(int precision, int scale) -> plain((BigDecimal) value, scale);
            case FloatType(int bits) -> number((Double) value, bits);
            case BooleanType() -> (Boolean) value ? 1L : 0L;
            case DateType() -> value.toString();
            case TimeType ignored -> SqliteMoments.stored(type, value);
            case TimestampType ignored -> SqliteMoments.stored(type, value);
            case ZonedTimestampType ignored -> SqliteMoments.stored(type, value);
            case UuidType() -> value.toString();
            case IntegerType ignored -> value;
            case BinaryType ignored -> value;
            case TextType ignored -> value;
            case LongTextType ignored -> value;
            case JsonType ignored -> value;
            case ChoiceType ignored -> value;
            case NativeType ignored -> value;
        };
    }

    /**
     * The value that a stored form stands for. Other programs may have stored it, in a form of
     * theirs.
     *
     * @throws InvalidValueException when it is no value of the type
     */
    static Object loaded(ColumnType type, Object stored) {
        return switch (type) {
            case IntegerType ignored ->
                    stored instanceof Integer || stored instanceof Long
                            ? ((Number) stored).longValue()
                            : type.parse(text(stored));
            case DecimalType(int precision, int scale) -> decimal(stored, scale);
            case FloatType(int bits) ->
                    stored instanceof Number number
                            ? number(number.doubleValue(), bits)
                            : type.parse(text(stored));
            case BooleanType() ->
                    stored instanceof Number number
                            ? (Object) (number.doubleValue() != 0)
                            : type.parse(text(stored));
            case DateType() -> SqliteMoments.loaded(type, stored);
            case TimeType ignored -> SqliteMoments.loaded(type, stored);
            case TimestampType ignored -> SqliteMoments.loaded(type, stored);
            case ZonedTimestampType ignored -> SqliteMoments.loaded(type, stored);
            case UuidType() ->
                    stored instanceof byte[] bytes && bytes.length == 16
                            ? uuid(ByteBuffer.wrap(bytes))
                            : type.parse(text(stored));
            case BinaryType ignored ->
                    stored instanceof byte[] bytes
                            ? bytes
                            : text(stored).getBytes(StandardCharsets.UTF_8);
            case TextType ignored -> text(stored);
            case LongTextType ignored -> text(stored);
            case JsonType ignored -> text(stored);
            case ChoiceType ignored -> text(stored);
            case NativeType ignored -> text(stored);
        };
    }

    private static String plain(BigDecimal value, int scale) {
        BigDecimal shortest = value.scale() > scale ? value.stripTrailingZeros() : value;
        return shortest.setScale(Math.max(scale, shortest.scale())).toPlainString();
    }

    private static BigDecimal decimal(Object stored, int scale) {
        try {
            BigDecimal value = new BigDecimal(text(stored).strip());
            return value.scale() < scale ? value.setScale(scale) : value;
        } catch (NumberFormatException e) {
            throw new InvalidValueException("A stored value is not a number.");
        }
    }

    /** Of 32 bits only the digits are kept that such a number has, as other databases show them. */
    private static Double number(double value, int bits) {
        if (Double.isNaN(value)) {
            // It would become NULL without a word.
            throw new InvalidValueException("SQLite cannot hold NaN.");
        }
        return bits == 32 ? Double.parseDouble(Float.toString((float) value)) : value;
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static String text(Object stored) {
        return stored instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : stored.toString();
    }
}
