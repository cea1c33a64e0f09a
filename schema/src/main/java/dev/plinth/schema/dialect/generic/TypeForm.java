package dev.plinth.schema.dialect.generic;

import java.util.List;

/**
 * What columns are made of, with the ways in which databases spell it. {@code $n} is a length or
 * precision, {@code $s} a scale. Of two that a database keeps as the same, the first counts.
 */
enum TypeForm {
    TEXT(40, 0, "VARCHAR($n)", "CHARACTER VARYING($n)"),
    LONG_TEXT(0, 0, "TEXT", "CHARACTER LARGE OBJECT", "CLOB", "LONG VARCHAR"),
    SMALL(0, 0, "SMALLINT", "INTEGER"),
    NORMAL(0, 0, "INTEGER"),
    BIG(0, 0, "BIGINT", "DECIMAL(19, 0)"),
    DECIMAL(12, 2, "DECIMAL($n, $s)", "NUMERIC($n, $s)"),
    DOUBLE(0, 0, "DOUBLE PRECISION", "DOUBLE", "FLOAT"),
    REAL(0, 0, "REAL", "DOUBLE PRECISION", "FLOAT"),
    BOOLEAN(0, 0, "BOOLEAN", "SMALLINT"),
    DATE(0, 0, "DATE"),
    TIME(0, 0, "TIME($n)", "TIME"),
    TIMESTAMP(3, 0, "TIMESTAMP($n)", "TIMESTAMP"),
    ZONED(3, 0, "TIMESTAMP($n) WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE"),
    UUID(0, 0, "UUID"),
    BYTES(
            16,
            0,
            "VARBINARY($n)",
            "BINARY VARYING($n)",
            "VARCHAR($n) FOR BIT DATA",
            "BINARY LARGE OBJECT",
            "BLOB",
            "BYTEA"),
    LONG_BYTES(0, 0, "BINARY LARGE OBJECT", "BLOB", "BYTEA");

    private final int size;
    private final int scale;
    private final List<String> spellings;

    TypeForm(int size, int scale, String... spellings) {
        this.size = size;
        this.scale = scale;
        this.spellings = List.of(spellings);
    }

    List<String> spellings() {
        return spellings;
    }

    /** A type to ask with. */
    String asked(String template) {
        return filled(template, size, scale);
    }

    static String filled(String template, int size, int scale) {
        return template.replace("$n", String.valueOf(size)).replace("$s", String.valueOf(scale));
    }
}
