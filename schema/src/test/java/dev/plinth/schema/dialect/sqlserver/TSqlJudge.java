package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Check;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Index;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Relation;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.plan.Step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads batches one after the other as SQL Server would, remembers what they make, and tells what
 * its documentation says it would refuse, each with the number of the error. It knows the
 * statements that Plinth writes and refuses all others.
 */
public final class TSqlJudge {
    private final Map<String, TSqlTable> tables = new HashMap<>();

    /** Names of tables, views and constraints, which share one name space (error 2714). */
    private final Map<String, String> objects = new HashMap<>();

    private final List<String> problems = new ArrayList<>();

    /** Foreign keys that wait for a table that is made again, by the table they are of. */
    private final Map<String, List<Relation>> waiting = new HashMap<>();

    private String batch = "";

    /** What is wrong with the batches that make a model, then another one of it. */
    public static List<String> problems(Model before, Model after) {
        TSqlJudge judge = new TSqlJudge();
        Dialect dialect = new SqlServerDialect();
        ModelSteps.between(Model.empty(), before, dialect).forEach(judge::accept);
        ModelSteps.between(before, after, dialect).forEach(judge::accept);
        return judge.problems;
    }

    private void accept(Step step) {
        step.sql().forEach(this::accept);
    }

    List<String> problems() {
        return problems;
    }

    void accept(String text) {
        batch = text;
        TSqlWords.of(text).forEach(this::problem);
        try {
            if (text.startsWith("DECLARE ")) {
                procedural(text);
            } else {
                statement(text);
            }
        } catch (IllegalArgumentException e) {
            problem(String.valueOf(e.getMessage()));
        }
    }

    private void problem(String what) {
        problems.add(what + "\n  in: " + batch);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            problem(otherwise);
        }
    }

    private TSqlTable table(String name) {
        TSqlTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("4902: no table " + name);
        }
        return table;
    }

    private Column column(TSqlTable table, String name) {
        Column column = table.columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("1911: no column " + name);
        }
        return column;
    }

    private void take(String schemaOf, String name, String what) {
        int dot = schemaOf.lastIndexOf('.');
        String full = dot < 0 ? name : schemaOf.substring(0, dot + 1) + name;
        require(name.codePointCount(0, name.length()) <= 128, "103: too long a name");
        require(objects.put(full, what) == null, "2714: the name " + full + " is taken");
    }

    private void free(String schemaOf, String name) {
        int dot = schemaOf.lastIndexOf('.');
        objects.remove(dot < 0 ? name : schemaOf.substring(0, dot + 1) + name);
    }

    // Statements

    private void statement(String sql) {
        TSqlTokens at = new TSqlTokens(sql);
        if (at.skip("CREATE", "TABLE")) {
            createTable(at);
        } else if (at.skip("CREATE", "VIEW")) {
            createView(at);
        } else if (at.skip("CREATE", "UNIQUE", "INDEX")) {
            createIndex(at, true);
        } else if (at.skip("CREATE", "INDEX")) {
            createIndex(at, false);
        } else if (at.skip("CREATE", "SCHEMA")) {
            at.name();
            end(at);
        } else if (at.skip("ALTER", "TABLE")) {
            alterTable(at);
        } else if (at.skip("DROP", "TABLE")) {
            dropTable(at.name());
            end(at);
        } else if (at.skip("DROP", "VIEW")) {
            objects.remove(at.name());
            end(at);
        } else if (at.skip("DROP", "INDEX")) {
            String index = at.name();
            at.expect("ON");
            require(table(at.name()).indexes.remove(index) != null, "3701: no index " + index);
            end(at);
        } else if (at.skip("EXEC", "sp_rename")) {
            rename(at);
            end(at);
        } else if (at.skip("UPDATE")) {
            table(at.name());
        } else if (at.skip("INSERT", "INTO")) {
            insert(at);
        } else if (at.skip("SET", "IDENTITY_INSERT")) {
            TSqlTable table = table(at.name());
            require(
                    table.columns.values().stream().anyMatch(Column::identity),
                    "8106: no IDENTITY");
            require(at.skip("ON") || at.skip("OFF"), "102: ON or OFF");
            end(at);
        } else {
            problem("not a statement that is known");
        }
    }

    private void end(TSqlTokens at) {
        require(!at.more() || at.skip(";"), "102: " + at.rest());
    }

    private void createTable(TSqlTokens at) {
        String name = at.name();
        take(name, name.substring(name.lastIndexOf('.') + 1), "table");
        TSqlTable table = new TSqlTable();
        tables.put(name, table);
        at.expect("(");
        do {
            if (at.is("CONSTRAINT")) {
                constraint(name, table, at);
            } else {
                column(name, table, at);
            }
        } while (at.skip(","));
        at.expect(")");
        end(at);
        require(!table.columns.isEmpty(), "1786: no column");
        computedColumns(table);
    }

    private void column(String tableName, TSqlTable table, TSqlTokens at) {
        String name = at.name();
        String computed = "";
        boolean stored = false;
        String type = "";
        boolean identity = false;
        boolean required = false;
        String defaults = "";
        if (at.skip("AS")) {
            computed = at.brackets().toLowerCase(Locale.ROOT);
            stored = at.skip("PERSISTED");
            required = at.skip("NOT", "NULL");
            require(stored || !required, "8183: only a stored column can be NOT NULL");
            type = computedType(computed).toUpperCase(Locale.ROOT);
        } else {
            type =
                    at.until("IDENTITY", "NOT", "NULL", "CONSTRAINT", "DEFAULT")
                            .toUpperCase(Locale.ROOT);
            identity = at.skip("IDENTITY");
            if (identity) {
                at.brackets();
                require(
                        !type.matches("(UNIQUEIDENTIFIER|BIT|N?VARCHAR.*)"),
                        "2749: IDENTITY " + type);
            }
            required = at.skip("NOT", "NULL");
            require(required || at.skip("NULL"), "NULL or NOT NULL is not said");
            require(required || !identity, "8147: IDENTITY is never NULL");
            if (at.skip("CONSTRAINT")) {
                defaults = at.name();
                take(tableName, defaults, "default");
                at.expect("DEFAULT");
                require(!identity, "1754: a default of an IDENTITY");
                at.until("WITH");
                at.skip("WITH", "VALUES");
            }
            require(!at.is("DEFAULT"), "a default without a name");
        }
        require(
                !identity || table.columns.values().stream().noneMatch(Column::identity),
                "2744: two IDENTITY columns");
        Column made = new Column(name, type, required, identity, computed, stored, defaults);
        require(table.columns.put(name, made) == null, "2705: column " + name + " is there");
    }

    /** What the outermost CAST makes of it. */
    private static String computedType(String expression) {
        List<SqlToken> tokens = SqlToken.of(expression);
        for (int i = tokens.size() - 1, depth = 0; i >= 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
            if (depth == 1 && tokens.get(i).is("AS")) {
                int end = tokens.getLast().start();
                return expression.substring(tokens.get(i).end(), end).strip();
            }
        }
        return expression;
    }

    private void computedColumns(TSqlTable table) {
        for (Column column : table.columns.values()) {
            for (String used : named(column.computed())) {
                Column from = table.columns.get(used);
                require(from != null, "207: no column " + used);
                require(
                        from == null || from.computed().isEmpty(),
                        "1759: " + column.name() + " is computed from " + used);
            }
        }
    }

    /** The names in brackets of an expression. */
    private static Set<String> named(String expression) {
        Set<String> names = new HashSet<>();
        for (SqlToken token : SqlToken.of(expression)) {
            if (expression.charAt(token.start()) == '[') {
                names.add(TSqlTokens.key(token.text()));
            }
        }
        return names;
    }

    private void constraint(String tableName, TSqlTable table, TSqlTokens at) {
        at.expect("CONSTRAINT");
        String name = at.name();
        take(tableName, name, "constraint");
        if (at.skip("PRIMARY", "KEY")) {
            key(table, new Key(name, true, at.names()));
        } else if (at.skip("UNIQUE")) {
            key(table, new Key(name, false, at.names()));
        } else if (at.skip("CHECK")) {
            check(table, new Check(name, at.brackets().toLowerCase(Locale.ROOT)));
        } else if (at.skip("FOREIGN", "KEY")) {
            relation(table, reference(name, at));
        } else if (at.skip("DEFAULT")) {
            at.until("FOR");
            at.expect("FOR");
            Column column = column(table, at.name());
            require(column.defaults().isEmpty(), "1781: it has a default");
            require(!column.identity(), "1754: a default of an IDENTITY");
            table.columns.put(column.name(), column.defaulted(name));
        } else {
            problem("102: " + at.rest());
        }
    }

    private void key(TSqlTable table, Key key) {
        for (String name : key.columns()) {
            Column column = column(table, name);
            boolean empty = !column.required() || !column.computed().isEmpty() && !column.stored();
            require(!key.primary() || !empty, "8111: " + name + " may be NULL");
        }
        size(table, key.columns(), key.primary() ? 900 : 1700);
        require(
                !key.primary() || table.keys.values().stream().noneMatch(Key::primary),
                "1779: two primary keys");
        table.keys.put(key.name(), key);
    }

    private void size(TSqlTable table, List<String> names, int most) {
        int bytes = 0;
        for (String name : names) {
            int own = column(table, name).bytes();
            require(own >= 0, "1919: " + name + " in a key");
            bytes += own;
        }
        require(bytes <= most, "1944: a key of " + bytes + " bytes");
        require(names.size() <= 32, "1904: a key of " + names.size() + " columns");
        require(Set.copyOf(names).size() == names.size(), "1909: a column twice");
    }

    private void check(TSqlTable table, Check check) {
        named(check.condition()).forEach(c -> column(table, c));
        table.checks.put(check.name(), check);
    }

    private static Relation reference(String name, TSqlTokens at) {
        List<String> columns = at.names();
        at.expect("REFERENCES");
        String target = at.name();
        List<String> targetColumns = at.names();
        String onDelete = at.skip("ON", "DELETE") ? action(at) : "NO ACTION";
        String onUpdate = at.skip("ON", "UPDATE") ? action(at) : "NO ACTION";
        return new Relation(name, columns, target, targetColumns, onDelete, onUpdate);
    }

    private static String action(TSqlTokens at) {
        for (String action : List.of("NO ACTION", "CASCADE", "SET NULL", "SET DEFAULT")) {
            if (at.skip(action.split(" "))) {
                return action;
            }
        }
        throw new IllegalArgumentException("102: no action: " + at.rest());
    }

    private void relation(TSqlTable table, Relation relation) {
        TSqlTable target = table(relation.target());
        for (int i = 0; i < relation.columns().size(); i++) {
            Column from = column(table, relation.columns().get(i));
            Column to = column(target, relation.targetColumns().get(i));
            require(
                    from.type().equals(to.type()),
                    "1778, 1753: " + from.type() + " is not " + to.type());
            boolean empties = relation.onDelete().equals("SET NULL");
            empties |= relation.onUpdate().equals("SET NULL");
            require(!empties || !from.required(), "1761: SET NULL of " + from.name());
            boolean changes = relation.reaches() && !relation.onDelete().equals("CASCADE");
            changes |= !relation.onUpdate().equals("NO ACTION");
            require(!changes || from.computed().isEmpty(), "1764: a computed column");
            require(from.computed().isEmpty() || from.stored(), "1764: not stored");
        }
        Set<String> wanted = Set.copyOf(relation.targetColumns());
        boolean key =
                target.keys.values().stream().anyMatch(k -> Set.copyOf(k.columns()).equals(wanted));
        key |=
                target.indexes.values().stream()
                        .anyMatch(
                                i ->
                                        i.unique()
                                                && i.filter().isEmpty()
                                                && Set.copyOf(i.columns()).equals(wanted));
        require(key, "1776: no key of " + wanted);
        table.relations.put(relation.name(), relation);
        require(
                !relation.reaches() || tables.values().stream().allMatch(t -> once(t)),
                "1785: a second path of cascades");
    }

    private boolean once(TSqlTable from) {
        return visit(from, new HashSet<>());
    }

    private boolean visit(TSqlTable table, Set<TSqlTable> met) {
        if (!met.add(table)) {
            return false;
        }
        for (TSqlTable other : tables.values()) {
            for (Relation relation : other.relations.values()) {
                boolean here = relation.reaches() && tables.get(relation.target()) == table;
                if (here && !visit(other, met)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void createIndex(TSqlTokens at, boolean unique) {
        String name = at.name();
        at.expect("ON");
        TSqlTable table = table(at.name());
        List<String> columns = at.names();
        List<String> included = at.skip("INCLUDE") ? at.names() : List.of();
        String filter = at.skip("WHERE") ? at.rest().toLowerCase(Locale.ROOT) : "";
        index(table, new Index(name, unique, columns, included, filter));
    }

    private void index(TSqlTable table, Index index) {
        size(table, index.columns(), 1700);
        Set<String> all = new HashSet<>(index.columns());
        index.included().forEach(c -> column(table, c));
        require(index.included().stream().allMatch(all::add), "1909: a column twice");
        List<SqlToken> filter = SqlToken.of(index.filter());
        for (int i = 0; i < filter.size(); i++) {
            boolean call = i > 0 && filter.get(i).is("(") && filter.get(i - 1).isName();
            boolean word = call && !filter.get(i - 1).is("AND") && !filter.get(i - 1).is("IN");
            require(
                    !filter.get(i).is("OR") && !filter.get(i).is("NOT") || isNotNull(filter, i),
                    "10735: " + filter.get(i).text());
            require(!word, "10735: a function in a filter");
        }
        for (String name : named(index.filter())) {
            require(column(table, name).computed().isEmpty(), "10609: a computed column");
        }
        require(
                table.indexes.put(index.name(), index) == null
                        && !table.keys.containsKey(index.name()),
                "1913: index " + index.name() + " is there");
    }

    private static boolean isNotNull(List<SqlToken> tokens, int not) {
        return not > 0
                && tokens.get(not - 1).is("IS")
                && not + 1 < tokens.size()
                && tokens.get(not + 1).is("NULL");
    }

    private void createView(TSqlTokens at) {
        String name = at.name();
        take(name, name.substring(name.lastIndexOf('.') + 1), "view");
        if (at.is("(")) {
            at.names();
        }
        at.expect("AS");
        int depth = 0;
        boolean limited = false;
        boolean sorted = false;
        for (SqlToken token : SqlToken.of(at.rest())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            limited |= depth == 0 && (token.is("TOP") || token.is("OFFSET"));
            sorted |= depth == 0 && token.is("ORDER");
        }
        require(!sorted || limited, "1033: ORDER BY in a view");
    }

    private void alterTable(TSqlTokens at) {
        String name = at.name();
        TSqlTable table = table(name);
        if (at.skip("ADD")) {
            if (at.is("CONSTRAINT")) {
                constraint(name, table, at);
            } else {
                column(name, table, at);
                computedColumns(table);
            }
        } else if (at.skip("DROP", "CONSTRAINT")) {
            dropConstraint(name, table, at.name());
        } else if (at.skip("DROP", "COLUMN")) {
            String column = at.name();
            column(table, column);
            alone(table, column, true);
            table.columns.remove(column);
        } else if (at.skip("ALTER", "COLUMN")) {
            alterColumn(table, at);
        } else {
            problem("102: " + at.rest());
        }
        end(at);
    }

    private void alterColumn(TSqlTable table, TSqlTokens at) {
        Column column = column(table, at.name());
        String type = at.until("NOT", "NULL").toUpperCase(Locale.ROOT);
        boolean required = at.skip("NOT", "NULL");
        require(required || at.skip("NULL"), "ALTER COLUMN says neither NULL nor NOT NULL");
        require(!column.identity() || required, "8147: an IDENTITY is never NULL");
        require(column.computed().isEmpty(), "4928: a computed column is altered");
        alone(table, column.name(), false);
        table.columns.put(
                column.name(),
                new Column(
                        column.name(),
                        type,
                        required,
                        column.identity(),
                        "",
                        false,
                        column.defaults()));
    }

    /** Nothing may depend on a column that is altered or dropped. */
    private void alone(TSqlTable table, String name, boolean dropped) {
        String why = "5074: column " + name + " has ";
        Column column = column(table, name);
        require(column.defaults().isEmpty(), why + "a default");
        require(
                table.columns.values().stream().noneMatch(c -> named(c.computed()).contains(name)),
                why + "a computed column");
        table.keys.values().stream()
                .filter(k -> k.columns().contains(name))
                .forEach(k -> problem(why + "the key " + k.name()));
        table.indexes.values().stream()
                .filter(i -> depends(i, name))
                .forEach(i -> problem(why + "the index " + i.name()));
        table.checks.values().stream()
                .filter(c -> named(c.condition()).contains(name))
                .forEach(c -> problem(why + "the check " + c.name()));
        for (TSqlTable other : tables.values()) {
            for (Relation relation : other.relations.values()) {
                boolean here = tables.get(relation.target()) == table;
                boolean on = other == table && relation.columns().contains(name);
                on |= here && relation.targetColumns().contains(name);
                require(!on, why + "the foreign key " + relation.name());
            }
        }
    }

    private static boolean depends(Index index, String column) {
        return index.columns().contains(column)
                || index.included().contains(column)
                || named(index.filter()).contains(column);
    }

    private void dropConstraint(String tableName, TSqlTable table, String name) {
        free(tableName, name);
        Key key = table.keys.remove(name);
        boolean was = key != null;
        was |= table.checks.remove(name) != null;
        was |= table.relations.remove(name) != null;
        require(was, "3728: no constraint " + name);
        if (key != null) {
            targets(table, Set.copyOf(key.columns()), key.name());
        }
    }

    /** A key to which others lead stays. */
    private void targets(TSqlTable table, Set<String> columns, String name) {
        boolean still =
                table.keys.values().stream().anyMatch(k -> Set.copyOf(k.columns()).equals(columns));
        for (TSqlTable other : tables.values()) {
            for (Relation relation : other.relations.values()) {
                boolean leads = tables.get(relation.target()) == table;
                leads &= Set.copyOf(relation.targetColumns()).equals(columns);
                require(still || !leads, "3725: " + relation.name() + " leads to " + name);
            }
        }
    }

    private void dropTable(String name) {
        TSqlTable table = table(name);
        tables.remove(name);
        for (TSqlTable other : tables.values()) {
            other.relations.values().stream()
                    .filter(r -> r.target().equals(name))
                    .forEach(r -> problem("3726: " + r.name() + " leads to " + name));
        }
        free(name, name.substring(name.lastIndexOf('.') + 1));
        table.keys.keySet().forEach(k -> free(name, k));
        table.checks.keySet().forEach(k -> free(name, k));
        table.relations.keySet().forEach(k -> free(name, k));
        table.columns.values().forEach(c -> free(name, c.defaults()));
    }

    private void insert(TSqlTokens at) {
        TSqlTable table = table(at.name());
        for (String name : at.names()) {
            require(column(table, name).computed().isEmpty(), "271: a computed column is written");
        }
    }

    // sp_rename

    private void rename(TSqlTokens at) {
        String quoted = at.string();
        at.expect(",");
        String to = TSqlTokens.key(at.string());
        at.expect(",");
        String kind = at.string();
        TSqlTokens place = new TSqlTokens(quoted);
        List<String> path = new ArrayList<>(List.of(place.name()));
        String full = path.getFirst();
        switch (kind) {
            case "COLUMN" -> {
                int dot = full.lastIndexOf('.');
                renameColumn(table(full.substring(0, dot)), full.substring(dot + 1), to);
            }
            case "OBJECT" -> renameObject(full, to);
            default -> problem("15249: sp_rename of " + kind);
        }
    }

    private void renameColumn(TSqlTable table, String from, String to) {
        Column column = column(table, from);
        require(
                table.columns.values().stream().noneMatch(c -> named(c.computed()).contains(from)),
                "15336: a computed column speaks of " + from);
        table.checks.values().stream()
                .filter(c -> named(c.condition()).contains(from))
                .forEach(c -> problem("15336: the check " + c.name() + " speaks of " + from));
        table.indexes.values().stream()
                .filter(i -> named(i.filter()).contains(from))
                .forEach(i -> problem("15336: the filter of " + i.name() + " speaks of " + from));
        require(!table.columns.containsKey(to) || from.equals(to), "15335: " + to + " is there");
        List<Column> columns = new ArrayList<>(table.columns.values());
        table.columns.clear();
        for (Column each : columns) {
            Column now = each.equals(column) ? each.named(to) : each;
            table.columns.put(now.name(), now);
        }
        TSqlRenames.column(table, from, to);
        for (TSqlTable other : tables.values()) {
            other.relations.replaceAll(
                    (n, r) ->
                            tables.get(r.target()) == table
                                    ? new Relation(
                                            n,
                                            r.columns(),
                                            r.target(),
                                            TSqlRenames.in(r.targetColumns(), from, to),
                                            r.onDelete(),
                                            r.onUpdate())
                                    : r);
        }
    }

    private void renameObject(String full, String to) {
        String what = objects.remove(full);
        if (what == null) {
            problem("15225: no object " + full);
            return;
        }
        take(full, to, what);
        int dot = full.lastIndexOf('.');
        String schema = full.substring(0, dot + 1);
        TSqlTable table = tables.remove(full);
        if (table != null) {
            tables.put(schema + to, table);
            for (TSqlTable other : tables.values()) {
                other.relations.replaceAll(
                        (n, r) ->
                                r.target().equals(full)
                                        ? new Relation(
                                                n,
                                                r.columns(),
                                                schema + to,
                                                r.targetColumns(),
                                                r.onDelete(),
                                                r.onUpdate())
                                        : r);
            }
            return;
        }
        tables.values().forEach(t -> TSqlRenames.constraint(t, full.substring(dot + 1), to));
    }

    // Batches that look up what stands in the way

    private void procedural(String text) {
        List<String> statements = TSqlTokens.statements(text);
        if (text.contains("extendedproperty")) {
            require(text.contains("N'MS_Description'"), "not the comment that tools know");
            return;
        }
        if (text.contains("INTO #plinth_foreign_keys")) {
            String target = lookedUp(text);
            tables.forEach(
                    (name, t) -> {
                        List<Relation> all = new ArrayList<>(t.relations.values());
                        for (Relation r : all) {
                            if (r.target().equals(target) && !name.equals(target)) {
                                dropConstraint(name, t, r.name());
                                waiting.computeIfAbsent(name, k -> new ArrayList<>()).add(r);
                            }
                        }
                    });
            return;
        }
        if (text.contains("FROM #plinth_foreign_keys")) {
            waiting.forEach((name, all) -> all.forEach(r -> again(name, r)));
            waiting.clear();
            return;
        }
        around(text, statements);
    }

    private void again(String tableName, Relation relation) {
        take(tableName, relation.name(), "constraint");
        relation(table(tableName), relation);
    }

    /** The table whose id the batch looks up first. */
    private static String lookedUp(String text) {
        return new TSqlTokens(argument(text, "OBJECT_ID(N'")).name();
    }

    private static String argument(String text, String before) {
        int start = text.indexOf(before);
        if (start < 0) {
            throw new IllegalArgumentException("no " + before);
        }
        int quote = start + before.length() - 2;
        return SqlToken.of(text.substring(quote)).get(1).text();
    }

    private void around(String text, List<String> statements) {
        String tableName = lookedUp(text);
        TSqlTable table = table(tableName);
        String name =
                TSqlTokens.key(
                        text.contains("@name SYSNAME")
                                ? argument(text, "@name SYSNAME = N'")
                                : argument(
                                        text.substring(text.indexOf("COLUMNPROPERTY")), "), N'"));
        Column column = column(table, name);
        if (text.contains("sys.default_constraints") && !column.defaults().isEmpty()) {
            free(tableName, column.defaults());
            table.columns.put(name, column.defaulted(""));
        }
        List<Runnable> again = new ArrayList<>();
        String to =
                text.contains("@to SYSNAME")
                        ? TSqlTokens.key(argument(text, "@to SYSNAME = N'"))
                        : name;
        boolean renames = text.contains("@to SYSNAME");
        if (text.contains("sys.foreign_keys")) {
            tables.forEach(
                    (n, t) ->
                            List.copyOf(t.relations.values()).stream()
                                    .filter(
                                            r ->
                                                    t == table && r.columns().contains(name)
                                                            || tables.get(r.target()) == table
                                                                    && r.targetColumns()
                                                                            .contains(name))
                                    .forEach(
                                            r -> {
                                                dropConstraint(n, t, r.name());
                                                again.add(() -> again(n, r));
                                            }));
        }
        Map<String, String> reformed = reformed(statements);
        if (text.contains("sys.indexes")) {
            for (Key key : List.copyOf(table.keys.values())) {
                if (key.columns().contains(name) && !renames) {
                    dropConstraint(tableName, table, key.name());
                    again.addFirst(
                            reformed.containsKey(key.name())
                                    ? () -> statement(reformed.get(key.name()))
                                    : () -> {
                                        take(tableName, key.name(), "constraint");
                                        key(table, key);
                                    });
                }
            }
            for (Index index : List.copyOf(table.indexes.values())) {
                if (renames ? named(index.filter()).contains(name) : depends(index, name)) {
                    table.indexes.remove(index.name());
                    again.addFirst(
                            reformed.containsKey(index.name())
                                    ? () -> statement(reformed.get(index.name()))
                                    : () -> index(table, TSqlRenames.index(index, name, to)));
                }
            }
        }
        if (text.contains("sys.check_constraints")) {
            for (Check check : List.copyOf(table.checks.values())) {
                if (named(check.condition()).contains(name)) {
                    dropConstraint(tableName, table, check.name());
                    again.add(
                            () -> {
                                take(tableName, check.name(), "constraint");
                                check(table, TSqlRenames.check(check, name, to));
                            });
                }
            }
        }
        statements.stream()
                .filter(s -> s.startsWith("ALTER TABLE") || s.startsWith("EXEC sp_rename"))
                .forEach(this::statement);
        again.forEach(Runnable::run);
    }

    /** What makes keys again in another form, by name. */
    private static Map<String, String> reformed(List<String> statements) {
        Map<String, String> reformed = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (String statement : statements) {
            if (statement.startsWith("DECLARE @had")) {
                String number = statement.replaceFirst("(?s)DECLARE @had(\\d+).*", "$1");
                names.put(number, argument(statement, "INDEXPROPERTY(@table, N'"));
            } else if (statement.startsWith("IF @had")) {
                String number = statement.replaceFirst("(?s)IF @had(\\d+).*", "$1");
                String sql = argument(statement, "EXEC (N'");
                reformed.put(TSqlTokens.key(String.valueOf(names.get(number))), sql);
            }
        }
        return reformed;
    }
}
