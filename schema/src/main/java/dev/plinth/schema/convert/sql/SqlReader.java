package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.TableName;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the tables, keys, relations, indexes and comments that a script makes. What it makes
 * besides is told with its line; what says nothing about structure is passed over.
 */
public final class SqlReader {
    private static final Set<String> SESSION =
            Set.of(
                    "SET",
                    "USE",
                    "START",
                    "BEGIN",
                    "COMMIT",
                    "ROLLBACK",
                    "END",
                    "LOCK",
                    "UNLOCK",
                    "PRAGMA",
                    "SELECT",
                    "ANALYZE",
                    "VACUUM",
                    "CONNECT",
                    "DISCONNECT",
                    "TERMINATE",
                    "PRINT",
                    "DECLARE",
                    "CHECKPOINT",
                    "SAVEPOINT",
                    "RELEASE",
                    "RECONNECT",
                    "IF");
    private static final Set<String> ROWS =
            Set.of("INSERT", "COPY", "LOAD", "UPDATE", "DELETE", "MERGE", "REPLACE");
    private static final Set<String> RIGHTS = Set.of("GRANT", "REVOKE", "DENY");
    private static final Set<String> ASIDE =
            Set.of(
                    "GLOBAL",
                    "LOCAL",
                    "TEMPORARY",
                    "TEMP",
                    "UNLOGGED",
                    "FOREIGN",
                    "CACHED",
                    "MEMORY",
                    "TEXT",
                    "COLUMN",
                    "ROW",
                    "EDITIONABLE",
                    "NONEDITIONABLE",
                    "FORCE");

    /** What a change of a table begins with. */
    private static final Set<String> VERBS =
            Set.of(
                    "ADD",
                    "DROP",
                    "ALTER",
                    "MODIFY",
                    "CHANGE",
                    "RENAME",
                    "ENABLE",
                    "DISABLE",
                    "FORCE",
                    "OWNER",
                    "CLUSTER",
                    "SET",
                    "ENGINE",
                    "AUTO_INCREMENT",
                    "ALGORITHM",
                    "LOCK",
                    "COMMENT",
                    "CONVERT",
                    "ORDER");

    private static final Set<String> OF_INDEXES =
            Set.of(
                    "UNIQUE",
                    "INDEX",
                    "CLUSTERED",
                    "NONCLUSTERED",
                    "BITMAP",
                    "DESC",
                    "DESCENDING",
                    "ASC",
                    "ASCENDING",
                    "HASH",
                    "FULLTEXT",
                    "SPATIAL");

    private final Sketch sketch = new Sketch();
    private final Set<String> told = new HashSet<>();
    private final SqlNames names;
    private final SqlTypes types;

    private SqlReader(Dialect dialect) {
        this.names = new SqlNames(dialect);
        this.types = new SqlTypes(dialect, sketch);
    }

    /** Reads what the database of that dialect would understand. */
    public static Sketch read(Dialect dialect, String text) {
        SqlReader reader = new SqlReader(dialect);
        reader.schema(SqlScript.statements(dialect, text));
        // Types come first: a dump may name them before it makes them.
        SqlScript.statements(dialect, text).forEach(w -> reader.types.define(w, reader.names));
        SqlScript.statements(dialect, text).forEach(reader::statement);
        reader.sketch.tables.forEach(t -> t.columns.forEach(reader.types.own::unmark));
        return reader.sketch;
    }

    /** When all tables are said to lie in one schema. */
    private void schema(List<Words> statements) {
        Set<String> schemas =
                statements.stream()
                        .filter(this::isTable)
                        .map(w -> names.table(w).schema())
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.toSet());
        if (schemas.size() == 1) {
            schemas.forEach(names::isOwn);
        }
    }

    /** Whether the statement makes a table; goes to its name. */
    private boolean isTable(Words words) {
        if (!words.take("CREATE")) {
            return false;
        }
        words.take("OR", "REPLACE");
        while (words.isAny(ASIDE)) {
            words.next();
        }
        boolean table = words.take("TABLE");
        words.take("IF", "NOT", "EXISTS");
        return table;
    }

    private void statement(Words words) {
        int line = words.line();
        if (words.isNext("ALTER", "TABLE")) {
            alter(words);
        } else if (words.isNext("COMMENT", "ON")) {
            comment(words);
        } else if (words.take("EXEC") || words.take("EXECUTE")) {
            call(words, line);
        } else if (words.take("CREATE")) {
            words.take("OR", "REPLACE");
            words.take("OR", "ALTER");
            while (words.isAny(ASIDE) && !words.isNext("FOREIGN", "DATA")) {
                words.next();
            }
            if (words.take("TABLE")) {
                create(words);
            } else if (words.isAny(OF_INDEXES)) {
                new SqlIndex(sketch, names).read(words);
            } else if (!types.isDefined(words)) {
                made(words, line);
            }
        } else if (words.isAny(ROWS)) {
            once(line, "rows", "Rows are left out; a model has none.");
        } else if (words.isAny(RIGHTS) || words.isNext("ALTER", "DEFAULT", "PRIVILEGES")) {
            once(line, "rights", "Rights of users are left out; a project has roles of its own.");
        } else if (words.isNext("DROP")) {
            dropped(words, line);
        } else if (!words.isAny(SESSION) && !isOwner(words)) {
            leftOut(line, "\"" + words.beginning() + " …\"");
        }
    }

    /** What belongs to whom, and numbers that go on. */
    private static boolean isOwner(Words words) {
        return words.isNext("ALTER") && words.has("OWNER") && words.has("TO")
                || words.isNext("ALTER", "SEQUENCE")
                || words.isNext("ALTER", "SESSION")
                || words.isNext("ALTER", "DATABASE")
                || words.isNext("ALTER", "USER");
    }

    private void made(Words words, int line) {
        if (words.isNext("DEFINER") || words.isNext("ALGORITHM")) {
            words.until(Set.of("VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"));
        }
        String kind = words.next().text().toLowerCase(Locale.ROOT);
        switch (kind) {
            case "user", "role", "login" ->
                    once(line, "users", "Users and roles of the database are left out.");
            // Numbers come of them, which a column says itself, and schemas come with tables.
            case "sequence", "generator", "schema", "database" -> {}
            default -> {
                String more = kind.equals("materialized") ? " view" : "";
                String article =
                        "aeiou".indexOf(kind.isEmpty() ? ' ' : kind.charAt(0)) < 0 ? "A " : "An ";
                leftOut(line, article + kind + more);
            }
        }
    }

    private void dropped(Words words, int line) {
        words.next();
        String kind = words.next().text();
        words.take("IF", "EXISTS");
        if (kind.equalsIgnoreCase("TABLE") && sketch.table(names.table(words)).isPresent()) {
            leftOut(line, "That a table is dropped which the script makes,");
        }
    }

    private void once(int line, String kind, String sentence) {
        if (told.add(kind)) {
            sketch.problems.add(ConversionCode.LEFT_OUT.warning(line, sentence));
        }
    }

    private void leftOut(int line, String what) {
        sketch.problems.add(ConversionCode.LEFT_OUT.warning(line, what + " was left out."));
    }

    private void create(Words words) {
        words.take("IF", "NOT", "EXISTS");
        int line = words.line();
        TableName name = names.table(words);
        if (words.isNext("LIKE")) {
            TableSketch table = sketch.begin(name, line);
            new SqlElements(sketch, table, names, types).like(words, line);
            if (table.columns.isEmpty()) {
                sketch.tables.remove(table);
            }
            return;
        }
        if (!words.isNext("(")) {
            leftOut(line, "\"" + name + "\", which is made of another table,");
            return;
        }
        TableSketch table = sketch.begin(name, line);
        SqlElements elements = new SqlElements(sketch, table, names, types);
        Words.split(words.script(), words.inBrackets(), ",").forEach(elements::add);
        while (!words.isDone()) {
            if (words.take("COMMENT")) {
                words.take("=");
                table.comment = words.text();
            } else if (words.isNext("PARTITION", "BY") || words.isNext("INHERITS")) {
                leftOut(line, "How \"" + name + "\" is divided or inherits");
                return;
            } else {
                words.next();
            }
        }
    }

    private void alter(Words words) {
        words.take("ALTER", "TABLE");
        words.take("IF", "EXISTS");
        words.take("ONLY");
        int line = words.line();
        TableName name = names.table(words);
        Optional<TableSketch> table = sketch.table(name);
        if (table.isEmpty() && words.isNext("DROP")) {
            // What a script clears away before it begins.
            return;
        }
        if (table.isEmpty()) {
            leftOut(line, "A change of \"" + name + "\", which the script does not make,");
            return;
        }
        words.take("WITH", "CHECK");
        words.take("WITH", "NOCHECK");
        SqlElements elements = new SqlElements(sketch, table.get(), names, types);
        boolean adds = words.isNext("ADD");
        for (Words action : Words.split(words.script(), words.rest(), ",")) {
            if (adds && !action.isAny(VERBS)) {
                // SQL Server says ADD once for all that is added.
                elements.add(action);
            } else {
                elements.change(action, line);
                adds = action.begins("ADD");
            }
        }
    }

    private void comment(Words words) {
        int line = words.line();
        words.take("COMMENT", "ON");
        if (words.take("TABLE")) {
            Optional<TableSketch> table = sketch.table(names.table(words));
            words.take("IS");
            table.ifPresent(t -> t.comment = words.isNext("NULL") ? "" : words.text());
        } else if (words.take("COLUMN")) {
            List<String> path = names.path(words);
            words.take("IS");
            String text = words.isNext("NULL") ? "" : words.text();
            if (path.size() >= 2) {
                sketch.table(names.named(path.subList(0, path.size() - 1)))
                        .flatMap(t -> t.column(path.getLast()))
                        .ifPresent((ColumnSketch c) -> c.comment = text);
            }
        } else {
            once(
                    line,
                    "comments",
                    "Comments on other things than tables and columns are left out.");
        }
    }

    /** Comments of SQL Server are properties, which a procedure adds. */
    private void call(Words words, int line) {
        List<SqlToken> all = words.rest();
        boolean describes =
                all.stream().anyMatch(t -> t.text().equalsIgnoreCase("sp_addextendedproperty"));
        List<String> texts =
                all.stream().filter(words::isText).map(SqlToken::text).collect(Collectors.toList());
        if (!describes || texts.size() < 4 || !texts.getFirst().equals("MS_Description")) {
            leftOut(line, "A call");
            return;
        }
        texts.removeIf(t -> t.matches("(?i)schema|table|column|dbo|MS_Description"));
        String text = texts.isEmpty() ? "" : texts.getFirst();
        Optional<TableSketch> table =
                texts.size() < 2 ? Optional.empty() : sketch.table(TableName.of(texts.get(1)));
        if (texts.size() > 2) {
            table.flatMap(t -> t.column(texts.get(2))).ifPresent(c -> c.comment = text);
        } else {
            table.ifPresent(t -> t.comment = text);
        }
    }

    /** Rows are numbered by the database. */
    static void number(ColumnSketch column) {
        column.identity = column.identity == null ? Identity.BY_DEFAULT : column.identity;
        column.value = null;
        column.required = true;
    }
}
