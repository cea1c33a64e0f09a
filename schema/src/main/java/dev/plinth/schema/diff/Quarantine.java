package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets nothing be dropped that is not kept aside first, and takes back what is kept when a model
 * wants it again, by its id. A table goes aside under another name; of a column the values are
 * copied, with the keys of their rows, because a hidden column would not survive a rebuild.
 */
public final class Quarantine {
    private final Model live;
    private final List<Kept> kept;
    private final Dialect dialect;
    private final List<Change> changes = new ArrayList<>();
    private int number;

    private Quarantine(Model live, List<Kept> kept, Dialect dialect) {
        this.live = live;
        this.kept = kept;
        this.dialect = dialect;
        this.number = kept.stream().mapToInt(Kept::number).max().orElse(0);
    }

    /** The live model with those kept tables that are wanted and not there. */
    public static Model withReturning(Model live, Model wanted, List<Kept> kept) {
        List<Table> tables = new ArrayList<>(live.tables());
        for (Table table : wanted.tables()) {
            if (live.table(table.id()).isEmpty()) {
                newest(kept, table.id(), "").map(Kept::table).ifPresent(tables::add);
            }
        }
        return live.withTables(tables);
    }

    /**
     * The wanted model, its columns that come back filled with what is kept of them.
     *
     * @param live with returning tables
     * @param unfilled ids of columns that are there and were not filled before an interruption
     */
    public static Model withKeptValues(
            Model wanted, Model live, List<Kept> kept, Set<String> unfilled, Dialect dialect) {
        Quarantine quarantine = new Quarantine(live, kept, dialect);
        return wanted.withTables(
                wanted.tables().stream().map(t -> quarantine.filled(t, unfilled)).toList());
    }

    private Table filled(Table table, Set<String> unfilled) {
        return live.table(table.id())
                .map(
                        now ->
                                table.withColumns(
                                        table.columns().stream()
                                                .map(
                                                        c ->
                                                                now.column(c.id()).isPresent()
                                                                                && !unfilled
                                                                                        .contains(
                                                                                                c
                                                                                                        .id())
                                                                        ? c
                                                                        : returning(table, c)
                                                                                .orElse(c))
                                                .toList()))
                .orElse(table);
    }

    /**
     * The changes with keeping among them.
     *
     * @param live with returning tables
     * @param kept what is kept in the database now
     */
    public static List<Change> applied(
            List<Change> changes, Model live, List<Kept> kept, Dialect dialect) {
        Quarantine quarantine = new Quarantine(live, kept, dialect);
        changes.forEach(quarantine::add);
        return quarantine.changes;
    }

    private void add(Change change) {
        switch (change) {
            case Change.DropTable drop -> keepTable(drop);
            case Change.DropColumn drop -> {
                keepValues(drop.table(), drop.column());
                changes.add(drop);
            }
            case Change.ChangeColumn to -> {
                if (isReplaced(to)) {
                    keepValues(to.table(), to.from());
                }
                changes.add(to);
            }
            case Change.RebuildTable rebuild -> rebuild(rebuild);
            case Change.RenameTable rename ->
                    kept.stream()
                            .filter(k -> k.isTable() && k.place().equals(rename.from()))
                            .findFirst()
                            .ifPresentOrElse(
                                    k ->
                                            changes.add(
                                                    new Change.ReturnTable(k.table(), rename.to())),
                                    () -> changes.add(rename));
            default -> changes.add(change);
        }
    }

    /** Whether what is computed takes the place of what was stored. */
    private static boolean isReplaced(Change.ChangeColumn change) {
        return change.aspects().contains(Aspect.GENERATED)
                && change.from().generated() == null
                && change.to().generated() != null;
    }

    private void keepTable(Change.DropTable drop) {
        Table table = drop.table();
        Table before = live.table(table.id()).orElse(table);
        Table bare = table;
        if (isSharedName()) {
            // Their names must be free for a table that takes the old name.
            bare = bare.withIndexes(List.of()).withUniques(staying(table));
            before.indexes().forEach(i -> changes.add(new Change.DropIndex(before, i)));
            before.uniques().stream()
                    .filter(u -> !staying(before).contains(u))
                    .forEach(u -> changes.add(new Change.DropUnique(before, u)));
        }
        if (dialect.names().constraintScope() == Names.Scope.SCHEMA) {
            bare = bare.withChecks(List.of());
            before.checks().forEach(c -> changes.add(new Change.DropCheck(before, c)));
        }
        changes.add(
                new Change.KeepTable(bare, drop.foreignKeys(), Kept.place(table.name(), ++number)));
    }

    /** Whether the name of an index or key of one table cannot be used by another. */
    private boolean isSharedName() {
        return dialect.names().indexScope() == Names.Scope.SCHEMA
                || dialect.names().constraintScope() == Names.Scope.SCHEMA;
    }

    /** SQLite cannot drop a key; MySQL numbers a column only as long as a key begins with it. */
    private List<UniqueKey> staying(Table table) {
        return table.uniques().stream()
                .filter(
                        u ->
                                !dialect.can(Capability.ALTER_TABLE)
                                        || table.column(u.columns().getFirst())
                                                .filter(c -> c.identity() != null)
                                                .isPresent())
                .toList();
    }

    private void keepValues(Table table, Column column) {
        Optional<List<Column>> key = key(table);
        if (column.generated() != null || key.isEmpty()) {
            return;
        }
        Table copy = copy(Kept.place(table.name(), ++number), key.get(), column);
        changes.add(new Change.KeepValues(table, column, key.get(), copy));
    }

    /** The tables that hold values of dropped columns, as they were made. */
    public static List<Table> copies(List<Kept> kept) {
        return kept.stream()
                .flatMap(
                        k ->
                                k.valueColumn().stream()
                                        .map(
                                                value ->
                                                        copy(
                                                                k.place(),
                                                                k.origin().keyColumns().stream()
                                                                        .flatMap(
                                                                                c ->
                                                                                        k
                                                                                                .origin()
                                                                                                .column(
                                                                                                        c)
                                                                                                .stream())
                                                                        .toList(),
                                                                value)))
                .toList();
    }

    private static Table copy(TableName place, List<Column> key, Column value) {
        List<Column> columns = new ArrayList<>();
        for (Column column : key) {
            String name = "key_" + (columns.size() + 1);
            columns.add(Column.of(name, name, column.type()).withRequired(true));
        }
        PrimaryKey primaryKey = new PrimaryKey("", columns.stream().map(Column::id).toList());
        columns.add(Column.of("value", "value", value.type()));
        return Table.of(place.name(), place.name(), columns)
                .withName(place)
                .withPrimaryKey(primaryKey);
    }

    /** The key of the rows as they are now, its columns named as when the renames have run. */
    private Optional<List<Column>> key(Table table) {
        Table now = live.table(table.id()).orElse(table);
        List<Column> key = new ArrayList<>();
        for (String id : now.keyColumns()) {
            Column was = now.column(id).orElseThrow();
            table.column(id).map(c -> was.withName(c.name())).ifPresent(key::add);
        }
        boolean whole = !key.isEmpty() && key.size() == now.keyColumns().size();
        return whole ? Optional.of(key) : Optional.empty();
    }

    private void rebuild(Change.RebuildTable rebuild) {
        List<Change> within = new ArrayList<>();
        for (Change inside : rebuild.changes()) {
            within.add(inside);
            if (inside instanceof Change.DropColumn drop) {
                keepValues(rebuild.from(), drop.column());
            } else if (inside instanceof Change.ChangeColumn to && isReplaced(to)) {
                keepValues(rebuild.from(), to.from());
            }
        }
        changes.add(
                new Change.RebuildTable(
                        rebuild.from(),
                        rebuild.fromKeys(),
                        rebuild.to(),
                        rebuild.toKeys(),
                        within,
                        rebuild.triggers()));
    }

    /** The column with a backfill of what is kept of it; empty when nothing fitting is kept. */
    private Optional<Column> returning(Table table, Column column) {
        if (column.generated() != null || column.identity() != null) {
            return Optional.empty();
        }
        return newest(kept, table.id(), column.id())
                .filter(k -> fits(k, table, column))
                .map(
                        k -> {
                            List<Column> key = key(table).orElseThrow();
                            Table copy = copy(k.place(), key, column);
                            return column.withBackfill(
                                    KeptValue.query(
                                            table, key, defaulted(column), copy, dialect.names()));
                        });
    }

    /**
     * Rows that came since get the default; of an optional column no value may be what was kept.
     */
    private Column defaulted(Column column) {
        return column.required()
                        && column.backfill() == null
                        && column.defaultValue() instanceof Default.Value(String text)
                ? column.withBackfill(Expression.sql(dialect.types().literal(column.type(), text)))
                : column;
    }

    /** Rows are found again by a key of the same columns, and values fit a column of their type. */
    private boolean fits(Kept candidate, Table table, Column column) {
        Table origin = candidate.origin();
        List<Column> key = key(table).orElse(List.of());
        return !key.isEmpty()
                && origin.keyColumns().equals(key.stream().map(Column::id).toList())
                && Stream.concat(key.stream(), Stream.of(column))
                        .allMatch(
                                c ->
                                        origin.column(c.id())
                                                .filter(was -> sql(was).equals(sql(c)))
                                                .isPresent());
    }

    private String sql(Column column) {
        return dialect.types().sql(column.type());
    }

    private static Optional<Kept> newest(List<Kept> kept, String table, String column) {
        return kept.stream()
                .filter(k -> k.origin().id().equals(table) && k.column().equals(column))
                .max(java.util.Comparator.comparingInt(Kept::number));
    }
}
