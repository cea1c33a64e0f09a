package dev.plinth.schema.type;

/** Text without a limit of its own. */
public record LongTextType() implements ColumnType {
    @Override
    public String kind() {
        return "longtext";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<String> valueClass() {
        return String.class;
    }

    @Override
    public String parse(String text) {
        return text;
    }
}
