package dev.plinth.schema.type;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What a value of one type becomes when its column changes to another: rounded where the user
 * agreed to that, refused where it makes no sense. Databases differ in what they silently accept:
 * SQLite makes 0 of "Product 1", MariaDB 0 with a warning.
 */
public final class Conversion {
    private static final JsonFactory JSON = new JsonFactory();

    private Conversion() {}

    /**
     * @param value of the class of {@code from}
     * @return the value of the class of {@code to}
     * @throws InvalidValueException when it cannot become one of the other type
     */
    public static Object of(Object value, ColumnType from, ColumnType to) {
        if (!hasMeaning(from, to)) {
            throw new InvalidValueException(
                    from.text() + " values are no " + to.text() + " values.");
        }
        return converted(value, from.format(value), to);
    }

    /** Whether the value comes out as another, because the other type holds less of it. */
    public static boolean changes(Object value, ColumnType from, ColumnType to) {
        try {
            Object back = of(of(value, from, to), to, from);
            return !from.format(back).equals(from.format(value));
        } catch (InvalidValueException e) {
            return true;
        }
    }

    /**
     * Whether values of the one can be taken for those of the other at all: a number is no bytes
     * and a time of day no date, whatever a database makes of them. Texts are read as what they
     * spell.
     */
    public static boolean hasMeaning(ColumnType from, ColumnType to) {
        return isText(from)
                || isText(to)
                || isNumber(from) && (isNumber(to) || to instanceof JsonType)
                || from instanceof JsonType && (isNumber(to) || to instanceof JsonType)
                || isMoment(from) && isMoment(to)
                || isMoment(from) && !(from instanceof DateType) && to instanceof TimeType
                || from.getClass() == to.getClass();
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType
                || type instanceof LongTextType
                || type instanceof ChoiceType
                || type instanceof NativeType;
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DecimalType
                || type instanceof FloatType
                || type instanceof BooleanType;
    }

    private static boolean isMoment(ColumnType type) {
        return type instanceof DateType
                || type instanceof TimestampType
                || type instanceof ZonedTimestampType;
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
            case JsonType() -> json(text);
            case TextType ignored -> to.parse(text);
            case LongTextType() -> text;
            case BinaryType ignored -> to.parse(padded(text));
            case UuidType() -> to.parse(text);
            case NativeType ignored -> text;
            case ChoiceType ignored -> to.parse(text);
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

    /** Databases insist on what Java can do without. */
    private static String padded(String base64) {
        if (base64.length() % 4 != 0) {
            throw new InvalidValueException("\"" + base64 + "\" is no Base64 text of full length.");
        }
        return base64;
    }

    private static String json(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new InvalidValueException("A text without anything is no JSON.");
            }
            parser.skipChildren();
            if (parser.nextToken() == null) {
                return text;
            }
        } catch (JacksonException e) {
            // told below
        }
        throw new InvalidValueException("\"" + text + "\" is no JSON.");
    }
}
