package dev.plinth.app.cli;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of an import.
 *
 * @param report as the data API gives it
 */
record ImportVerdict(JsonNode report) {
    /**
     * @param end what was said in the end: a report or a refusal, which may have one in it
     * @throws PlinthException when the import came to nothing, whatever its rows
     */
    static ImportVerdict of(JsonNode end, String table) {
        JsonNode details = end.at("/details");
        if (!end.has("code")) {
            return new ImportVerdict(end);
        }
        if (details.has("rows")) {
            return new ImportVerdict(details);
        }
        throw PlinthException.of(text(end, "code"), table, message(end), text(end, "hint"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** One or two sentences. */
    private static String message(JsonNode problem) {
        String message = text(problem, "message");
        String details = text(problem, "details");
        return (message.endsWith(".") ? message : message + ".")
                + (details.isEmpty() ? "" : " " + details);
    }

    private long number(String name) {
        return report.path(name).asLong();
    }

    String json() {
        return report.toString();
    }

    /**
     * @param skips whether refused rows were left out, rather than all
     */
    int code(boolean skips) {
        return number("refused") == 0 ? Commands.DONE : skips ? Commands.CHANGES : Commands.REFUSED;
    }

    void write(String file, boolean skips, Output output) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode told : report.path("problems")) {
            String place = file + ":" + told.path("line").asLong() + " " + text(told, "column");
            problems.add(
                    new Problem(
                            skips ? Problem.Severity.WARNING : Problem.Severity.ERROR,
                            text(told, "code"),
                            place.strip(),
                            message(told),
                            text(told, "hint")));
        }
        output.problems(problems);
        long shown =
                report.path("problems").valueStream().map(p -> p.path("row")).distinct().count();
        if (number("refused") > shown) {
            output.note("… and " + (number("refused") - shown) + " more rows");
        }
        if (!report.path("complete").asBoolean()) {
            output.note("So many rows are refused that the rest was not read.");
        }
        output.line(sentence());
    }

    private String sentence() {
        String what =
                "%d of %d rows new, %d updated, %d left as they were, %d refused"
                        .formatted(
                                number("inserted"),
                                number("rows"),
                                number("updated"),
                                number("ignored"),
                                number("refused"));
        return report.path("written").asBoolean()
                ? "Imported: " + what + "."
                : "Nothing was written: " + what + ".";
    }
}
