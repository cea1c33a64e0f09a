package dev.plinth.data.plan;

import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
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

/** Reads the texts of filters as values of the type they are compared with. */
public final class Operands {
    private static final int MAX_DIGITS = 1000;

    private Operands() {}

    /**
     * The value that a text means beside a type. Sizes do not matter: a text longer than its column
     * equals nothing there, but is no mistake.
     *
     * @throws Refusal when the text is no such value
     */
    public static Operand of(ColumnType type, String text) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _ -> new Operand(new LongTextType(), text);
            case IntegerType _ -> whole(type, text);
            case DecimalType _ -> decimal(type, text);
            case FloatType _,
                    BooleanType _,
                    DateType _,
                    TimeType _,
                    TimestampType _,
                    ZonedTimestampType _,
                    UuidType _,
                    JsonType _,
                    BinaryType _,
                    NativeType _ ->
                    new Operand(type, parsed(type, text));
        };
    }

    private static Operand whole(ColumnType type, String text) {
        try {
            return new Operand(IntegerType.BIG, Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            boolean isWhole = text.strip().matches("[+-]?\\d+");
            throw isWhole ? outOfRange(type, text) : invalid(type, text);
        }
    }

    private static Operand decimal(ColumnType type, String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
                throw outOfRange(type, text);
            }
            int scale = Math.max(0, value.scale());
            BigDecimal plain = value.setScale(scale);
            return new Operand(new DecimalType(Math.max(plain.precision(), scale), scale), plain);
        } catch (NumberFormatException e) {
            throw invalid(type, text);
        }
    }

    /**
     * A text as a value to be stored, which must fit.
     *
     * @throws Refusal when it is no such value
     */
    public static Object parsed(ColumnType type, String text) {
        try {
            return type.parse(text);
        } catch (InvalidValueException e) {
            throw invalid(type, text);
        }
    }

    private static Refusal outOfRange(ColumnType type, String text) {
        return new Refusal(
                Reason.OUT_OF_RANGE,
                "value \"" + shortened(text) + "\" is out of range for type " + title(type));
    }

    static Refusal invalid(ColumnType type, String text) {
        boolean moment =
                type instanceof DateType
                        || type instanceof TimeType
                        || type instanceof TimestampType
                        || type instanceof ZonedTimestampType;
        return new Refusal(
                moment ? Reason.INVALID_DATE : Reason.INVALID_TEXT,
                "invalid input syntax for type " + title(type) + ": \"" + shortened(text) + "\"");
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /** The type's name in SQL. */
    public static String title(ColumnType type) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _ -> "text";
            case IntegerType whole -> whole.kind();
            case DecimalType _ -> "numeric";
            case FloatType number -> number.bits() == 32 ? "real" : "double precision";
            case BooleanType _ -> "boolean";
            case DateType _ -> "date";
            case TimeType _ -> "time without time zone";
            case TimestampType _ -> "timestamp without time zone";
            case ZonedTimestampType _ -> "timestamp with time zone";
            case UuidType _ -> "uuid";
            case JsonType _ -> "json";
            case BinaryType _ -> "bytea";
            case NativeType other -> other.sql();
        };
    }
}
