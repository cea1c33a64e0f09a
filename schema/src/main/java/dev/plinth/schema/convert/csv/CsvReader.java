package dev.plinth.schema.convert.csv;

import dev.plinth.schema.convert.csv.CsvLines.Line;
import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.IntegerType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/** Reads a table from rows of text: names from the first line, types from the values below. */
public final class CsvReader {
    private static final int RAGGED_TOLD = 3;

    private CsvReader() {}

    /**
     * @param name of the file; the table is named by it
     */
    public static Sketch read(String name, String text) {
        Sketch sketch = new Sketch();
        table(sketch, name, CsvLines.of(text));
        return sketch;
    }

    /**
     * Adds the table of a sheet.
     *
     * @param rows by their numbers, the headings first
     */
    public static void table(Sketch sketch, String name, SortedMap<Integer, List<String>> rows) {
        table(
                sketch,
                name.replace('.', ' '),
                rows.entrySet().stream()
                        .map(r -> new Line(r.getKey(), r.getValue()))
                        .filter(l -> !l.isEmpty())
                        .toList());
    }

    private static void table(Sketch sketch, String name, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        TableSketch table = sketch.begin(TableName.of(tableName(name)), 1);
        List<String> names = columnNames(lines.getFirst());
        List<Line> rows = lines.subList(1, lines.size());
        tellRagged(sketch, names.size(), rows);
        for (int i = 0; i < names.size(); i++) {
            List<String> values = column(rows, i);
            ColumnSketch column = new ColumnSketch(names.get(i), lines.getFirst().line());
            column.type = ValueKind.of(values);
            column.required = !rows.isEmpty() && values.stream().noneMatch(String::isEmpty);
            table.columns.add(column);
        }
        key(table, rows);
    }

    private static List<String> column(List<Line> rows, int at) {
        return rows.stream()
                .map(r -> at < r.values().size() ? r.values().get(at).strip() : "")
                .toList();
    }

    private static void tellRagged(Sketch sketch, int columns, List<Line> rows) {
        List<Line> ragged = rows.stream().filter(r -> r.values().size() != columns).toList();
        ragged.stream()
                .limit(RAGGED_TOLD)
                .forEach(
                        r ->
                                sketch.problems.add(
                                        ConversionCode.RAGGED.warning(
                                                r.line(),
                                                "There are "
                                                        + r.values().size()
                                                        + " values for "
                                                        + columns
                                                        + " columns.")));
    }

    /** The first column, if it tells the rows apart and looks like a key; else a new number. */
    private static void key(TableSketch table, List<Line> rows) {
        ColumnSketch first = table.columns.getFirst();
        String name = first.name.toLowerCase(Locale.ROOT);
        List<String> values = column(rows, 0);
        boolean distinct = new HashSet<>(values).size() == values.size();
        boolean named =
                name.equals("id")
                        || name.endsWith("_id")
                        || name.equals("code")
                        || name.equals("key")
                        || name.equals("uuid");
        if (first.required && distinct && named) {
            table.key.add(first.name);
            if (first.type instanceof IntegerType) {
                first.type = IntegerType.BIG;
                first.identity = Identity.BY_DEFAULT;
            }
        } else {
            table.addKey();
        }
    }

    private static List<String> columnNames(Line header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String heading : header.values()) {
            String name = name(heading);
            String base = name.isEmpty() ? "column_" + (names.size() + 1) : name;
            String free = base;
            for (int i = 2; !taken.add(free); i++) {
                free = base + "_" + i;
            }
            names.add(free);
        }
        return names;
    }

    private static String tableName(String file) {
        String bare = file.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[A-Za-z0-9]+$", "");
        String name = name(bare);
        return name.isEmpty() ? "rows" : name;
    }

    /** {@code Order No.} is {@code order_no}. */
    private static String name(String heading) {
        return heading.strip()
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
    }
}
