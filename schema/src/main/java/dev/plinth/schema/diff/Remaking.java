package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stays as it is but hangs on a column that a database can only change by making it again:
 * such keys, indexes, checks and relations would be gone with it in silence, so they are dropped
 * before and made again after.
 */
final class Remaking {
    private final Model live;
    private final Model wanted;
    private final KeyNames keyNames;

    /** Ids of columns that are made again, and for each table their names. */
    private final Set<String> columns = new HashSet<>();

    private final Map<String, Set<String>> names = new HashMap<>();

    /** Those of them that more happens to than that their table is renamed. */
    private final Set<String> changed = new HashSet<>();

    private final List<Change> again = new ArrayList<>();

    private Remaking(Model live, Model wanted, KeyNames keyNames) {
        this.keyNames = keyNames;
        this.live = live;
        this.wanted = wanted;
    }

    /** The changes that are needed besides. */
    static List<Change> of(
            List<Change> changes, Model live, Model wanted, KeyNames keyNames, Dialect dialect) {
        Remaking remaking = new Remaking(live, wanted, keyNames);
        for (Change change : changes) {
            if (change instanceof Change.AddColumn(Table table, Column column)
                    && live.table(table.id()).flatMap(t -> t.column(column.id())).isPresent()) {
                remaking.note(change, column);
            }
            for (Column column : dialect.statements().remakes(change)) {
                remaking.note(change, column);
            }
        }
        if (!remaking.columns.isEmpty()) {
            live.tables().forEach(t -> wanted.table(t.id()).ifPresent(w -> remaking.keep(t, w)));
        }
        changes.stream()
                .filter(Change.RenameTable.class::isInstance)
                .map(c -> ((Change.RenameTable) c).table().id())
                .distinct()
                .forEach(id -> remaking.keepNames(id, dialect));
        if (dialect.statements().indexesBeforeRelations()) {
            changes.forEach(c -> remaking.relationsAside(c, changes));
        }
        if (dialect.statements().relationsHoldIndexes()) {
            changes.forEach(c -> remaking.holdersAside(c, changes));
        }
        if (dialect.statements().relationsHoldTypes()) {
            changes.forEach(c -> remaking.typesFreed(c, changes));
        }
        return remaking.again;
    }

    /** Relations that go by a column of which the type changes. */
    private void typesFreed(Change change, List<Change> changes) {
        if (!(change instanceof Change.ChangeColumn(Table of, _, Column column, var aspects))
                || !aspects.contains(Aspect.TYPE)) {
            return;
        }
        for (Table before : live.tables()) {
            Table after = wanted.table(before.id()).orElse(before);
            before.relations().stream()
                    .filter(
                            r ->
                                    before.id().equals(of.id()) && r.columns().contains(column.id())
                                            || r.target().equals(of.id())
                                                    && r.targetColumns().contains(column.id()))
                    .filter(r -> after.relations().contains(r))
                    .filter(r -> !isDropped(changes, r) && !isDropped(again, r))
                    .forEach(r -> remake(before, after, r));
        }
    }

    /** Relations of the columns of an index that is added to a table that has them already. */
    private void relationsAside(Change change, List<Change> changes) {
        if (!(change instanceof Change.AddIndex(Table after, Index index)) || index.unique()) {
            return;
        }
        Table before = live.table(after.id()).orElse(null);
        if (before == null) {
            return;
        }
        before.relations().stream()
                .filter(r -> after.relations().contains(r) && columns(index).equals(r.columns()))
                .filter(r -> !isDropped(changes, r) && !isDropped(again, r))
                .forEach(r -> remake(before, after, r));
    }

    /** Relations of the columns of an index that goes. */
    private void holdersAside(Change change, List<Change> changes) {
        if (!(change instanceof Change.DropIndex(Table table, Index index))) {
            return;
        }
        Table before = live.table(table.id()).orElse(table);
        Table after = wanted.table(table.id()).orElse(before);
        Set<String> columns = new HashSet<>(columns(index));
        before.relations().stream()
                .filter(r -> after.relations().contains(r))
                .filter(r -> columns.equals(new HashSet<>(r.columns())))
                .filter(r -> !isDropped(changes, r) && !isDropped(again, r))
                .forEach(r -> remake(before, after, r));
    }

    private static boolean isDropped(List<Change> changes, Relation relation) {
        return changes.stream()
                .anyMatch(
                        c ->
                                c instanceof Change.DropRelation d
                                        && d.key().id().equals(relation.id()));
    }

    /** An index that came with such a relation goes with it, as MariaDB's do. */
    private void keepNames(String id, Dialect dialect) {
        Table before = live.table(id).orElseThrow();
        Table after = wanted.table(id).orElse(before);
        List<Relation> named =
                dialect.statements().namedAfter(before).stream()
                        .filter(after.relations()::contains)
                        .filter(r -> !isRemade(r.columns(), r.targetColumns()))
                        .toList();
        named.forEach(r -> remake(before, after, r));
        before.indexes().stream()
                .filter(i -> after.indexes().contains(i) && !hasOne(before, i))
                .filter(i -> named.stream().anyMatch(r -> columns(i).equals(r.columns())))
                .forEach(i -> add(new Change.DropIndex(before, i), new Change.AddIndex(after, i)));
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(Index.Part::column).toList();
    }

    private void note(Change change, Column column) {
        for (Table table : wanted.tables()) {
            if (isOf(change, table) && table.column(column.id()).isPresent()) {
                columns.add(column.id());
                if (!(change instanceof Change.RenameTable)) {
                    changed.add(column.id());
                }
                Set<String> of = names.computeIfAbsent(table.id(), k -> new HashSet<>());
                of.add(column.name());
                live.table(table.id())
                        .flatMap(t -> t.column(column.id()))
                        .ifPresent(c -> of.add(c.name()));
            }
        }
    }

    private static boolean isOf(Change change, Table table) {
        return change instanceof Change.RenameTable rename
                ? rename.table().id().equals(table.id())
                : change.on().equals(table.name());
    }

    /** All that is equal on both sides; what differs is dropped and made anyhow. */
    private void keep(Table before, Table after) {
        PrimaryKey key = before.primaryKey();
        PrimaryKey then = after.primaryKey();
        if (key != null
                && then != null
                && key.columns().equals(then.columns())
                && key.columns().stream().anyMatch(changed::contains)) {
            // Not for a mere rename: until it is done, rows are told apart by their key.
            add(
                    new Change.DropPrimaryKey(before, key),
                    new Change.AddPrimaryKey(after, keyNames.free(after, then)));
        }
        before.uniques().stream()
                .filter(u -> after.uniques().contains(u) && hasOne(u.columns()))
                .forEach(
                        u -> add(new Change.DropUnique(before, u), new Change.AddUnique(after, u)));
        before.indexes().stream()
                .filter(i -> after.indexes().contains(i) && hasOne(before, i))
                .forEach(i -> add(new Change.DropIndex(before, i), new Change.AddIndex(after, i)));
        for (Check check : before.checks()) {
            after.checks().stream()
                    .filter(c -> c.id().equals(check.id()) && c.name().equals(check.name()))
                    .filter(c -> c.expression().text().equals(check.expression().text()))
                    .filter(c -> mentionsOne(before, c.expression().text()))
                    .forEach(
                            c ->
                                    add(
                                            new Change.DropCheck(before, check),
                                            new Change.AddCheck(after, c)));
        }
        for (Relation relation : before.relations()) {
            if (after.relations().contains(relation)
                    && isRemade(relation.columns(), relation.targetColumns())) {
                remake(before, after, relation);
            }
        }
    }

    private boolean isRemade(List<String> own, List<String> pointed) {
        return hasOne(own) || hasOne(pointed);
    }

    private void remake(Table before, Table after, Relation relation) {
        add(
                new Change.DropRelation(before, ForeignKey.of(live, before, relation)),
                new Change.AddRelation(after, ForeignKey.of(wanted, after, relation)));
    }

    private void add(Change drop, Change make) {
        again.add(drop);
        again.add(make);
    }

    private boolean hasOne(List<String> ids) {
        return ids.stream().anyMatch(columns::contains);
    }

    private boolean hasOne(Table table, Index index) {
        return index.parts().stream()
                        .anyMatch(
                                p ->
                                        p.isColumn()
                                                ? columns.contains(p.column())
                                                : mentionsOne(table, p.expression()))
                || hasOne(index.included())
                || index.where() != null && mentionsOne(table, index.where().text());
    }

    private boolean mentionsOne(Table table, String sql) {
        return names.getOrDefault(table.id(), Set.of()).stream().anyMatch(sql::contains);
    }
}
