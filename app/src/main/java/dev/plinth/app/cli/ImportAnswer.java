package dev.plinth.app.cli;

import dev.plinth.data.answer.DataAnswer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What the data API says of an import: lines of how far it is, and in the end what became of it.
 */
final class ImportAnswer implements DataAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Without a terminal, a line for each tenth of the file, or so many rows of what has no end.
     */
    private static final int TENTH = 10;

    private static final long MANY_ROWS = 100_000;

    private final ImportFile source;
    private final Output output;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String end = "";
    private long told;

    ImportAnswer(ImportFile source, Output output) {
        this.source = source;
        this.output = output;
    }

    @Override
    public void status(int status) {}

    @Override
    public void header(String name, String value) {}

    @Override
    public OutputStream body() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                if (b == '\n') {
                    take();
                } else {
                    line.write(b);
                }
            }
        };
    }

    private void take() {
        end = line.toString(StandardCharsets.UTF_8);
        line.reset();
        JsonNode said = JSON.readTree(end);
        if (!said.has("code") && !said.has("complete")) {
            tell(said.at("/rows").asLong(), said.at("/refused").asLong());
        }
    }

    private void tell(long rows, long refused) {
        int percent = source.percent();
        long step = source.length() == 0 ? rows / MANY_ROWS : percent / TENTH;
        if (output.terminal().isThere() || step > told) {
            told = step;
            output.progress(
                    rows
                            + " rows"
                            + (refused == 0 ? "" : ", " + refused + " refused")
                            + (source.length() == 0 ? "" : ", " + percent + " %"));
        }
    }

    /**
     * What became of the import.
     *
     * @throws dev.plinth.schema.problem.PlinthException when it came to nothing, whatever rows
     */
    ImportVerdict verdict(String table) {
        if (line.size() > 0) {
            take();
        }
        return ImportVerdict.of(JSON.readTree(end), table);
    }
}
