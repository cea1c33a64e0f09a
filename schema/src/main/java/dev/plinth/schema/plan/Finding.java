package dev.plinth.schema.plan;

import java.util.List;

/**
 * The answer of the live data to a preflight.
 *
 * @param count of hits
 * @param examples some of the rows or values hit, as text; empty where the question is only about
 *     numbers or nothing tells the rows apart
 */
public record Finding(int step, Preflight preflight, long count, List<String> examples) {
    public Finding {
        examples = List.copyOf(examples);
    }

    /** What was found, how often and where: "rows without a value in people.mail: 1 (id 7)". */
    public String text() {
        String more = count > examples.size() ? ", …" : "";
        return preflight.question()
                + ": "
                + count
                + (examples.isEmpty() ? "" : " (" + String.join("; ", examples) + more + ")");
    }

    /** {@link #text} as a sentence of its own. */
    public String sentence() {
        String text = text();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** Whether the step must not run. */
    public boolean blocks() {
        return preflight.blocking() && count > 0;
    }
}
