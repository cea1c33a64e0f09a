package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.InvalidValueException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Values as the evaluator works with them, and their order. */
final class Values {
    private Values() {}

    /** A value of a column as the evaluator has it: whole numbers and decimals are one class. */
    static @Nullable Object of(ColumnType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (ValueType.of(type).kind()) {
            case NUMBER -> number(value);
            case DOUBLE -> ((Number) value).doubleValue();
            case INSTANT -> ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC);
            case BOOLEAN, TEXT, DATE, TIME, TIMESTAMP, UUID, DURATION, OPAQUE, NULL -> value;
        };
    }

    private static BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal;
            case BigInteger whole -> new BigDecimal(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            case Short whole -> BigDecimal.valueOf(whole);
            default -> throw new IllegalArgumentException("no exact number: " + value.getClass());
        };
    }

    /** A variable, which may be the text of a value; a text that is none is unknown. */
    static @Nullable Object read(ColumnType type, @Nullable Object value) {
        if (!(value instanceof String text) || type.valueClass() == String.class) {
            return of(type, value);
        }
        try {
            return of(type, type.parse(text));
        } catch (InvalidValueException e) {
            return null;
        }
    }

    /** Compares two values of one kind. */
    static int compare(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            double a = ((Number) left).doubleValue();
            double b = ((Number) right).doubleValue();
            return a == b ? 0 : Double.compare(a, b);
        }
        if (left instanceof String text) {
            return compareTexts(text, (String) right);
        }
        if (left instanceof OffsetDateTime moment) {
            return moment.toInstant().compareTo(((OffsetDateTime) right).toInstant());
        }
        return compareSame(left, right);
    }

    @SuppressWarnings("unchecked") // both are of one kind, and each kind is one comparable class
    private static int compareSame(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** By code point, as UTF-8 sorts; Java's own order differs beyond U+FFFF. */
    private static int compareTexts(String left, String right) {
        int at = 0;
        int shorter = Math.min(left.length(), right.length());
        while (at < shorter && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at == shorter) {
            return Integer.compare(left.length(), right.length());
        }
        char a = left.charAt(at);
        char b = right.charAt(at);
        boolean aBeyond = Character.isSurrogate(a);
        boolean bBeyond = Character.isSurrogate(b);
        return aBeyond == bBeyond ? Character.compare(a, b) : aBeyond ? 1 : -1;
    }
}
