package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.diff.Move;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The questions that a change asks the live data, as it stands before anything has run. */
final class Preflights {
    private final Names names;
    private final Types types;
    private final Statements statements;
    private final DiffRules rules;
    private final LiveNames live;
    private final List<Move> moves;
    private final Foreseen foreseen;
    private final Uniqueness uniqueness;

    /**
     * @param changes all of the plan
     * @param live tells how tables and columns are named before the renames have run
     * @param moves columns that are filled from other tables
     */
    Preflights(Dialect dialect, LiveNames live, List<Move> moves, List<Change> changes) {
        this.moves = moves;
        this.names = dialect.names();
        this.types = dialect.types();
        this.statements = dialect.statements();
        this.rules = dialect.diffRules();
        this.live = live;
        this.foreseen = new Foreseen(dialect, live, changes);
        this.uniqueness = new Uniqueness(dialect, live, foreseen);
    }

    List<Preflight> of(Change change) {
        return switch (change) {
            case Change.DropTable(Table table, var keys) ->
                    List.of(
                            count(
                                    "rows in " + table.name(),
                                    "SELECT COUNT(*) FROM " + from(table),
                                    false));
            case Change.KeepTable(Table table, var keys, var kept) ->
                    List.of(
                            count(
                                    "rows in " + table.name(),
                                    "SELECT COUNT(*) FROM " + from(table),
                                    false));
            case Change.ReturnTable(Table kept, TableName to) ->
                    List.of(
                            count(
                                    "rows kept of " + to,
                                    "SELECT COUNT(*) FROM " + names.quote(kept.name()),
                                    false));
            case Change.DropColumn(Table table, Column column) ->
                    List.of(
                            count(
                                    "values in "
                                            + table.name()
                                            + "."
                                            + live.column(table.id(), column),
                                    "SELECT COUNT(" + name(table, column) + ") FROM " + from(table),
                                    false));
            case Change.AddColumn(Table table, Column column) -> addColumn(table, column);
            case Change.ChangeColumn(Table table, Column from, Column to, var aspects) ->
                    changeColumn(
                            table, from, to, aspects.contains(Aspect.TYPE), required(aspects, to));
            case Change.AddPrimaryKey(Table table, var key) ->
                    uniqueness.ofKey(table, key.columns(), true, "key");
            case Change.AddUnique(Table table, var key) ->
                    uniqueness.ofKey(
                            table, key.columns(), key.nullsDistinct(), "unique key " + key.name());
            case Change.AddIndex(Table table, var index) -> uniqueness.ofIndex(table, index);
            case Change.AddCheck(Table table, Check check) -> check(table, check);
            case Change.AddRelation(Table table, ForeignKey key) -> orphans(table, key);
            case Change.RebuildTable rebuild ->
                    rebuild.changes().stream().flatMap(c -> of(c).stream()).toList();
            case Change.KeepValues c -> List.of();
            case Change.ReturnValues c -> List.of();
            case Change.CreateTable c -> List.of();
            case Change.RenameTable c -> List.of();
            case Change.ChangeTableComment c -> List.of();
            case Change.RenameColumn c -> List.of();
            case Change.FillColumn(Table table, Column column) -> fillColumn(table, column);
            case Change.DropPrimaryKey c -> List.of();
            case Change.DropUnique c -> List.of();
            case Change.DropIndex c -> List.of();
            case Change.DropCheck c -> List.of();
            case Change.DropRelation c -> List.of();
            case Change.Provide c -> List.of();
            case Change.CreateView c -> List.of();
            case Change.DropView c -> List.of();
        };
    }

    private static boolean required(java.util.Set<Aspect> aspects, Column to) {
        return aspects.contains(Aspect.REQUIRED) && to.required() && to.backfill() == null;
    }

    private List<Preflight> addColumn(Table table, Column column) {
        Generated generated = column.generated();
        if (generated != null) {
            return computed(table, column, generated.expression());
        }
        boolean filled = column.defaultValue() != null || column.identity() != null;
        return column.required() && !filled
                ? List.of(
                        count(
                                "rows of "
                                        + table.name()
                                        + " that would have no value in "
                                        + column.name(),
                                "SELECT COUNT(*) FROM " + from(table),
                                true))
                : List.of();
    }

    /** Where the database sees to it that what it computes is never empty. */
    private List<Preflight> computed(Table table, Column column, Expression expression) {
        String value = expression.text();
        Predicate<Column> needed = c -> !c.id().equals(column.id()) && value.contains(c.name());
        if (!rules.asKept(column, table).required()
                || table.columns().stream()
                        .filter(needed)
                        .anyMatch(c -> foreseen.isRetyped(table, c))) {
            return List.of();
        }
        return foreseen.from(table, needed).stream()
                .map(
                        rows ->
                                hits(
                                        "rows of "
                                                + table.name()
                                                + " that would have no value in "
                                                + column.name(),
                                        rows,
                                        "",
                                        shownKey(table),
                                        "(" + value + ") IS NULL"))
                .toList();
    }

    /** Only when nothing is renamed: the backfill speaks of the names that will be. */
    private List<Preflight> fillColumn(Table table, Column column) {
        Expression backfill = column.backfill();
        if (backfill == null || !live.hasTable(table.id())) {
            return List.of();
        }
        boolean there = live.hasColumn(table.id(), column.id());
        String open = there ? name(table, column) + " IS NULL" : "";
        List<Preflight> questions = new ArrayList<>();
        questions.add(
                count(
                        "rows of " + table.name() + " that get a value in " + column.name(),
                        "SELECT COUNT(*) FROM " + from(table) + (there ? " WHERE " + open : ""),
                        false));
        Optional<Move> move =
                moves.stream()
                        .filter(m -> m.column().id().equals(column.id()))
                        .filter(m -> m.to().id().equals(table.id()))
                        .findFirst();
        move.filter(m -> !m.differing().isEmpty())
                .ifPresent(m -> questions.add(differing(table, m)));
        if (column.required() && (move.isPresent() || live.isUnrenamed(table))) {
            String missing = move.map(Move::absent).orElse("(" + backfill.text() + ") IS NULL");
            questions.add(
                    hits(
                            "rows of "
                                    + table.name()
                                    + " that would have no value in "
                                    + column.name(),
                            table,
                            there ? open + " AND " + missing : missing));
        }
        return questions;
    }

    private Preflight differing(Table table, Move move) {
        return hits(
                "rows of "
                        + table.name()
                        + " whose rows of "
                        + move.from().name()
                        + " differ in "
                        + move.column().name(),
                table,
                move.differing());
    }

    private List<Preflight> changeColumn(
            Table table, Column from, Column to, boolean retyped, boolean required) {
        Generated generated = to.generated();
        if (generated != null) {
            return computed(table, to, generated.expression());
        }
        List<Preflight> questions = new ArrayList<>();
        String column = name(table, to);
        if (retyped) {
            questions.addAll(conversion(table, from, to, column));
            questions.addAll(uniqueness.afterConversion(table, from, to));
        }
        if (required) {
            questions.add(
                    hits(
                            "rows without a value in " + label(table, to),
                            table,
                            column + " IS NULL"));
        }
        return questions;
    }

    private List<Preflight> conversion(Table table, Column from, Column to, String column) {
        if (!statements.converts(from.type(), to.type())) {
            return List.of(
                    hits(
                            "values in "
                                    + label(table, to)
                                    + " that the database cannot turn into "
                                    + to.type().text(),
                            table,
                            column + " IS NOT NULL"));
        }
        return switch (TypeChange.risk(from.type(), to.type())) {
            case SAFE -> List.of();
            case DATA_DEPENDENT -> List.of(conversion(table, from, to, column, true));
            case LOSSY, DESTRUCTIVE ->
                    List.of(
                            conversion(table, from, to, column, true),
                            conversion(table, from, to, column, false));
        };
    }

    private Preflight conversion(
            Table table, Column from, Column to, String column, boolean blocking) {
        List<String> read = new ArrayList<>();
        read.add(types.selection(from.type(), column));
        key(table).forEach(c -> read.add(selection("", c)));
        return new Preflight.Conversion(
                "values in "
                        + label(table, to)
                        + (blocking ? " that do not fit " : " that change as they become ")
                        + (blocking ? describe(to.type()) : to.type().text()),
                "SELECT "
                        + String.join(", ", read)
                        + " FROM "
                        + from(table)
                        + " WHERE "
                        + column
                        + " IS NOT NULL",
                from.type(),
                to.type(),
                key(table),
                blocking);
    }

    private static String describe(ColumnType type) {
        return type instanceof TextType(int length)
                ? "into " + length + " characters"
                : type.text();
    }

    /** Only of columns that keep their types, which the condition is written for. */
    private List<Preflight> check(Table table, Check check) {
        String condition = check.expression().text();
        Predicate<Column> needed = c -> condition.contains(c.name());
        if (table.columns().stream().filter(needed).anyMatch(c -> foreseen.isRetyped(table, c))) {
            return List.of();
        }
        return foreseen.from(table, needed).stream()
                .map(
                        rows ->
                                hits(
                                        "rows of " + table.name() + " that break " + check.name(),
                                        rows,
                                        "",
                                        shownKey(table),
                                        "NOT (" + condition + ")"))
                .toList();
    }

    private List<Column> shownKey(Table table) {
        return key(table).stream()
                .flatMap(k -> table.column(k.id()).stream())
                .map(c -> live.named(table, c))
                .toList();
    }

    private List<Preflight> orphans(Table table, ForeignKey key) {
        List<Column> columns =
                key.columns().stream().flatMap(n -> table.columnNamed(n).stream()).toList();
        Optional<LiveNames.Target> target = live.targetNames(key);
        Optional<String> rows = foreseen.from(table, columns::contains, "c");
        if (target.isEmpty() || rows.isEmpty()) {
            return List.of();
        }
        List<String> present = new ArrayList<>();
        List<String> match = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = "c." + names.quote(columns.get(i).name());
            present.add(column + " IS NOT NULL");
            match.add("p." + names.quote(target.get().columns().get(i)) + " = " + column);
        }
        String absent =
                " AND NOT EXISTS (SELECT 1 FROM "
                        + names.quote(target.get().table())
                        + " p WHERE "
                        + String.join(" AND ", match)
                        + ")";
        return List.of(
                hits(
                        "rows of " + table.name() + " that point to no row of " + key.target(),
                        rows.get(),
                        "c",
                        shownKey(table),
                        String.join(" AND ", present) + absent));
    }

    private static Preflight count(String question, String sql, boolean blocking) {
        return new Preflight.Count(question, sql, null, blocking);
    }

    /** Rows that must not be, told by their key. */
    private Preflight hits(String question, Table table, String condition) {
        return hits(question, from(table), "", key(table), condition);
    }

    /**
     * @param alias of the rows; empty for the name of their table, by which values that were kept
     *     are looked for
     */
    private Preflight hits(
            String question, String rows, String alias, List<Column> key, String condition) {
        String hit = " FROM " + rows + " WHERE " + condition;
        String of = alias.isEmpty() ? "" : alias + ".";
        String shown = key.stream().map(c -> selection(of, c)).collect(Collectors.joining(", "));
        return new Preflight.Count(
                question,
                "SELECT COUNT(*)" + hit,
                key.isEmpty() ? null : new Preflight.Rows("SELECT " + shown + hit, key),
                true);
    }

    /** The columns by which rows are known as they are now. */
    private List<Column> key(Table table) {
        return live.key(table.id());
    }

    private String selection(String prefix, Column column) {
        return types.selection(column.type(), prefix + names.quote(column.name()));
    }

    private String from(Table table) {
        TableName name = live.table(table);
        return names.quote(name);
    }

    private String name(Table table, Column column) {
        return names.quote(live.column(table.id(), column));
    }

    private static String label(Table table, Column column) {
        return table.name() + "." + column.name();
    }
}
