package dev.plinth.data.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A query string without the values that rows are compared with: what requests have in common that
 * ask alike for different rows.
 *
 * @param text the query string as it came, but for those values
 * @param values those that were taken out
 */
public record QueryShape(String text, List<Taken> values) {
    /** Stands for the number of a parameter where there is none. */
    public static final int NONE = -1;

    private static final Set<String> NO_FILTERS =
            Set.of("select", "columns", "on_conflict", "order", "limit", "offset", "after");
    private static final List<String> COMPARISONS =
            List.of("eq.", "neq.", "gt.", "gte.", "lt.", "lte.");

    public QueryShape {
        values = List.copyOf(values);
    }

    /**
     * A value that was taken out.
     *
     * @param parameter its number, as {@link Parameter#parse} counts them
     */
    public record Taken(int parameter, String value) {}

    /**
     * Takes the values out of a query string, which need not be a right one.
     *
     * @throws Refusal when a value is no text
     */
    public static QueryShape of(String query) {
        StringBuilder text = new StringBuilder(query.length());
        List<Taken> values = new ArrayList<>(2);
        int number = 0;
        int from = 0;
        while (from < query.length()) {
            int next = query.indexOf('&', from);
            int end = next < 0 ? query.length() : next;
            if (end > from) {
                int value = valueOf(query, from, end);
                text.append(query, from, value < 0 ? end : value).append('&');
                if (value >= 0) {
                    values.add(new Taken(number, Parameter.text(query.substring(value, end))));
                }
                number++;
            }
            from = end + 1;
        }
        return new QueryShape(text.toString(), values);
    }

    /** Where the value of a plain comparison begins; negative if the parameter is none. */
    private static int valueOf(String query, int from, int end) {
        int equals = query.indexOf('=', from);
        if (equals < 0 || equals > end || !isOfRoot(query.substring(from, equals))) {
            return -1;
        }
        for (String comparison : COMPARISONS) {
            int value = equals + 1 + comparison.length();
            if (value <= end && query.startsWith(comparison, equals + 1)) {
                return value;
            }
        }
        return -1;
    }

    /** Not of an embed: its rows may be read by another statement, with the values of this one. */
    private static boolean isOfRoot(String name) {
        return name.indexOf('.') < 0 && name.indexOf('%') < 0 && !NO_FILTERS.contains(name);
    }
}
