package dev.plinth.schema.model;

/** What a column holds when nothing is given. */
public sealed interface Default {
    /** A constant, in the text form of the column's type. */
    record Value(String text) implements Default {}

    /** The moment of the insert. */
    record Now() implements Default {}

    /** A new random UUID. */
    record NewUuid() implements Default {}

    /** An expression in one database's own SQL. */
    record Sql(String text) implements Default {}
}
