package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets nothing be dropped that is not kept aside first; {@link Returning} takes it back. A table
 * goes aside under another name; of a column the values are copied, with the keys of their rows,
 * because a hidden column would not survive a rebuild.
 */
public final class Quarantine {
    private final Model live;
    private final Model wanted;
    private final List<Kept> kept;
    private final Dialect dialect;
    private final Returning returning;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Column> leaving = new HashMap<>();
    private int number;

    private Quarantine(Model live, Model wanted, List<Kept> kept, Dialect dialect) {
        this.live = live;
        this.wanted = wanted;
        this.kept = kept;
        this.dialect = dialect;
        this.returning = new Returning(live, kept, dialect);
        this.number = lastNumber(live, kept);
    }

    /** Tables that came back may have keys of the names that they were kept under. */
    private static int lastNumber(Model live, List<Kept> kept) {
        return IntStream.concat(
                        kept.stream().mapToInt(Kept::number),
                        live.tables().stream()
                                .flatMap(t -> Stream.ofNullable(t.primaryKey()))
                                .mapToInt(k -> Kept.number(k.name())))
                .max()
                .orElse(0);
    }

    /**
     * The changes with keeping and giving back among them.
     *
     * @param live with returning tables
     * @param kept what is kept in the database now
     * @param unreturned ids of columns that are stored again and did not get back before an
     *     interruption what they held
     */
    public static List<Change> applied(
            List<Change> changes,
            Model live,
            Model wanted,
            List<Kept> kept,
            Set<String> unreturned,
            Dialect dialect) {
        Quarantine quarantine = new Quarantine(live, wanted, kept, dialect);
        changes.forEach(quarantine::noteLeaving);
        changes.forEach(quarantine::add);
        for (Table table : unreturned.isEmpty() ? List.<Table>of() : wanted.tables()) {
            table.columns().stream()
                    .filter(c -> unreturned.contains(c.id()))
                    .filter(c -> quarantine.returning.isStored(table, c))
                    .forEach(c -> quarantine.returnValues(table, c));
        }
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
                if (to.becomesComputed()) {
                    keepValues(to.table(), to.from());
                }
                changes.add(to);
                if (to.becomesStored()) {
                    returnValues(to.table(), to.to());
                }
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

    private void noteLeaving(Change change) {
        if (change instanceof Change.DropColumn drop && drop.column().generated() == null) {
            leaving.put(drop.column().id(), drop.column());
        }
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
        Table copy = Kept.copy(Kept.place(table.name(), ++number), key.get(), column);
        changes.add(new Change.KeepValues(table, column, key.get(), copy));
    }

    /** The key of the rows as they are now, its columns named as when the renames have run. */
    private Optional<List<Column>> key(Table table) {
        Table now = live.table(table.id()).orElse(table);
        List<Column> key = new ArrayList<>();
        for (String id : now.keyColumns()) {
            Column was = now.column(id).orElseThrow();
            table.column(id)
                    .or(() -> Optional.ofNullable(leaving.get(id)))
                    .map(c -> was.withName(c.name()))
                    .ifPresent(key::add);
        }
        boolean whole = !key.isEmpty() && key.size() == now.keyColumns().size();
        return whole ? Optional.of(key) : Optional.empty();
    }

    private void returnValues(Table before, Column was) {
        Table table = wanted.table(before.id()).orElseThrow();
        Column column = table.column(was.id()).orElseThrow();
        returning
                .storedAgain(table, column)
                .ifPresent(
                        v ->
                                changes.add(
                                        new Change.ReturnValues(table, column, v.key(), v.copy())));
    }

    private void rebuild(Change.RebuildTable rebuild) {
        List<Change> within = new ArrayList<>();
        for (Change inside : rebuild.changes()) {
            within.add(inside);
            if (inside instanceof Change.DropColumn drop) {
                keepValues(rebuild.from(), drop.column());
            } else if (inside instanceof Change.ChangeColumn to && to.becomesComputed()) {
                keepValues(rebuild.from(), to.from());
            } else if (inside instanceof Change.ChangeColumn to && to.becomesStored()) {
                returnValues(rebuild.to(), to.to());
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
}
