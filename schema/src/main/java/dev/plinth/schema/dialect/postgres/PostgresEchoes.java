package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.model.TableName;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions as PostgreSQL would show them again, had it been given what it showed: what it makes
 * of {@code varchar} it shows in one way at first, and in another when that is read back (15, 18).
 */
final class PostgresEchoes {
    private static final String TEXT = "'(?:[^']|'')*'::character varying(?:\\(\\d+\\))?";

    /** What it makes of {@code IN ('a', 'b')}. */
    private static final Pattern LIST =
            Pattern.compile("\\(ARRAY\\[(" + TEXT + "(?:, " + TEXT + ")*)\\]\\)::text\\[\\]");

    private static final Pattern ELEMENT = Pattern.compile(TEXT);

    private static final Pattern CAST =
            Pattern.compile("\\(([a-z_][a-z0-9_]*|\"(?:[^\"]|\"\")+\")\\)::text\\b(?!\\[)");

    private final Map<TableName, Set<String>> unlimited = new HashMap<>();

    /** Tells of a varchar without a length, which is a text to a model. */
    void unlimited(TableName table, String column) {
        unlimited.computeIfAbsent(table, t -> new HashSet<>()).add(column);
    }

    String settled(TableName table, String echo) {
        if (!echo.contains("::text")) {
            return echo;
        }
        String listed =
                LIST.matcher(echo)
                        .replaceAll(
                                m ->
                                        Matcher.quoteReplacement(
                                                "ARRAY["
                                                        + ELEMENT.matcher(m.group(1))
                                                                .replaceAll("($0)::text")
                                                        + "]"));
        Set<String> texts = unlimited.getOrDefault(table, Set.of());
        return CAST.matcher(listed)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        texts.contains(name(m.group(1))) ? m.group(1) : m.group()));
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }
}
