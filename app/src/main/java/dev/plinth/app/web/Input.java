package dev.plinth.app.web;

import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what somebody sent and finds all problems before it refuses. */
public final class Input {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");
    private static final Pattern ID = Pattern.compile("[0-9abcdefghjkmnpqrstvwxyz]{12}");
    private final List<Problem> problems = new ArrayList<>();

    /** Notes a problem with a field. */
    public Input problem(String field, String message, String hint) {
        problems.add(Problem.error(Refusal.INVALID_INPUT.code(), field, message, hint));
        return this;
    }

    /** The text without surrounding blanks; noted as a problem when empty or too long. */
    public String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            problem(field, "\"" + field + "\" is missing.", "");
            return "";
        }
        return optional(field, value, longest);
    }

    /**
     * The text without surrounding blanks, empty when not given; noted as a problem when too long.
     */
    public String optional(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            problem(field, "\"" + field + "\" is longer than " + longest + " characters.", "");
        }
        return text;
    }

    /** A name that is part of addresses. */
    public String name(String field, @Nullable String value) {
        String name = value == null ? "" : value.strip();
        if (!NAME.matcher(name).matches()) {
            problem(
                    field,
                    "\"" + field + "\" cannot be used as a name.",
                    "Start with a small letter; go on with small letters, digits, - and _, at most"
                            + " 63.");
        }
        return name;
    }

    /** An id made by the client. */
    public String id(String field, @Nullable String value) {
        if (value == null || !ID.matcher(value).matches()) {
            problem(
                    field,
                    "\"" + field + "\" is no id.",
                    "An id is 12 characters of 0123456789abcdefghjkmnpqrstvwxyz.");
            return "";
        }
        return value;
    }

    /** Refuses when anything was noted. */
    public void check() {
        if (!problems.isEmpty()) {
            String detail =
                    problems.size() == 1
                            ? problems.getFirst().message()
                            : problems.size() + " things are wrong with this request.";
            String hint = problems.size() == 1 ? problems.getFirst().hint() : "See \"problems\".";
            throw Refusal.INVALID_INPUT.because(detail, hint).with(problems);
        }
    }
}
