package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.CheckSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.convert.sketch.TableSketch.PartSketch;
import dev.plinth.schema.convert.sketch.TableSketch.RelationSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.convert.sql.SqlLike.Part;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the brackets of a table, or is added to it: columns, constraints. */
final class SqlElements {
    private static final Set<String> ELSE = Set.of("EXCLUDE", "FULLTEXT", "SPATIAL", "PERIOD");

    /** Changes that are about who owns a table and how it is kept. */
    private static final Set<String> ASIDE =
            Set.of(
                    "OWNER",
                    "CLUSTER",
                    "REPLICA",
                    "SET",
                    "RESET",
                    "CHECK",
                    "NOCHECK",
                    "LOCK",
                    "ENGINE",
                    "AUTO_INCREMENT",
                    "ORDER",
                    "VALIDATE",
                    "RESTART",
                    "NOPARALLEL",
                    "LOGGING",
                    "STATISTICS",
                    "VOLATILE",
                    "NOT");

    private static final Pattern NAMED =
            Pattern.compile("(?s)'((?:[^']|'')+)' IS NULL OR \\((.*)\\)");

    final SqlNames names;
    private final Sketch sketch;
    private final TableSketch table;
    private final SqlTypes types;

    SqlElements(Sketch sketch, TableSketch table, SqlNames names, SqlTypes types) {
        this.sketch = sketch;
        this.table = table;
        this.names = names;
        this.types = types;
    }

    /** Names of columns in brackets. */
    static List<String> columns(Words words, SqlNames names) {
        return Words.split(words.script(), words.inBrackets(), ",").stream()
                .map(part -> names.name(part.next()))
                .toList();
    }

    void add(Words words) {
        int line = words.line();
        String name = "";
        if (words.take("CONSTRAINT")) {
            boolean unnamed = words.isNext("PRIMARY") || words.isNext("FOREIGN");
            name = unnamed ? "" : names.last(words);
        }
        if (words.isNext("LIKE")) {
            like(words, line);
        } else if (words.take("PRIMARY", "KEY")) {
            words.skipTo("(");
            table.key = new ArrayList<>(columns(words, names));
            table.keyName = named(name);
            table.key.forEach(k -> table.column(k).ifPresent(c -> c.required = true));
        } else if (words.take("FOREIGN", "KEY")) {
            words.skipTo("(");
            List<String> columns = columns(words, names);
            words.skipTo("REFERENCES");
            references(words, name, columns, line);
        } else if (words.take("CHECK")) {
            check(name, words.written(words.inBrackets()));
        } else if (words.isNext("UNIQUE") && !isColumn(words)) {
            words.take("UNIQUE");
            String own = words.take("KEY") || words.take("INDEX") ? index(words) : "";
            boolean distinct = !words.take("NULLS", "NOT", "DISTINCT");
            words.skipTo("(");
            List<String> columns = columns(words, names);
            distinct &= !words.take("NULLS", "NOT", "DISTINCT");
            table.uniques.add(
                    new UniqueSketch(
                            own.isEmpty() ? name : own, columns, distinct, deferral(words)));
        } else if (words.take("DEFAULT")) {
            defaultFor(words);
        } else if ((words.isNext("KEY") || words.isNext("INDEX")) && !isColumn(words)) {
            words.next();
            String own = index(words);
            words.skipTo("(");
            List<PartSketch> parts = new ArrayList<>();
            for (Words part : Words.split(words.script(), words.inBrackets(), ",")) {
                boolean bare = part.peek().isName() && !part.isNext("(");
                String column = bare ? names.name(part.next()) : "";
                boolean plain =
                        bare && (part.isDone() || !part.isNext("(") || part.isNumberInBrackets());
                parts.add(
                        plain
                                ? new PartSketch(column, "", part.endsIn("DESC"))
                                : new PartSketch("", part.expression(), part.endsIn("DESC")));
            }
            table.indexes.add(new IndexSketch(own, parts, false, "", List.of(), ""));
        } else if (words.isAny(ELSE) && !isColumn(words)) {
            leftOut("\"" + words.peek().text() + "\" of the table \"" + table.name + "\"", line);
        } else {
            column(words, line);
        }
    }

    /** The table, or what is said of it from here on, is like another one. */
    void like(Words words, int line) {
        words.take("LIKE");
        TableName other = names.table(words);
        Optional<TableSketch> from = sketch.table(other).filter(t -> t != table);
        if (from.isEmpty()) {
            leftOut("What \"" + table.name + "\" has of \"" + other + "\"", line);
            return;
        }
        Set<Part> parts = SqlLike.parts(words, types.own.likeTakesAll());
        SqlLike.copy(from.get(), table, parts, line);
    }

    /** The primary key's usual name says nothing. */
    private String named(String name) {
        boolean usual =
                name.equalsIgnoreCase(table.name.name() + "_pkey")
                        || name.equalsIgnoreCase("PRIMARY");
        return usual ? "" : name;
    }

    private String index(Words words) {
        return words.isNext("(") || words.isNext("USING") || words.isDone()
                ? ""
                : names.name(words.next());
    }

    /** A column may be called key or index; then a type follows that is no name in brackets. */
    private static boolean isColumn(Words words) {
        return words.isFollowedByType();
    }

    private void column(Words words, int line) {
        ColumnSketch column = new ColumnSketch(names.name(words.next()), line);
        table.columns.add(column);
        SqlColumn definition = new SqlColumn(this, types, column);
        definition.read(words);
        if (!definition.typed) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TYPE.warning(
                            line,
                            "\""
                                    + column.name
                                    + "\" has no type; it became "
                                    + column.type.text()
                                    + "."));
        }
    }

    /** One of the changes of ALTER TABLE. */
    void change(Words action, int line) {
        if (action.take("ADD")) {
            if (action.isNext("(")) {
                Words.split(action.script(), action.inBrackets(), ",").forEach(this::add);
            } else {
                action.take("COLUMN");
                action.take("IF", "NOT", "EXISTS");
                add(action);
            }
        } else if (action.take("MODIFY") || action.take("ALTER") || action.take("CHANGE")) {
            action.take("COLUMN");
            if (action.isNext("(")) {
                Words.split(action.script(), action.inBrackets(), ",")
                        .forEach(w -> changed(w, line));
            } else {
                changed(action, line);
            }
        } else if (action.isNext("ENABLE") || action.isNext("DISABLE") || action.isNext("FORCE")) {
            if (action.has("SECURITY") || action.has("RULE")) {
                leftOut("\"" + action.beginning() + "\" of \"" + table.name + "\"", line);
            }
        } else if (!action.isAny(ASIDE)) {
            leftOut("\"" + action.beginning() + "\" of \"" + table.name + "\"", line);
        }
    }

    /** What is said later about a column: that it is numbered, mostly. */
    private void changed(Words words, int line) {
        String name = names.name(words.next());
        Optional<ColumnSketch> found = table.column(name);
        if (found.isEmpty()) {
            leftOut("A change of \"" + name + "\", which \"" + table.name + "\" lacks,", line);
            return;
        }
        ColumnSketch column = found.get();
        if (words.take("SET", "NOT", "NULL")) {
            column.required = true;
        } else if (words.take("DROP", "NOT", "NULL")) {
            column.required = false;
        } else if (words.take("SET", "DEFAULT")) {
            SqlDefault.read(words, SqlColumn.defaultText(words), column, types.own);
        } else if (words.take("DROP", "DEFAULT")) {
            column.value = null;
        } else if (words.isNext("SET") || words.isNext("RESTART") || words.isNext("DROP")) {
            boolean type = words.take("SET", "DATA", "TYPE");
            if (type) {
                types.read(words, column);
            } else if (words.isNext("DROP")) {
                leftOut("\"" + words.beginning() + "\" of \"" + name + "\"", line);
            }
        } else {
            words.take("ADD");
            words.take("TYPE");
            boolean required = column.required;
            new SqlColumn(this, types, column).read(words);
            column.required |= required;
        }
    }

    /** Of SQL Server: a constraint that fills a column. */
    private void defaultFor(Words words) {
        List<SqlToken> text = SqlColumn.defaultText(words);
        if (words.take("FOR")) {
            String name = names.name(words.next());
            table.column(name).ifPresent(c -> SqlDefault.read(words, text, c, types.own));
        }
    }

    void key(ColumnSketch column, String name) {
        table.key = new ArrayList<>(List.of(column.name));
        table.keyName = named(name);
        column.required = true;
    }

    void unique(ColumnSketch column, String name, Words words) {
        table.uniques.add(new UniqueSketch(name, List.of(column.name), true, deferral(words)));
    }

    /** DuckDB's checks have no names; Plinth writes them into the condition. */
    void check(String name, String condition) {
        Matcher named = NAMED.matcher(condition);
        if (name.isEmpty() && named.matches()) {
            table.checks.add(
                    new CheckSketch(named.group(1).replace("''", "'"), named.group(2), false));
            return;
        }
        table.checks.add(new CheckSketch(name, condition, false));
    }

    /** From the word REFERENCES on. */
    void references(Words words, String name, List<String> columns, int line) {
        words.take("REFERENCES");
        TableName target = names.table(words);
        List<String> targetColumns = words.isNext("(") ? columns(words, names) : List.of();
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
                new RelationSketch(
                        name,
                        columns,
                        target,
                        targetColumns,
                        onDelete,
                        onUpdate,
                        deferral(words),
                        line));
    }

    private static Deferral deferral(Words words) {
        while (words.take("NOCHECK") || words.take("USING", "INDEX")) {
            // What comes before it in some databases.
        }
        if (words.take("NOT", "DEFERRABLE")) {
            words.take("INITIALLY", "IMMEDIATE");
            return Deferral.NONE;
        }
        boolean first = words.take("INITIALLY", "DEFERRED");
        boolean said = words.take("DEFERRABLE");
        if (first || words.take("INITIALLY", "DEFERRED")) {
            return Deferral.DEFERRED;
        }
        words.take("INITIALLY", "IMMEDIATE");
        return said || words.take("DEFERRABLE") ? Deferral.IMMEDIATE : Deferral.NONE;
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

    void leftOut(String what, int line) {
        sketch.problems.add(ConversionCode.LEFT_OUT.warning(line, what + " was left out."));
    }

    /** Tells what would be said of every column alike. */
    void once(String sentence, int line) {
        if (sketch.problems.stream().map(Problem::message).noneMatch(sentence::equals)) {
            sketch.problems.add(ConversionCode.LEFT_OUT.warning(line, sentence));
        }
    }
}
