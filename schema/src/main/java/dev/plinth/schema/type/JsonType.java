package dev.plinth.schema.type;

/** A JSON document, kept as its text. */
public record JsonType() implements ColumnType {
    @Override
    public String kind() {
        return "json";
    }

    @Override
    public JsonShape json() {
        return JsonShape.JSON;
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
