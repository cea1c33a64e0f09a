package dev.plinth.bench;

import tools.jackson.core.json.JsonFactory;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** What a benchmark found. */
record Result(String name, double ratio, Goal goal) {

    boolean holds() {
        return goal.holds(ratio);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-70s %8.2f  %-8s  %s",
                name,
                ratio,
                goal,
                holds() ? "holds" : "MISSED");
    }

    /** All results as the JSON array that {@code ./dev bench --json} prints. */
    static void write(List<Result> results, OutputStream out) {
        try (var json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            for (var result : results) {
                json.writeStartObject();
                json.writeStringProperty("name", result.name());
                json.writeNumberProperty("ratio", result.ratio());
                json.writeStringProperty("goal", result.goal().toString());
                json.writeBooleanProperty("holds", result.holds());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
