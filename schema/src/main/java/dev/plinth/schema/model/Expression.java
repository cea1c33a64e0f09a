package dev.plinth.schema.model;

/**
 * A condition or a value.
 *
 * @param language CEL holds in every database, in the API and in forms; SQL is one database's own
 *     text
 */
public record Expression(Language language, String text) {
    /** In what an expression is written. */
    public enum Language {
        CEL,
        SQL
    }

    public static Expression cel(String text) {
        return new Expression(Language.CEL, text);
    }

    public static Expression sql(String text) {
        return new Expression(Language.SQL, text);
    }
}
