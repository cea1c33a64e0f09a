package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** How a filter compares a column with one value. */
public enum Operator {
    EQ("eq", true),
    NEQ("neq", false),
    GT("gt", true),
    GTE("gte", true),
    LT("lt", true),
    LTE("lte", true),
    LIKE("like", true),
    ILIKE("ilike", true),
    MATCH("match", true),
    IMATCH("imatch", true),
    CONTAINS("cs", false),
    CONTAINED("cd", false),
    OVERLAPS("ov", false),
    LEFT_OF("sl", false),
    RIGHT_OF("sr", false),
    NOT_RIGHT_OF("nxr", false),
    NOT_LEFT_OF("nxl", false),
    ADJACENT("adj", false);

    private static final Map<String, Operator> BY_WORD = new HashMap<>();

    static {
        for (Operator operator : values()) {
            BY_WORD.put(operator.word, operator);
        }
    }

    private final String word;
    private final boolean quantifiable;

    Operator(String word, boolean quantifiable) {
        this.word = word;
        this.quantifiable = quantifiable;
    }

    public String word() {
        return word;
    }

    /** Whether {@code (any)} or {@code (all)} may follow. */
    boolean isQuantifiable() {
        return quantifiable;
    }

    static @Nullable Operator of(String word) {
        return BY_WORD.get(word);
    }
}
