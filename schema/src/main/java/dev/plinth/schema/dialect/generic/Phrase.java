package dev.plinth.schema.dialect.generic;

import java.util.List;

/**
 * Parts of queries, with the ways in which databases say them. Each is tried on samples, so that it
 * is known to mean what it shall. {@code $1} and {@code $2} are operands.
 */
enum Phrase {
    LENGTH("3", List.of("'aäb'", ""), "CHAR_LENGTH($1)", "LENGTH($1)"),
    POSITION("2", List.of("'abc'", "'b'"), "POSITION($2 IN $1)", "LOCATE($2, $1)", "INSTR($1, $2)"),
    RIGHT(
            "bc",
            List.of("'abc'", "2"),
            "RIGHT($1, $2)",
            "SUBSTRING($1 FROM CHAR_LENGTH($1) - $2 + 1)",
            "SUBSTR($1, LENGTH($1) - $2 + 1)"),
    TRANSLATED("xbä", List.of("'abä'", "'a', 'x'"), "TRANSLATE($1, $2)"),
    CONCATENATED("ab", List.of("'a'", "'b'"), "$1 || $2", "CONCAT($1, $2)"),
    REMAINDER("-2", List.of("-5", "3"), "MOD($1, $2)", "$1 % $2"),
    LIKE("1", List.of("'50%'", "'50\\%'"), "CASE WHEN $1 LIKE $2 ESCAPE '\\' THEN 1 ELSE 0 END"),
    NOT_DISTINCT(
            "1",
            List.of("CAST(NULL AS INTEGER)", "CAST(NULL AS INTEGER)"),
            "CASE WHEN $1 IS NOT DISTINCT FROM $2 THEN 1 ELSE 0 END"),
    NOW_ZONED("", List.of("", ""), "CURRENT_TIMESTAMP"),
    NOW("", List.of("", ""), "LOCALTIMESTAMP", "CURRENT_TIMESTAMP"),
    NOW_TIME("", List.of("", ""), "LOCALTIME", "CURRENT_TIME"),
    NEW_UUID("", List.of("", ""), "GEN_RANDOM_UUID()", "RANDOM_UUID()", "UUID()");

    private final String expected;
    private final List<String> sample;
    private final List<String> spellings;

    Phrase(String expected, List<String> sample, String... spellings) {
        this.expected = expected;
        this.sample = sample;
        this.spellings = List.of(spellings);
    }

    List<String> spellings() {
        return spellings;
    }

    /** Operands to ask with. */
    List<String> sample() {
        return sample;
    }

    /** Whether an answer, as text, is that of the sample. */
    boolean is(String answer) {
        return expected.isEmpty() || answer.strip().equals(expected);
    }

    static String filled(String template, String first, String second) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            if (template.startsWith("$1", i) || template.startsWith("$2", i)) {
                text.append(template.charAt(++i) == '1' ? first : second);
            } else {
                text.append(template.charAt(i));
            }
        }
        return text.toString();
    }
}
