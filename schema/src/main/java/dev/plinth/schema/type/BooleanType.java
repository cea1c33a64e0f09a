package dev.plinth.schema.type;

/** True or false. */
public record BooleanType() implements ColumnType {
    @Override
    public String kind() {
        return "boolean";
    }

    @Override
    public JsonShape json() {
        return JsonShape.BOOLEAN;
    }

    @Override
    public Class<Boolean> valueClass() {
        return Boolean.class;
    }

    @Override
    public Boolean parse(String text) {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "t", "1", "yes", "on" -> true;
            case "false", "f", "0", "no", "off" -> false;
            default -> throw InvalidValueException.of(text, "true or false");
        };
    }
}
