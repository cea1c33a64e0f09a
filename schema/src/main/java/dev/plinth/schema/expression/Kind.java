package dev.plinth.schema.expression;

/** The kinds of values that expressions tell apart. */
enum Kind {
    BOOLEAN("true or false"),
    /** Exact, whole or decimal. */
    NUMBER("a number"),
    /** Binary floating point. */
    DOUBLE("a floating point number"),
    TEXT("a text"),
    DATE("a date"),
    TIME("a time of day"),
    /** A day and time without a zone. */
    TIMESTAMP("a timestamp"),
    /** A point in time. */
    INSTANT("a timestamp with time zone"),
    UUID("a UUID"),
    DURATION("a duration"),
    /** Can only be tested for null: JSON, binary, types of one database. */
    OPAQUE("a value that can only be tested for null"),
    /** The word null, where nothing tells what it stands for. */
    NULL("null");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** For messages. */
    String words() {
        return words;
    }

    boolean isNumeric() {
        return this == NUMBER || this == DOUBLE;
    }

    boolean isMoment() {
        return this == DATE || this == TIMESTAMP || this == INSTANT;
    }

    boolean hasOrder() {
        return switch (this) {
            case NUMBER, DOUBLE, TEXT, DATE, TIME, TIMESTAMP, INSTANT, DURATION -> true;
            case BOOLEAN, UUID, OPAQUE, NULL -> false;
        };
    }
}
