package dev.plinth.schema.dialect.generic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of queries that one database was found to understand. */
final class Phrases {
    private static final List<String> PAGES =
            List.of(" OFFSET $2 ROWS FETCH FIRST $1 ROWS ONLY", " LIMIT $1 OFFSET $2");

    private final Map<Phrase, String> templates = new EnumMap<>(Phrase.class);
    private final String page;
    private final boolean sortsNulls;

    Phrases(Probe probe) {
        for (Phrase phrase : Phrase.values()) {
            phrase.spellings().stream()
                    .filter(spelling -> means(spelling, phrase, probe))
                    .findFirst()
                    .ifPresent(spelling -> templates.put(phrase, spelling));
        }
        String rows =
                "SELECT x FROM (SELECT 1 AS x%1$s UNION ALL SELECT 2 AS x%1$s) v ORDER BY x"
                        .formatted(probe.source());
        page =
                PAGES.stream()
                        .filter(
                                p ->
                                        probe.query(
                                                        rows + Phrase.filled(p, "1", "1"),
                                                        row -> row.getInt(1))
                                                .filter(x -> x == 2)
                                                .isPresent())
                        .findFirst()
                        .orElse("");
        sortsNulls = probe.query(rows + " NULLS LAST", row -> row.getInt(1)).isPresent();
    }

    private static boolean means(String spelling, Phrase phrase, Probe probe) {
        String asked =
                Phrase.filled(spelling, phrase.sample().getFirst(), phrase.sample().getLast());
        return probe.ask(asked, row -> row.getString(1)).filter(phrase::is).isPresent();
    }

    boolean knows(Phrase phrase) {
        return templates.containsKey(phrase);
    }

    Optional<String> find(Phrase phrase) {
        return Optional.ofNullable(templates.get(phrase));
    }

    /** The phrase with its operands, as the standard has it if the database said nothing. */
    String write(Phrase phrase, String first, String second) {
        String template = templates.getOrDefault(phrase, phrase.spellings().getFirst());
        return Phrase.filled(template, first, second);
    }

    /** Where the numbers of rows go in what ends a query of some rows; empty if it has none. */
    String page() {
        return page;
    }

    /** Whether a query can say where NULLs are sorted. */
    boolean sortsNulls() {
        return sortsNulls;
    }
}
