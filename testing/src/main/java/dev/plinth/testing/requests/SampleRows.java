package dev.plinth.testing.requests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Rows with every type of column, with many equal values and many NULLs; always the same. */
public final class SampleRows {
    public static final List<String> MAKERS = List.of("1", "2", "3", "4");
    public static final List<String> PARTS = List.of("a", "A", "B-1", "b 2", "é", "z");
    public static final int NUMBERS = 25;

    /** For each column of samples beside its key, the values as JSON. */
    public enum Column {
        NAME(
                "name", "\"ada\"", "\"Ada\"", "\"bob\"", "\"Zoé\"", "\"\"", "\"ß\"", "\"a b\"",
                "\"😀\""),
        NOTES("notes", "\"long, \\\"quoted\\\"\"", "\"x%_\\\\y\"", "\"line\\nbreak\"", "\"(1)\""),
        STATE("state", "\"new\"", "\"open\"", "\"done\""),
        SMALL("small", "-1", "0", "1", "32767"),
        WHOLE("whole", "-5", "0", "7", "2147483647"),
        BIG("big", "9007199254740993", "-9223372036854775808", "12", "9007199254740992"),
        PRICE("price", "0", "0.5", "12345678901234.567891", "-3.000001", "100", "9"),
        RATIO("ratio", "0.1", "-2.5", "1e10", "3"),
        ROUGH("rough", "0.1", "-2.5", "3", "16777216"),
        DONE("done", "true", "false"),
        DAY("day", "\"2024-02-29\"", "\"1999-12-31\"", "\"2024-03-01\""),
        HOUR("hour", "\"00:00:00\"", "\"23:59:59.999999\"", "\"12:30:00.5\""),
        AT(
                "at",
                "\"2024-02-29T10:20:30.123456\"",
                "\"2024-02-29T10:20:30.123457\"",
                "\"1969-12-31T23:59:59\"",
                "\"2024-02-29T10:20:30\""),
        MOMENT(
                "moment",
                "\"2024-02-29T10:20:30.000001+00:00\"",
                "\"2024-02-29T10:20:30+02:00\"",
                "\"2024-02-29T08:20:30+00:00\"",
                "\"1970-01-01T00:00:00+00:00\""),
        TOKEN(
                "token",
                "\"00000000-0000-0000-0000-000000000001\"",
                "\"ffffffff-0000-4000-8000-000000000000\"",
                "\"7f000000-0000-4000-8000-0000000000aa\""),
        DATA("data", "{\"a\":1,\"b\":\"x\"}", "{\"a\":2,\"b\":\"X\"}", "{\"b\":null}", "[1,2]"),
        RAW("raw", "\"AP8=\"", "\"AQ==\"");

        public final String title;
        public final List<String> values;

        Column(String title, String... values) {
            this.title = title;
            this.values = List.of(values);
        }
    }

    private SampleRows() {}

    /** The model that they are of, as YAML. */
    public static String model() {
        try (InputStream in = SampleRows.class.getResourceAsStream("samples.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of each table as JSON, in the order in which they can be inserted. */
    public static Map<String, String> byTable() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "makers",
                """
                [{"id":1,"name":"Foo","country":"DE"},{"id":2,"name":"bar","country":null},
                 {"id":3,"name":"Bar","country":"FR"},{"id":4,"name":"None","country":"DE"}]
                """);
        rows.put(
                "parts",
                """
                [{"code":"a","title":"one","maker":1},{"code":"A","title":null,"maker":2},
                 {"code":"B-1","title":"Two","maker":null},{"code":"b 2","title":"two","maker":2},
                 {"code":"é","title":"one","maker":3},{"code":"z","title":null,"maker":null}]
                """);
        rows.put("samples", samples());
        rows.put("codes", "[{\"code\":\"x\",\"label\":null},{\"code\":\"y\",\"label\":\"l\"}]");
        rows.put("loose", "[{\"line\":\"one\",\"level\":1},{\"line\":\"two\",\"level\":2}]");
        return rows;
    }

    private static String samples() {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        for (String part : PARTS) {
            for (int number = 1; number <= NUMBERS; number++) {
                StringBuilder row = new StringBuilder();
                row.append("{\"part\":\"").append(part).append("\",\"number\":").append(number);
                for (Column column : Column.values()) {
                    int chosen = random.nextInt(column.values.size() + 2);
                    String value =
                            chosen < column.values.size() ? column.values.get(chosen) : "null";
                    row.append(",\"").append(column.title).append("\":").append(value);
                }
                rows.add(row.append('}').toString());
            }
        }
        return rows.toString();
    }
}
