package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.TableName;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tables, keys, relations, indexes and comments that a script makes. */
public final class SqlReader {
    /** What makes something else than tables; the rest of a script says nothing about structure. */
    private static final Set<String> TOLD =
            Set.of("VIEW", "FUNCTION", "PROCEDURE", "TRIGGER", "MATERIALIZED", "PACKAGE", "RULE");

    private final Sketch sketch = new Sketch();
    private final Map<String, List<String>> enums = new HashMap<>();
    private final SqlNames names;

    private SqlReader(String dialect) {
        this.names = new SqlNames(dialect);
    }

    /**
     * @param dialect whose SQL it is
     */
    public static Sketch read(String dialect, String text) {
        SqlReader reader = new SqlReader(dialect);
        List<Words> statements = SqlScript.statements(dialect, text);
        statements.forEach(reader::type);
        SqlScript.statements(dialect, text).forEach(reader::statement);
        return reader.sketch;
    }

    /** Types come first: a dump may name them before it makes them. */
    private void type(Words words) {
        if (words.take("CREATE", "TYPE")) {
            TableName name = names.table(words);
            if (words.take("AS", "ENUM")) {
                enums.put(
                        name.name().toLowerCase(Locale.ROOT),
                        words.inBrackets().stream()
                                .filter(words::isText)
                                .map(SqlToken::text)
                                .toList());
            }
        }
    }

    private void statement(Words words) {
        if (words.isNext("ALTER", "TABLE")) {
            alter(words);
        } else if (words.isNext("COMMENT", "ON")) {
            comment(words);
        } else if (words.take("CREATE")) {
            words.take("OR", "REPLACE");
            while (!words.isDone() && isAside(words)) {
                words.next();
            }
            if (words.take("TABLE")) {
                create(words);
            } else if (words.isNext("INDEX") || words.isNext("UNIQUE")) {
                index(words);
            } else if (TOLD.contains(words.peek().text().toUpperCase(Locale.ROOT))) {
                String kind = words.next().text().toLowerCase(Locale.ROOT);
                leftOut(words, "A " + kind);
            }
        }
    }

    private static boolean isAside(Words words) {
        return words.isNext("GLOBAL")
                || words.isNext("TEMPORARY")
                || words.isNext("TEMP")
                || words.isNext("UNLOGGED")
                || words.isNext("FOREIGN")
                || words.isNext("CACHED")
                || words.isNext("MEMORY")
                || words.isNext("DEFINER");
    }

    private void leftOut(Words words, String what) {
        sketch.problems.add(ConversionCode.LEFT_OUT.warning(words.line(), what + " was left out."));
    }

    private void create(Words words) {
        words.take("IF", "NOT", "EXISTS");
        int line = words.line();
        TableName name = names.table(words);
        if (!words.isNext("(")) {
            leftOut(words, "\"" + name + "\", which is made of another table,");
            return;
        }
        TableSketch table = sketch.begin(name, line);
        SqlElements elements = new SqlElements(sketch, table, names, enums);
        Words.split(words.script(), words.inBrackets(), ",").forEach(elements::add);
        while (!words.isDone()) {
            if (words.take("COMMENT")) {
                words.take("=");
                table.comment = words.next().text();
            } else {
                words.next();
            }
        }
    }

    private void alter(Words words) {
        words.take("ALTER", "TABLE");
        words.take("IF", "EXISTS");
        words.take("ONLY");
        Optional<TableSketch> table = sketch.table(names.table(words));
        if (table.isEmpty()) {
            return;
        }
        words.take("WITH", "CHECK");
        words.take("WITH", "NOCHECK");
        SqlElements elements = new SqlElements(sketch, table.get(), names, enums);
        for (Words action : Words.split(words.script(), words.rest(), ",")) {
            if (action.take("ADD")) {
                if (action.isNext("(")) {
                    Words.split(action.script(), action.inBrackets(), ",").forEach(elements::add);
                } else {
                    action.take("COLUMN");
                    elements.add(action);
                }
            } else if (action.take("MODIFY") || action.take("ALTER")) {
                action.take("COLUMN");
                elements.changed(action);
            }
        }
    }

    private void index(Words words) {
        boolean unique = words.take("UNIQUE");
        words.skipTo("INDEX");
        words.next();
        words.take("CONCURRENTLY");
        words.take("IF", "NOT", "EXISTS");
        String name = words.isNext("ON") ? "" : names.table(words).name();
        words.take("ON");
        words.take("ONLY");
        Optional<TableSketch> table = sketch.table(names.table(words));
        words.skipTo("(");
        SqlElements.Columns columns = SqlElements.columns(words, names);
        boolean partial = words.skipTo("WHERE");
        if (table.isEmpty() || !columns.plain() || partial) {
            leftOut(words, "The index \"" + name + "\", of more than columns,");
        } else {
            table.get().indexes.add(new IndexSketch(name, columns.names(), unique));
        }
    }

    private void comment(Words words) {
        words.take("COMMENT", "ON");
        if (words.take("TABLE")) {
            Optional<TableSketch> table = sketch.table(names.table(words));
            words.take("IS");
            table.ifPresent(t -> t.comment = words.next().text());
        } else if (words.take("COLUMN")) {
            List<String> path = names.path(words);
            words.take("IS");
            String text = words.next().text();
            if (path.size() >= 2) {
                sketch.table(names.named(path.subList(0, path.size() - 1)))
                        .flatMap(t -> t.column(path.getLast()))
                        .ifPresent((ColumnSketch c) -> c.comment = text);
            }
        }
    }

    /** Rows are numbered by the database. */
    static void number(ColumnSketch column) {
        column.identity = Identity.BY_DEFAULT;
        column.value = null;
        column.required = true;
    }
}
