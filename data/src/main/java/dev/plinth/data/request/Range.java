package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the matching rows are wanted.
 *
 * @param limit null for all
 */
public record Range(long offset, @Nullable Long limit) {
    private static final Pattern HEADER = Pattern.compile("(?:[a-z]+=)?(\\d+)-(\\d*)");

    /**
     * The rows that both the parameters and the {@code Range} header allow.
     *
     * @param header null when there is none
     * @param most the project's limit; null for none
     * @throws Refusal when there can be no such rows
     */
    public static Range of(Level level, @Nullable String header, @Nullable Long most) {
        long offset = level.offset() == null ? 0 : level.offset();
        Long limit = level.limit();
        if (offset < 0) {
            throw refusal("Offset should be greater than or equal to zero.");
        }
        if (limit != null && limit < 0) {
            throw refusal("Limit should be greater than or equal to zero.");
        }
        Matcher range = HEADER.matcher(header == null ? "" : header.strip());
        if (range.matches()) {
            long first = number(range.group(1));
            Long last = range.group(2).isEmpty() ? null : (Long) number(range.group(2));
            if (last != null && last < first) {
                throw refusal(
                        "The lower boundary must be lower than or equal to the upper boundary in"
                                + " the Range header.");
            }
            Long end = least(last == null ? null : last + 1, limit == null ? null : offset + limit);
            offset = Math.max(offset, first);
            limit = end == null ? null : (Long) Math.max(0, end - offset);
        }
        return new Range(offset, least(limit, most));
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
    }

    private static @Nullable Long least(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : (Long) Math.min(a, b);
    }

    private static Refusal refusal(String details) {
        return new Refusal(Reason.RANGE, "Requested range not satisfiable", details, null);
    }
}
