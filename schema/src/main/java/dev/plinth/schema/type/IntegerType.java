package dev.plinth.schema.type;

import java.math.BigInteger;

/** A whole number of 16, 32 or 64 bits. */
public record IntegerType(int bits) implements ColumnType {
    public static final IntegerType SMALL = new IntegerType(16);
    public static final IntegerType NORMAL = new IntegerType(32);
    public static final IntegerType BIG = new IntegerType(64);

    public IntegerType {
        if (bits != 16 && bits != 32 && bits != 64) {
            throw new IllegalArgumentException("bits: " + bits);
        }
    }

    @Override
    public String kind() {
        return switch (bits) {
            case 16 -> "smallint";
            case 32 -> "integer";
            default -> "bigint";
        };
    }

    @Override
    public JsonShape json() {
        return JsonShape.NUMBER;
    }

    @Override
    public Class<Long> valueClass() {
        return Long.class;
    }

    @Override
    public Long parse(String text) {
        BigInteger value;
        try {
            value = DecimalType.exact(text).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw InvalidValueException.of(text, "a whole number");
        }
        if (value.bitLength() >= bits) {
            throw InvalidValueException.of(text, "within the range of " + kind());
        }
        return value.longValue();
    }
}
