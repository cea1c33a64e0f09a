package dev.plinth.schema.expression;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cases that the evaluators in Java and in the browser share. A value in them is the text form
 * of its type, so that no reader of JSON can round it.
 */
final class GoldenCases {
    static final String RESOURCE = "cases.json";
    static final Instant NOW = Instant.parse("2025-06-15T10:20:30.123456Z");
    static final Map<String, String> VARIABLES =
            Map.of(
                    "user.id", "42",
                    "user.email", "Ann@Example.org");

    private GoldenCases() {}

    /**
     * @param wanted "condition" or the text of a column type
     */
    record Case(
            String expression,
            String wanted,
            Map<String, String> row,
            Map<String, String> old,
            @Nullable String expected,
            Object tree) {
        @Override
        public String toString() {
            return expression + " on " + row;
        }

        Wanted wants() {
            return wanted.equals("condition")
                    ? Wanted.condition()
                    : Wanted.value(Sample.type(wanted));
        }

        Given given() {
            return Given.row(values(row))
                    .withOld(values(old))
                    .withVariables(VARIABLES)
                    .withNow(NOW);
        }

        Map<String, Object> values() {
            return values(row);
        }

        private static Map<String, Object> values(Map<String, String> texts) {
            Map<String, Object> values = new HashMap<>();
            texts.forEach(
                    (name, text) -> {
                        String type = Sample.COLUMNS.get(name);
                        values.put(
                                name,
                                Sample.type(java.util.Objects.requireNonNull(type, name))
                                        .parse(text));
                    });
            return values;
        }
    }

    @SuppressWarnings("unchecked")
    static List<Case> all() throws IOException {
        try (InputStream in = GoldenCases.class.getResourceAsStream(RESOURCE)) {
            var root =
                    (Map<String, Object>)
                            new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return ((List<Map<String, Object>>) root.get("cases"))
                    .stream().map(GoldenCases::read).toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static Case read(Map<String, Object> written) {
        return new Case(
                (String) written.get("expression"),
                (String) written.getOrDefault("wanted", "condition"),
                (Map<String, String>) written.getOrDefault("row", Map.of()),
                (Map<String, String>) written.getOrDefault("old", Map.of()),
                (String) written.get("expected"),
                written.getOrDefault("tree", ""));
    }

    /** Rewrites the trees in the file of cases, which has one case a line. */
    static void rewriteTrees(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(line.startsWith("{\"expression\"") ? withTree(line) : line);
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @SuppressWarnings("unchecked")
    private static String withTree(String line) {
        boolean more = line.endsWith(",");
        String object = line.substring(0, line.lastIndexOf('}') + 1);
        int tree = object.indexOf(", \"tree\": ");
        String start =
                tree < 0 ? object.substring(0, object.length() - 1) : object.substring(0, tree);
        Case written =
                read(
                        (Map<String, Object>)
                                new Load(LoadSettings.builder().build())
                                        .loadFromString(start + "}"));
        String json =
                Expressions.check(written.expression(), Sample.scope(), written.wants(), "")
                        .orThrow()
                        .json();
        return start + ", \"tree\": " + json + "}" + (more ? "," : "");
    }
}
