package dev.plinth.schema.plan;

import java.util.List;

/**
 * The answer of the live data to a preflight.
 *
 * @param count of hits
 * @param examples some of the values hit, as text; empty where the question is only about numbers
 */
public record Finding(int step, Preflight preflight, long count, List<String> examples) {
    public Finding {
        examples = List.copyOf(examples);
    }

    /** What was found and how often: "rows without a value in people.mail: 1". */
    public String text() {
        return preflight.question() + ": " + count;
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
