package dev.plinth.schema.type;

/** A binary floating point number of 32 or 64 bits. */
public record FloatType(int bits) implements ColumnType {
    public static final FloatType SINGLE = new FloatType(32);
    public static final FloatType DOUBLE = new FloatType(64);

    @Override
    public String kind() {
        return bits == 32 ? "real" : "double";
    }

    @Override
    public JsonShape json() {
        return JsonShape.NUMBER;
    }

    @Override
    public Class<Double> valueClass() {
        return Double.class;
    }

    @Override
    public Double parse(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            boolean isFinite = Double.isFinite(value) || text.chars().noneMatch(Character::isDigit);
            if (!isFinite
                    || bits == 32 && Double.isFinite(value) && Float.isInfinite((float) value)) {
                throw InvalidValueException.of(text, "within the range of " + kind());
            }
            return value;
        } catch (NumberFormatException e) {
            throw InvalidValueException.of(text, "a number");
        }
    }
}
