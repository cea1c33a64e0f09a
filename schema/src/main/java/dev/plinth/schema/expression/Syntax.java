package dev.plinth.schema.expression;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was written, before anything is known of columns and types.
 *
 * <p>Each part knows where it begins in the text, counted in code points.
 */
sealed interface Syntax {
    int position();

    /** A number is a BigDecimal with the digits that were written, never a double. */
    record Constant(@Nullable Object value, int position) implements Syntax {}

    record Name(String name, int position) implements Syntax {}

    /** {@code target.name} */
    record Member(Syntax target, String name, int position) implements Syntax {}

    /**
     * An operator under CEL's name for it ({@code _&&_}) or a function.
     *
     * @param method the first argument stood before a dot
     */
    record Apply(String function, List<Syntax> arguments, boolean method, int position)
            implements Syntax {}

    record Sequence(List<Syntax> elements, int position) implements Syntax {}
}
