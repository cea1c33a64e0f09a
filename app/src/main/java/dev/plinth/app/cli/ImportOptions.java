package dev.plinth.app.cli;

import picocli.CommandLine.Option;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How rows are imported, said to the data API as requests say it. */
final class ImportOptions {
    private static final Map<String, String> RESOLUTIONS =
            Map.of(
                    "update", "resolution=merge-duplicates",
                    "ignore", "resolution=ignore-duplicates");

    @Option(
            names = {"--trial", "--dry-run"},
            description = "Does everything, tells what is refused, and takes it back.")
    private boolean trial;

    @Option(
            names = "--skip-invalid",
            description = "Writes the rows that can be written, and leaves out the others.")
    private boolean skip;

    @Option(
            names = "--existing",
            paramLabel = "update|ignore",
            description = "What becomes of rows that exist already; without it they are refused.")
    private String existing = "";

    @Option(
            names = "--by",
            paramLabel = "COLUMN,…",
            description = "Columns that tell which rows exist already; without it the key.")
    private String by = "";

    @Option(
            names = "--columns",
            paramLabel = "COLUMN,…",
            description = "Takes only these columns of the file.")
    private String columns = "";

    @Option(names = "--defaults", description = "Empty cells take the default of their column.")
    private boolean defaults;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "csv, json, ndjson or xlsx; without it the file's ending tells.")
    private String type = "";

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Character set of a CSV file; without it UTF-8.")
    private String charset = "";

    String type() {
        return type;
    }

    boolean skipsInvalid() {
        return skip;
    }

    String query() {
        List<String> parameters = new ArrayList<>();
        add(parameters, "columns", columns);
        add(parameters, "on_conflict", by);
        return String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /**
     * @param mediaType of the file
     */
    Map<String, List<String>> headers(String mediaType) {
        List<String> preferences = new ArrayList<>();
        if (!existing.isEmpty() || !by.isEmpty()) {
            String resolution = RESOLUTIONS.get(existing.isEmpty() ? "update" : existing);
            if (resolution == null) {
                throw CommandCode.USAGE.because(
                        "Rows that exist already can be had to update or ignore, not to "
                                + existing
                                + ".");
            }
            preferences.add(resolution);
        }
        if (trial) {
            preferences.add("tx=rollback");
        }
        if (skip) {
            preferences.add("invalid=skip");
        }
        if (defaults) {
            preferences.add("missing=default");
        }
        String contentType = charset.isEmpty() ? mediaType : mediaType + ";charset=" + charset;
        return Map.of(
                "content-type", List.of(contentType),
                "accept", List.of("application/x-ndjson"),
                "prefer", preferences);
    }
}
