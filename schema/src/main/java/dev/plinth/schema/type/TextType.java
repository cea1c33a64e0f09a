package dev.plinth.schema.type;

/** Text of at most {@code length} characters. */
public record TextType(int length) implements ColumnType {
    @Override
    public String kind() {
        return "text";
    }

    @Override
    public String text() {
        return "text(" + length + ")";
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
        if (text.codePointCount(0, text.length()) > length) {
            throw new InvalidValueException("The text has more than " + length + " characters.");
        }
        return text;
    }
}
