package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The changes from what a database has to what a model wants. Both sides are lowered, carry the
 * same ids and have their unchanged expressions settled; so plain equality decides.
 *
 * <p>Changes that take something away name the table as it was; renames come next; all others name
 * it as it will be. The planner keeps that order.
 */
public final class SchemaDiff {
    private final Model live;
    private final Model wanted;
    private final Set<String> owned;
    private final List<DatabaseTrigger> triggers;
    private final Dialect dialect;
    private final KeyNames keyNames;
    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff(
            Model live,
            Model wanted,
            Set<String> owned,
            List<DatabaseTrigger> triggers,
            Dialect dialect) {
        this.live = live;
        this.wanted = wanted;
        this.owned = owned;
        this.triggers = triggers;
        this.dialect = dialect;
        this.keyNames = new KeyNames(live, wanted, dialect);
    }

    /**
     * @param owned ids of tables and views that may be dropped because they were deployed by us; a
     *     live table that is neither wanted nor owned is left alone
     * @param triggers that the database itself keeps, to be made again where a table is rebuilt
     */
    public static List<Change> between(
            Model live,
            Model wanted,
            Set<String> owned,
            List<DatabaseTrigger> triggers,
            Dialect dialect) {
        SchemaDiff diff = new SchemaDiff(live, wanted, owned, triggers, dialect);
        diff.provide();
        Model renamed = diff.renameTables();
        diff.dropTables(renamed);
        for (Table table : wanted.tables()) {
            live.table(table.id())
                    .ifPresentOrElse(
                            before -> diff.alter(before, renamed, table), () -> diff.create(table));
        }
        List<Change> again = Remaking.of(diff.changes, live, wanted, diff.keyNames, dialect);
        diff.changes.addAll(again);
        diff.changes.replaceAll(diff::asItIsByThen);
        diff.changes.addAll(IndexesAside.of(diff.changes, live, wanted, dialect));
        diff.views();
        return List.copyOf(diff.changes);
    }

    private void provide() {
        Set<String> there =
                live.origin().needs().stream().map(Need::name).collect(Collectors.toSet());
        wanted.origin().needs().stream()
                .filter(n -> !there.contains(n.name()))
                .forEach(n -> changes.add(new Change.Provide(n)));
    }

    private void views() {
        Map<String, View> then =
                wanted.views().stream().collect(Collectors.toMap(View::id, v -> v, (a, b) -> a));
        Map<String, View> now =
                live.views().stream().collect(Collectors.toMap(View::id, v -> v, (a, b) -> a));
        List<View> dropped = new ArrayList<>();
        for (View view : ViewOrder.of(live.views())) {
            View wish = then.get(view.id());
            boolean goes =
                    wish == null
                            ? owned.contains(view.id())
                            : !wish.name().equals(view.name())
                                    || !wish.query().equals(view.query())
                                    || isInTheWay(view)
                                    || ViewReads.of(view).anyOf(dropped)
                                    || isCommentedAnew(view, wish)
                                            && dialect.statements().isRemadeForComment(view);
            if (goes) {
                dropped.add(view);
            }
        }
        dropped.reversed().forEach(v -> changes.add(new Change.DropView(v)));
        ViewOrder.of(wanted.views()).stream()
                .filter(v -> !now.containsKey(v.id()) || dropped.contains(now.get(v.id())))
                .forEach(v -> changes.add(new Change.CreateView(v)));
    }

    private boolean isCommentedAnew(View view, View wish) {
        return dialect.can(Capability.VIEW_COMMENTS) && !view.comment().equals(wish.comment());
    }

    /** Whether the view reads a table that cannot be changed while a view reads it. */
    private boolean isInTheWay(View view) {
        ViewReads reads = ViewReads.of(view);
        return changes.stream()
                .filter(
                        c ->
                                dialect.statements().isBlockedByViews(c)
                                        || !dialect.statements().remakes(c).isEmpty())
                .anyMatch(c -> reads.has(c.on().name()) || reads.has(nameBefore(c.on())));
    }

    /** What the view calls a table that gets another name in the same plan. */
    private String nameBefore(TableName now) {
        return wanted.tableNamed(now)
                .flatMap(t -> live.table(t.id()))
                .map(Table::name)
                .orElse(now)
                .name();
    }

    /**
     * A table that is made anew under its new name does not bring along a key that is dropped, and
     * is made as it is by then: what was computed is stored before.
     */
    private Change asItIsByThen(Change change) {
        if (!(change instanceof Change.RenameTable(Table table, TableName to))) {
            return change;
        }
        Table then = table;
        for (Change other : changes) {
            switch (other) {
                case Change.DropPrimaryKey drop when isOf(drop.table(), table) ->
                        then = then.withPrimaryKey(null);
                case Change.ChangeColumn c when isOf(c.table(), table) && c.becomesStored() ->
                        then = with(then, c.to());
                default -> {}
            }
        }
        return new Change.RenameTable(then, to);
    }

    private static boolean isOf(Table changed, Table table) {
        return changed.id().equals(table.id());
    }

    private static Table with(Table table, Column column) {
        return table.withColumns(
                table.columns().stream()
                        .map(c -> c.id().equals(column.id()) ? column : c)
                        .toList());
    }

    private Model renameTables() {
        Map<String, String> now = new LinkedHashMap<>();
        live.tables().forEach(t -> now.put(t.id(), t.name().toString()));
        Map<String, String> then = new LinkedHashMap<>();
        wanted.tables().forEach(t -> then.put(t.id(), t.name().toString()));
        live.tables().stream()
                .filter(t -> !then.containsKey(t.id()) && !owned.contains(t.id()))
                .forEach(t -> then.put(t.id(), t.name().toString()));
        then.putAll(TakenNames.of(live, wanted, dialect));
        Map<String, TableName> names = new LinkedHashMap<>();
        live.tables().forEach(t -> names.put(t.id(), t.name()));
        for (Renames.Rename rename : Renames.between(now, then)) {
            TableName from = names.getOrDefault(rename.id(), TableName.parse(rename.from()));
            TableName to =
                    wanted.table(rename.id())
                            .map(Table::name)
                            .filter(n -> n.toString().equals(rename.to()))
                            .orElse(new TableName(from.schema(), rename.to()));
            live.table(rename.id())
                    .ifPresent(t -> changes.add(new Change.RenameTable(t.withName(from), to)));
            names.put(rename.id(), to);
        }
        return live.withTables(
                live.tables().stream()
                        .map(t -> t.withName(names.getOrDefault(t.id(), t.name())))
                        .toList());
    }

    private void dropTables(Model renamed) {
        for (Table table : live.tables()) {
            if (wanted.table(table.id()).isPresent() || !owned.contains(table.id())) {
                continue;
            }
            Table then = renamed.table(table.id()).orElse(table);
            List<ForeignKey> keys = ForeignKey.allOf(live, table);
            if (dialect.can(Capability.ADD_FOREIGN_KEY)) {
                keys.forEach(k -> changes.add(new Change.DropRelation(table, k)));
                keys = List.of();
            }
            changes.add(new Change.DropTable(then, keys));
        }
    }

    private void create(Table made) {
        PrimaryKey key = made.primaryKey();
        Table table = key == null ? made : made.withPrimaryKey(keyNames.free(made, key));
        List<ForeignKey> keys = ForeignKey.allOf(wanted, table);
        if (dialect.can(Capability.ADD_FOREIGN_KEY)) {
            changes.add(new Change.CreateTable(table, List.of()));
            keys.forEach(k -> changes.add(new Change.AddRelation(table, k)));
        } else {
            changes.add(new Change.CreateTable(table, keys));
        }
        table.indexes().forEach(i -> changes.add(new Change.AddIndex(table, i)));
    }

    private void alter(Table before, Model renamed, Table after) {
        List<Change> found =
                TableDiff.between(live, before, renamed, wanted, after, keyNames, dialect);
        List<DatabaseTrigger> kept =
                triggers.stream().filter(t -> t.on().equals(before.name())).toList();
        changes.addAll(Rebuilding.of(found, kept, renamed, before, wanted, after, dialect));
    }
}
