package dev.plinth.data.answer;

import dev.plinth.data.plan.ImportProblems.Told;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What became of an import.
 *
 * @param rows that were read
 * @param refused how many of them the problems are about, of which only the first are told
 * @param complete whether the body was read to its end
 * @param written whether anything is left in the database
 */
public record ImportReport(
        long rows,
        long inserted,
        long updated,
        long ignored,
        long refused,
        boolean complete,
        boolean written,
        List<Told> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /** As a JSON object. */
    public String json() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonRows.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeNumberProperty("rows", rows);
            out.writeNumberProperty("inserted", inserted);
            out.writeNumberProperty("updated", updated);
            out.writeNumberProperty("ignored", ignored);
            out.writeNumberProperty("refused", refused);
            out.writeBooleanProperty("complete", complete);
            out.writeBooleanProperty("written", written);
            out.writeName("problems");
            out.writeStartArray();
            problems.forEach(p -> problem(p, out));
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void problem(Told told, JsonGenerator out) {
        out.writeStartObject();
        out.writeNumberProperty("row", told.row());
        out.writeNumberProperty("line", told.line());
        if (!told.columns().isEmpty()) {
            out.writeStringProperty("column", told.columns());
        }
        out.writeStringProperty("code", told.refusal().code());
        out.writeStringProperty("message", told.refusal().message());
        Object details = told.refusal().details();
        if (details instanceof String sentence) {
            out.writeStringProperty("details", sentence);
        }
        String hint = told.refusal().hint();
        if (hint != null) {
            out.writeStringProperty("hint", hint);
        }
        out.writeEndObject();
    }
}
