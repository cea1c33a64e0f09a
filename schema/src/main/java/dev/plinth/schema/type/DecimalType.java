package dev.plinth.schema.type;

import java.math.BigDecimal;

/** An exact number of {@code precision} digits, {@code scale} of them after the point. */
public record DecimalType(int precision, int scale) implements ColumnType {
    /** The longest number read: keeps 1e999999999 from being spelled out. */
    private static final int MAX_DIGITS = 1100;

    @Override
    public String kind() {
        return "decimal";
    }

    @Override
    public String text() {
        return "decimal(" + precision + "," + scale + ")";
    }

    @Override
    public JsonShape json() {
        return JsonShape.NUMBER;
    }

    @Override
    public Class<BigDecimal> valueClass() {
        return BigDecimal.class;
    }

    /** Refuses what would not fit, instead of letting a database round it. */
    @Override
    public BigDecimal parse(String text) {
        BigDecimal value = exact(text);
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > scale) {
            throw InvalidValueException.of(text, "a number with at most " + scale + " decimals");
        }
        if (plain.precision() - plain.scale() > precision - scale) {
            throw InvalidValueException.of(text, "within the range of " + text());
        }
        return plain.setScale(scale);
    }

    @Override
    public String format(Object value) {
        return ((BigDecimal) value).toPlainString();
    }

    static BigDecimal exact(String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            if (Math.abs((long) value.precision() - value.scale()) > MAX_DIGITS
                    || Math.abs((long) value.scale()) > MAX_DIGITS) {
                throw InvalidValueException.of(text, "a number of a sensible size");
            }
            return value;
        } catch (NumberFormatException e) {
            throw InvalidValueException.of(text, "a number");
        }
    }
}
