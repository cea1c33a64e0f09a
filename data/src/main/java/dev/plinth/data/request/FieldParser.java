package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads names and the way into JSON, wherever they stand. */
final class FieldParser {
    static final String NAME = "field name (* or [a..z0..9_$])";
    private static final String KEY =
            "\"-\", digit or any non reserved character different from: .,>()";

    private FieldParser() {}

    /** A name, bare or in quotes; null when none stands here. */
    static @Nullable String name(TextScanner in) {
        String quoted = in.quoted();
        if (quoted != null) {
            return quoted;
        }
        StringBuilder name = new StringBuilder();
        while (!in.done()) {
            char c = in.peek();
            boolean dash = c == '-' && in.peek(1) != '>';
            if (Character.isLetterOrDigit(c)
                    || c == '_'
                    || c == '$'
                    || c == ' '
                    || dash
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                name.append(in.next());
            } else {
                break;
            }
        }
        String stripped = name.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    static String requiredName(TextScanner in, String expecting) {
        String name = name(in);
        if (name == null) {
            throw in.unexpected(expecting);
        }
        return name;
    }

    /** A name with the JSON path after it. */
    static Field field(TextScanner in, String expecting) {
        return new Field(requiredName(in, expecting), path(in));
    }

    static List<JsonStep> path(TextScanner in) {
        if (!in.looksAt("->")) {
            return List.of();
        }
        List<JsonStep> steps = new ArrayList<>();
        while (in.take("->")) {
            boolean text = in.take(">");
            steps.add(step(in, text));
        }
        return steps;
    }

    private static JsonStep step(TextScanner in, boolean text) {
        int from = in.position();
        boolean minus = in.take("-");
        String digits = in.run(Character::isDigit);
        if (!digits.isEmpty() && endsStep(in)) {
            return new JsonStep((minus ? "-" : "") + digits, true, text);
        }
        if (minus && digits.isEmpty()) {
            throw in.unexpected("digit");
        }
        in.back(from);
        String quoted = in.quoted();
        if (quoted != null) {
            return new JsonStep(quoted, false, text);
        }
        StringBuilder key = new StringBuilder();
        while (!in.done() && ".,>():".indexOf(in.peek()) < 0) {
            if (in.peek() == '-' && in.peek(1) == '>') {
                break;
            }
            key.append(in.next());
        }
        if (key.isEmpty()) {
            throw in.unexpected(KEY);
        }
        return new JsonStep(key.toString().strip(), false, text);
    }

    private static boolean endsStep(TextScanner in) {
        return in.done() || in.looksAt("->") || ".,): ".indexOf(in.peek()) >= 0;
    }
}
