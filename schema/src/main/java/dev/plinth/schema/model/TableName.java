package dev.plinth.schema.model;

/**
 * The name of a table or view in a database.
 *
 * @param schema the database schema, or empty for the environment's own
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
    /* What a record has by itself is made at run time, which a short command would wait for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TableName(String itsSchema, String itsName)
                && schema.equals(itsSchema)
                && name.equals(itsName);
    }

    @Override
    public int hashCode() {
        return schema.hashCode() * 31 + name.hashCode();
    }

    /** A table in the environment's own schema. */
    public static TableName of(String name) {
        return new TableName("", name);
    }

    /** Reads {@code name} or {@code schema.name}. */
    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? of(text) : new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
