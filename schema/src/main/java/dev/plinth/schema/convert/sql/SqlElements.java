package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.CheckSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.convert.sketch.TableSketch.RelationSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what stands between the brackets of a table: columns and constraints. */
final class SqlElements {
    private final Sketch sketch;
    private final TableSketch table;
    private final SqlNames names;
    private final Map<String, List<String>> enums;

    /**
     * @param enums values of types that the script makes, by name
     */
    SqlElements(Sketch sketch, TableSketch table, SqlNames names, Map<String, List<String>> enums) {
        this.sketch = sketch;
        this.table = table;
        this.names = names;
        this.enums = enums;
    }

    /**
     * Columns in brackets.
     *
     * @param plain whether they are nothing but columns
     */
    record Columns(List<String> names, boolean plain) {}

    static Columns columns(Words words, SqlNames names) {
        List<String> columns = new ArrayList<>();
        boolean plain = true;
        for (Words part : Words.split(words.script(), words.inBrackets(), ",")) {
            columns.add(names.name(part.next()));
            if (part.isNext("(")) {
                // Of MySQL, how much of a text is in an index; of others, an expression.
                plain &= part.inBrackets().stream().allMatch(t -> t.text().matches("\\d+"));
            }
            part.take("ASC");
            plain &= part.isDone() || part.take("DESC") && part.isDone();
        }
        return new Columns(columns, plain);
    }

    void add(Words words) {
        int line = words.line();
        String name = "";
        if (words.take("CONSTRAINT")) {
            name = names.name(words.next());
        }
        if (words.take("PRIMARY", "KEY")) {
            words.skipTo("(");
            table.key = new ArrayList<>(columns(words, names).names());
            table.key.forEach(k -> table.column(k).ifPresent(c -> c.required = true));
        } else if (words.take("FOREIGN", "KEY")) {
            words.skipTo("(");
            List<String> columns = columns(words, names).names();
            words.skipTo("REFERENCES");
            references(words, name, columns, line);
        } else if (words.isNext("CHECK")) {
            words.take("CHECK");
            table.checks.add(new CheckSketch(name, words.written(words.inBrackets()), false));
        } else if (words.isNext("UNIQUE")) {
            words.take("UNIQUE");
            String own = words.take("KEY") || words.take("INDEX") ? named(words) : "";
            words.skipTo("(");
            table.uniques.add(
                    new UniqueSketch(own.isEmpty() ? name : own, columns(words, names).names()));
        } else if (isIndex(words)) {
            words.next();
            String own = named(words);
            words.skipTo("(");
            table.indexes.add(new IndexSketch(own, columns(words, names).names(), false));
        } else if (isElse(words)) {
            sketch.problems.add(
                    ConversionCode.LEFT_OUT.warning(
                            line,
                            "\""
                                    + words.peek().text()
                                    + "\" of the table \""
                                    + table.name
                                    + "\" was left out."));
        } else {
            column(words, line);
        }
    }

    private String named(Words words) {
        return words.isNext("(") || words.isDone() ? "" : names.name(words.next());
    }

    /** A column may be called key or index; then a type follows, and no brackets. */
    private static boolean isIndex(Words words) {
        return words.isNext("KEY") || words.isNext("INDEX");
    }

    private static boolean isElse(Words words) {
        return words.isNext("EXCLUDE")
                || words.isNext("FULLTEXT")
                || words.isNext("SPATIAL")
                || words.isNext("LIKE")
                || words.isNext("PERIOD");
    }

    private void column(Words words, int line) {
        ColumnSketch column = new ColumnSketch(names.name(words.next()), line);
        table.columns.add(column);
        new SqlColumn(sketch, this, enums, column).read(words);
    }

    /** What MODIFY and ALTER COLUMN say later about a column: that it is numbered, mostly. */
    void changed(Words words) {
        String name = names.name(words.next());
        table.column(name)
                .ifPresent(
                        c -> {
                            String text =
                                    words.written(words.rest()).toUpperCase(java.util.Locale.ROOT);
                            if (text.contains("AUTO_INCREMENT")
                                    || text.contains("NEXTVAL(")
                                    || text.contains("AS IDENTITY")) {
                                SqlReader.number(c);
                            }
                        });
    }

    void key(ColumnSketch column) {
        table.key = new ArrayList<>(List.of(column.name));
        column.required = true;
    }

    void unique(ColumnSketch column, String name) {
        table.uniques.add(new UniqueSketch(name, List.of(column.name)));
    }

    void check(String name, String condition) {
        table.checks.add(new CheckSketch(name, condition, false));
    }

    /** From the word REFERENCES on. */
    void references(Words words, String name, List<String> columns, int line) {
        words.take("REFERENCES");
        TableName target = names.table(words);
        List<String> targetColumns = words.isNext("(") ? columns(words, names).names() : List.of();
        Action onDelete = Action.NO_ACTION;
        Action onUpdate = Action.NO_ACTION;
        while (words.isNext("ON", "DELETE")
                || words.isNext("ON", "UPDATE")
                || words.isNext("MATCH")) {
            if (words.take("MATCH")) {
                words.next();
            } else if (words.take("ON", "DELETE")) {
                onDelete = action(words);
            } else {
                words.take("ON", "UPDATE");
                onUpdate = action(words);
            }
        }
        table.relations.add(
                new RelationSketch(name, columns, target, targetColumns, onDelete, onUpdate, line));
    }

    private static Action action(Words words) {
        if (words.take("CASCADE")) {
            return Action.CASCADE;
        }
        if (words.take("RESTRICT")) {
            return Action.RESTRICT;
        }
        if (words.take("SET", "NULL")) {
            return Action.SET_NULL;
        }
        if (words.take("SET", "DEFAULT")) {
            return Action.SET_DEFAULT;
        }
        words.take("NO", "ACTION");
        return Action.NO_ACTION;
    }

    /** What a default or a type says, as it was written. */
    static String written(Words words, List<SqlToken> part) {
        return words.written(part);
    }
}
