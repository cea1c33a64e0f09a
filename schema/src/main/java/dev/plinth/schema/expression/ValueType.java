package dev.plinth.schema.expression;

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

import java.math.BigDecimal;

/**
 * What an expression gives.
 *
 * @param precision the most digits a number can have, 0 for other kinds
 * @param scale how many of them stand after the point
 */
record ValueType(Kind kind, int precision, int scale) {
    /** Digits after the point of a quotient that is not of whole numbers. */
    static final int QUOTIENT_SCALE = 6;

    /** What a text of no known length is bound as. */
    private static final int TEXT_LENGTH = 4000;

    static final ValueType BOOLEAN = of(Kind.BOOLEAN);
    static final ValueType TEXT = of(Kind.TEXT);

    static ValueType of(Kind kind) {
        return new ValueType(kind, 0, 0);
    }

    static ValueType number(int precision, int scale) {
        return new ValueType(Kind.NUMBER, precision, scale);
    }

    static ValueType of(BigDecimal constant) {
        int scale = Math.max(0, constant.scale());
        return number(Math.max(constant.precision(), scale + 1), scale);
    }

    static ValueType of(ColumnType type) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _ -> TEXT;
            case IntegerType(int bits) -> number(bits == 16 ? 5 : bits == 32 ? 10 : 19, 0);
            case DecimalType(int precision, int scale) -> number(precision, scale);
            case FloatType _ -> of(Kind.DOUBLE);
            case BooleanType _ -> BOOLEAN;
            case DateType _ -> of(Kind.DATE);
            case TimeType _ -> of(Kind.TIME);
            case TimestampType _ -> of(Kind.TIMESTAMP);
            case ZonedTimestampType _ -> of(Kind.INSTANT);
            case UuidType _ -> of(Kind.UUID);
            case JsonType _, BinaryType _, NativeType _ -> of(Kind.OPAQUE);
        };
    }

    boolean isWhole() {
        return kind == Kind.NUMBER && scale == 0;
    }

    private int whole() {
        return precision - scale;
    }

    ValueType plus(ValueType other) {
        return either(other)
                ? of(Kind.DOUBLE)
                : number(
                        Math.max(whole(), other.whole()) + 1 + Math.max(scale, other.scale),
                        Math.max(scale, other.scale));
    }

    ValueType times(ValueType other) {
        return either(other)
                ? of(Kind.DOUBLE)
                : number(precision + other.precision, scale + other.scale);
    }

    /** Whole numbers stay whole, as in CEL and in standard SQL. */
    ValueType dividedBy(ValueType other) {
        if (either(other)) {
            return of(Kind.DOUBLE);
        }
        if (isWhole() && other.isWhole()) {
            return number(precision, 0);
        }
        int digits = Math.max(QUOTIENT_SCALE, Math.max(scale, other.scale));
        return number(whole() + other.scale + digits, digits);
    }

    /** Of a remainder, or of either of two values. */
    ValueType or(ValueType other) {
        return either(other)
                ? of(Kind.DOUBLE)
                : number(
                        Math.max(whole(), other.whole()) + Math.max(scale, other.scale),
                        Math.max(scale, other.scale));
    }

    private boolean either(ValueType other) {
        return kind == Kind.DOUBLE || other.kind == Kind.DOUBLE;
    }

    /** The column type by which such a value is bound or written. */
    ColumnType columnType() {
        return switch (kind) {
            case BOOLEAN -> new BooleanType();
            case NUMBER ->
                    scale == 0 && precision <= 18
                            ? IntegerType.BIG
                            : new DecimalType(precision, scale);
            case DOUBLE -> FloatType.DOUBLE;
            case TEXT -> new TextType(TEXT_LENGTH);
            case DATE -> new DateType();
            case TIME -> new TimeType(6);
            case TIMESTAMP -> new TimestampType(6);
            case INSTANT -> new ZonedTimestampType(6);
            case UUID -> new UuidType();
            case DURATION, OPAQUE, NULL ->
                    throw new IllegalStateException("no column holds " + kind.words());
        };
    }
}
