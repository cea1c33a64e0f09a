package dev.plinth.schema.convert.quick;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.convert.sketch.TableSketch.RelationSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.IntegerType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the shorthand, in the manner of Quick SQL: a line is a table; the lines indented below it
 * are its columns; of these, one that has lines below it again is a table that belongs to it.
 *
 * <pre>
 * departments
 *   name /nn
 *   employees
 *     name vc50 /nn
 *     email /unique
 *     hired date
 *     status /check new, busy, gone
 * </pre>
 */
public final class QuickReader {
    /** What other tools do by directives that mean nothing to a model. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "api",
                    "audit",
                    "auditcols",
                    "colprefix",
                    "compress",
                    "compressed",
                    "rest",
                    "soda",
                    "trans",
                    "unaudited",
                    "hidden",
                    "pctfree",
                    "flashback",
                    "history");

    private static final int MOST_ROWS = 1000;

    private final Sketch sketch = new Sketch();
    private final List<QuickLine> lines;
    private final List<Pending> pending = new ArrayList<>();

    private QuickReader(String text) {
        this.lines = QuickLine.of(text);
    }

    /** A column that points at a table by its name, to be settled when all tables are known. */
    private record Pending(
            TableSketch table, ColumnSketch column, String target, Action onDelete) {}

    private record Level(int indent, TableSketch table) {}

    public static Sketch read(String text) {
        return new QuickReader(text).read();
    }

    private Sketch read() {
        Deque<Level> open = new ArrayDeque<>();
        for (int i = 0; i < lines.size(); i++) {
            QuickLine line = lines.get(i);
            while (!open.isEmpty() && open.peek().indent() >= line.indent()) {
                open.pop();
            }
            boolean hasChildren = i + 1 < lines.size() && lines.get(i + 1).indent() > line.indent();
            if (line.words().toLowerCase(Locale.ROOT).startsWith("view ")) {
                sketch.problems.add(
                        ConversionCode.LEFT_OUT.warning(
                                line.number(), "Views are not read from the shorthand."));
            } else if (open.isEmpty() || hasChildren) {
                open.push(new Level(line.indent(), table(line, open)));
            } else {
                column(open.peek().table(), line);
            }
        }
        sketch.tables.forEach(TableSketch::addKey);
        pending.forEach(this::relate);
        return sketch;
    }

    private TableSketch table(QuickLine line, Deque<Level> open) {
        TableSketch table = sketch.begin(TableName.of(name(line.words())), line.number());
        table.comment = line.comment();
        Action onDelete =
                line.directives().containsKey("cascade") ? Action.CASCADE : Action.NO_ACTION;
        if (!open.isEmpty()) {
            TableName parent = open.peek().table().name;
            ColumnSketch column = new ColumnSketch(one(parent.name()) + "_id", line.number());
            column.required = true;
            table.columns.add(column);
            pending.add(new Pending(table, column, parent.name(), onDelete));
        }
        String rows = line.directives().getOrDefault("insert", "0");
        if (rows.matches("\\d{1,4}")) {
            table.sampleRows = Math.min(Integer.parseInt(rows), MOST_ROWS);
        } else {
            sketch.problems.add(
                    ConversionCode.SYNTAX.warning(
                            line.number(), "After /insert comes the number of rows: 20."));
        }
        for (String directive : line.directives().keySet()) {
            if (!ELSEWHERE.contains(directive)
                    && !directive.equals("cascade")
                    && !directive.equals("insert")) {
                unknown(line, directive);
            }
        }
        return table;
    }

    private void column(TableSketch table, QuickLine line) {
        QuickType type = QuickType.of(line.words());
        ColumnSketch column = new ColumnSketch(name(type.name()), line.number());
        column.type = type.type();
        column.comment = line.comment();
        table.columns.add(column);
        boolean related = false;
        for (var directive : line.directives().entrySet()) {
            String value = directive.getValue();
            switch (directive.getKey()) {
                case "nn", "notnull", "required" -> column.required = true;
                case "pk" -> {
                    table.key.add(column.name);
                    column.required = true;
                }
                case "unique", "uk" ->
                        table.uniques.add(new UniqueSketch("", List.of(column.name)));
                case "index", "idx", "indexed" ->
                        table.indexes.add(new IndexSketch("", List.of(column.name), false));
                case "default" -> column.value = type.defaultValue(value);
                case "check", "values" -> column.options = options(value);
                case "between" -> between(table, column, line, value);
                case "fk", "references", "reference" -> {
                    related = true;
                    boolean cascade = line.directives().containsKey("cascade");
                    Action action = cascade ? Action.CASCADE : Action.NO_ACTION;
                    pending.add(new Pending(table, column, name(value), action));
                }
                case "cascade", "setnull", "lower", "upper" -> {}
                default -> {
                    if (!ELSEWHERE.contains(directive.getKey())) {
                        unknown(line, directive.getKey());
                    }
                }
            }
        }
        if (!related && !type.given() && column.name.endsWith("_id")) {
            String target = column.name.substring(0, column.name.length() - "_id".length());
            pending.add(new Pending(table, column, target, Action.NO_ACTION));
        }
    }

    private void unknown(QuickLine line, String directive) {
        sketch.problems.add(
                ConversionCode.UNKNOWN_WORD.warning(
                        line.number(), "\"/" + directive + "\" means nothing here."));
    }

    private void between(TableSketch table, ColumnSketch column, QuickLine line, String value) {
        String[] ends = value.split("(?i)\\s+and\\s+");
        boolean numbers =
                ends.length == 2
                        && ends[0].matches("-?\\d+(\\.\\d+)?")
                        && ends[1].matches("-?\\d+(\\.\\d+)?");
        if (!numbers) {
            sketch.problems.add(
                    ConversionCode.SYNTAX.warning(
                            line.number(), "After /between come two numbers: 1 and 10."));
            return;
        }
        table.checks.add(
                new TableSketch.CheckSketch(
                        table.name.name() + "_" + column.name + "_range",
                        column.name + " >= " + ends[0] + " && " + column.name + " <= " + ends[1],
                        true));
    }

    private static List<String> options(String value) {
        List<String> options = new ArrayList<>();
        for (String option : value.split(",")) {
            String bare = option.strip().replaceFirst("^'(.*)'$", "$1");
            if (!bare.isEmpty() && !options.contains(bare)) {
                options.add(bare);
            }
        }
        return options;
    }

    /** A table of the very name, or of one that is the same in the plural. */
    private void relate(Pending wish) {
        Optional<TableSketch> target =
                sketch.tables.stream()
                        .filter(t -> one(t.name.name()).equals(one(wish.target())))
                        .findFirst();
        if (target.isEmpty()) {
            if (!wish.column().name.equals(wish.target() + "_id")) {
                sketch.problems.add(
                        ConversionCode.UNKNOWN_TABLE.warning(
                                wish.column().line,
                                "There is no table \"" + wish.target() + "\"."));
            }
            return;
        }
        List<String> key = target.get().key;
        if (key.size() != 1) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TABLE.warning(
                            wish.column().line,
                            "\"" + target.get().name + "\" has a key of several columns."));
            return;
        }
        wish.column().type =
                target.get().column(key.getFirst()).map(c -> c.type).orElse(IntegerType.BIG);
        wish.table()
                .relations
                .add(
                        new RelationSketch(
                                "",
                                List.of(wish.column().name),
                                target.get().name,
                                List.of(),
                                wish.onDelete(),
                                Action.NO_ACTION,
                                wish.column().line));
    }

    /** {@code Cost Center} is {@code cost_center}. */
    private static String name(String words) {
        return words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    /** {@code categories} is {@code category}. */
    private static String one(String plural) {
        if (plural.endsWith("ies") && plural.length() > 4) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("sses") || plural.endsWith("xes") || plural.endsWith("ches")) {
            return plural.substring(0, plural.length() - 2);
        }
        boolean plain = plural.endsWith("s") && !plural.endsWith("ss") && !plural.endsWith("us");
        return plain ? plural.substring(0, plural.length() - 1) : plural;
    }
}
