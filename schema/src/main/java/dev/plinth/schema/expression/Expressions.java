package dev.plinth.schema.expression;

import java.util.Optional;

/**
 * Conditions and values written once, in CEL, with one meaning in the database, the API and the
 * browser: SQL's. The way in.
 */
public final class Expressions {
    private Expressions() {}

    /**
     * Reads and checks a text.
     *
     * @param scope the columns and variables it may name
     * @param wanted what it has to give
     * @param path where it stands in the model; each problem's path ends in its line and column
     */
    public static Checked check(String text, Scope scope, Wanted wanted, String path) {
        Findings findings = new Findings(text, path);
        Optional<CheckedExpression> expression =
                CelReader.read(text, findings)
                        .flatMap(s -> ExpressionCheck.check(s, scope, wanted, findings))
                        .map(n -> new CheckedExpression(text, n, wanted));
        return new Checked(expression, findings.all());
    }

    /** Checks a condition; see {@link #check}. */
    public static Checked condition(String text, Scope scope, String path) {
        return check(text, scope, Wanted.condition(), path);
    }

    /**
     * The text with a column of its row called by a new name; for a column that is renamed. A text
     * that cannot be read stays as it is.
     */
    public static String renamed(String text, String from, String to) {
        return Renaming.rename(text, from, to);
    }
}
