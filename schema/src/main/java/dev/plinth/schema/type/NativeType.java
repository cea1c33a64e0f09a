package dev.plinth.schema.type;

/**
 * A type that only one database has, named as that database names it. Kept as it is, so that
 * nothing of an inspected database is lost.
 */
public record NativeType(String sql) implements ColumnType {
    @Override
    public String kind() {
        return "native";
    }

    @Override
    public String text() {
        return "native(" + sql + ")";
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
