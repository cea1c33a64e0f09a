package dev.plinth.schema.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Conditions on the sample table, and rows for it, both full of edges and nulls. */
final class RandomExpressions {
    private static final List<String> TEXTS =
            List.of(
                    "", " ", "a", "A", "b", "ab", "Ab ", " ab", "a\tb", "\n", "é", "É", "ß", "z",
                    "😀", "a😀", "Ａ", "%", "_", "a%b", "\\", "a\\b", "'", "it's", "\"", "0", "12",
                    "-", "a-b", "null", "x.y", "[a]", "aa", "zz9");
    private static final List<String> NUMBERS =
            List.of(
                    "0", "1", "2", "3", "7", "10", "0.5", "0.1", "1.25", "2.50", "99.99", "0.3333",
                    "100");
    private static final List<String> PATTERNS =
            List.of(
                    "a",
                    "^a",
                    "b$",
                    "^$",
                    "^[a-z]+$",
                    "[^a-z]",
                    "^.$",
                    "^\\\\w+$",
                    "\\\\d",
                    "\\\\s",
                    "a|b",
                    "^(?:a|b)*$",
                    "^a?b{1,2}$",
                    "\\\\.",
                    "[.\\\\-\\\\]]",
                    "é",
                    "^[A-Z]",
                    "^[^\\\\s%]+$");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String condition(int depth) {
        if (depth <= 0) {
            return chance(60)
                    ? "active"
                    : one(List.of("true", "false", "name == null", "has(row.price)"));
        }
        int less = depth - 1;
        return switch (random.nextInt(20)) {
            case 0, 1 -> "(" + condition(less) + " && " + condition(less) + ")";
            case 2, 3 -> "(" + condition(less) + " || " + condition(less) + ")";
            case 4, 5 -> "!(" + condition(less) + ")";
            case 6 ->
                    "(" + condition(less) + " ? " + condition(less) + " : " + condition(less) + ")";
            case 7 -> "((" + condition(less) + ") == (" + condition(less) + "))";
            case 8 -> "((" + any(less) + ") " + one(List.of("==", "!=")) + " null)";
            case 9 -> "coalesce(" + condition(less) + ", " + condition(less) + ")";
            case 10, 11, 12 -> number(less) + " " + one(COMPARISONS) + " " + number(less);
            case 13, 14 -> text(less) + " " + one(COMPARISONS) + " " + text(less);
            case 15 -> date(less) + " " + one(COMPARISONS) + " " + date(less);
            case 16 ->
                    one(
                            List.of(
                                    "starts " + one(COMPARISONS) + " ends",
                                    "opens " + one(COMPARISONS) + " time('08:30:00')",
                                    "created "
                                            + one(COMPARISONS)
                                            + " timestamp('2025-01-02T03:04:05.678Z')",
                                    "starts "
                                            + one(COMPARISONS)
                                            + " timestamp('2025-01-01T00:00:00')",
                                    "created " + one(COMPARISONS) + " now()",
                                    "owner == '00000000-0000-0000-0000-000000000001'",
                                    "owner != user.id"));
            case 17 -> number(less) + " in [" + number(less) + ", " + number(less) + "]";
            case 18 -> text(less) + " in [" + text(0) + ", " + text(less) + ", 'a']";
            default -> textTest(less);
        };
    }

    private String textTest(int depth) {
        return chance(40)
                ? "(" + text(depth) + ").matches('" + one(PATTERNS) + "')"
                : "("
                        + text(depth)
                        + ")."
                        + one(List.of("startsWith", "endsWith", "contains"))
                        + "("
                        + text(depth)
                        + ")";
    }

    private String any(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> number(depth);
            case 1 -> text(depth);
            case 2 -> condition(depth);
            default -> one(List.of("data", "owner", "created", "born", "ratio"));
        };
    }

    private String number(int depth) {
        if (depth <= 0 || chance(25)) {
            return chance(60)
                    ? one(List.of("small", "quantity", "quantity", "price", "price", "rate", "big"))
                    : one(NUMBERS);
        }
        int less = depth - 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> "(" + number(less) + " + " + number(less) + ")";
            case 2 -> "(" + number(less) + " - " + number(less) + ")";
            case 3, 4 -> "(" + number(less) + " * " + number(less) + ")";
            case 5 -> "(" + number(less) + " / " + number(less) + ")";
            case 6 -> "(" + number(less) + " % " + number(less) + ")";
            case 7 -> "-(" + number(less) + ")";
            case 8 -> "size(" + text(less) + ")";
            case 9 -> "abs(" + number(less) + ")";
            case 10 -> "round(" + number(less) + ", " + random.nextInt(4) + ")";
            default ->
                    chance(50)
                            ? "coalesce(" + number(less) + ", " + number(less) + ")"
                            : "("
                                    + condition(less)
                                    + " ? "
                                    + number(less)
                                    + " : "
                                    + number(less)
                                    + ")";
        };
    }

    private String text(int depth) {
        if (depth <= 0 || chance(35)) {
            return chance(60)
                    ? one(List.of("name", "note", "row.`first name`"))
                    : quoted(one(TEXTS));
        }
        int less = depth - 1;
        return switch (random.nextInt(7)) {
            case 0, 1 -> "(" + text(less) + " + " + text(less) + ")";
            case 2 -> "(" + text(less) + ").lowerAscii()";
            case 3 -> "(" + text(less) + ").upperAscii()";
            case 4 -> "(" + text(less) + ").trim()";
            case 5 -> "coalesce(" + text(less) + ", " + text(less) + ")";
            default -> "(" + condition(less) + " ? " + text(less) + " : " + text(less) + ")";
        };
    }

    private String date(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> "born";
            case 1 -> "due";
            case 2 -> "date('2025-01-0" + (1 + random.nextInt(9)) + "')";
            case 3 -> "today()";
            case 4 -> "(" + date(depth - 1) + " + duration('" + random.nextInt(40) + "d'))";
            default -> "(" + date(depth - 1) + " - duration('" + random.nextInt(40) + "d'))";
        };
    }

    static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "'";
    }

    /** A row of which about a quarter is null. */
    Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        put(row, "name", one(TEXTS));
        put(row, "note", one(TEXTS));
        put(row, "first name", one(TEXTS));
        put(row, "small", (long) random.nextInt(7) - 3);
        put(row, "quantity", one(List.of(0L, 1L, -1L, 2L, 3L, 7L, 10L, 2147483647L, -2147483648L)));
        put(row, "big", one(List.of(0L, 1L, -7L, 10L, 1000000007L, 9007199254740993L)));
        put(
                row,
                "price",
                one(List.of("0.00", "1.00", "0.10", "2.50", "-1.25", "99.99", "1234567890.12")));
        put(row, "rate", one(List.of("0.0000", "0.5000", "0.3333", "-0.0001", "9999.9999")));
        put(row, "huge", "12345678901234567890.0123456789");
        put(row, "ratio", one(List.of(0.0, 0.5, -1.25, 0.1, 1e10)));
        put(row, "active", random.nextBoolean());
        put(row, "born", LocalDate.of(2025, 1, 1).plusDays(random.nextInt(10)));
        put(row, "due", LocalDate.of(2025, 1, 1).plusDays(random.nextInt(10)));
        put(row, "opens", LocalTime.of(8, random.nextInt(60)));
        LocalDateTime moment =
                LocalDateTime.of(2025, 1, 1, 0, 0).plusNanos(random.nextInt(3) * 1_000L);
        put(row, "starts", moment);
        put(row, "ends", moment.plusNanos(random.nextInt(3) * 1_000L));
        put(
                row,
                "created",
                LocalDateTime.of(2025, 1, 2, 3, 4, 5, 678_000_000).atOffset(ZoneOffset.UTC));
        put(row, "owner", new UUID(0, random.nextInt(3)));
        put(row, "data", "{}");
        return row;
    }

    private void put(Map<String, Object> row, String name, Object value) {
        if (chance(75)) {
            row.put(
                    name,
                    Sample.type(Sample.COLUMNS.get(name)).valueClass() == BigDecimal.class
                            ? Sample.type(Sample.COLUMNS.get(name)).parse((String) value)
                            : value);
        }
    }
}
