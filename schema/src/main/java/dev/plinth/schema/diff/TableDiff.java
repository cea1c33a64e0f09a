package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The changes of one table that exists on both sides. */
final class TableDiff {
    private final Model live;
    private final Table before;
    private final Model wanted;
    private final Table after;
    private final KeyNames keyNames;
    private final Dialect dialect;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Ids of computed columns that go before anything is renamed. */
    private final Set<String> droppedFirst = new HashSet<>();

    private TableDiff(
            Model live,
            Table before,
            Model wanted,
            Table after,
            KeyNames keyNames,
            Dialect dialect) {
        this.live = live;
        this.before = before;
        this.wanted = wanted;
        this.after = after;
        this.keyNames = keyNames;
        this.dialect = dialect;
    }

    static List<Change> between(
            Model live,
            Table before,
            Model renamed,
            Model wanted,
            Table after,
            KeyNames keyNames,
            Dialect dialect) {
        TableDiff diff = new TableDiff(live, before, wanted, after, keyNames, dialect);
        diff.store();
        diff.renameColumns();
        diff.columns();
        diff.keys();
        diff.relations(renamed);
        if (!before.comment().equals(after.comment())) {
            diff.changes.add(
                    new Change.ChangeTableComment(after, before.comment(), after.comment()));
        }
        return diff.changes;
    }

    /** Under its old name, so that nothing is computed from a column while that is renamed. */
    private void store() {
        for (Column was : before.columns()) {
            if (becomesStored(was)) {
                Column stored = was.withGenerated(null);
                changes.add(new Change.ChangeColumn(before, was, stored, Set.of(Aspect.GENERATED)));
            }
        }
    }

    private boolean becomesStored(Column was) {
        return was.generated() != null
                && after.column(was.id()).filter(c -> c.generated() == null).isPresent();
    }

    private void renameColumns() {
        before.columns().stream()
                .filter(c -> c.generated() != null && after.column(c.id()).isEmpty())
                .forEach(c -> droppedFirst.add(c.id()));
        List<Renames.Rename> renames = renames();
        before.columns().stream()
                .filter(c -> c.generated() != null && !becomesStored(c) && isInTheWay(c, renames))
                .forEach(c -> droppedFirst.add(c.id()));
        for (Renames.Rename rename : renames()) {
            changes.add(new Change.RenameColumn(after, rename.from(), rename.to()));
            names.put(rename.id(), rename.to());
        }
    }

    private List<Renames.Rename> renames() {
        Map<String, String> now = new LinkedHashMap<>();
        before.columns().stream()
                .filter(c -> !droppedFirst.contains(c.id()))
                .forEach(c -> now.put(c.id(), c.name()));
        Map<String, String> then = new LinkedHashMap<>();
        after.columns().forEach(c -> then.put(c.id(), c.name()));
        return Renames.between(now, then);
    }

    /** Whether the column is computed from what is renamed, where the database can't have that. */
    private boolean isInTheWay(Column column, List<Renames.Rename> renames) {
        String expression = Objects.requireNonNull(column.generated()).expression().text();
        Statements statements = dialect.statements();
        return renames.stream()
                        .filter(r -> expression.contains(r.from()))
                        .map(r -> new Change.RenameColumn(after, r.from(), r.to()))
                        .anyMatch(statements::isBlockedByComputed)
                || !before.name().equals(after.name())
                        && statements.isBlockedByComputed(
                                new Change.RenameTable(before, after.name()));
    }

    private void columns() {
        for (Column column : before.columns()) {
            if (droppedFirst.contains(column.id())) {
                changes.add(new Change.DropColumn(before, column));
            } else if (after.column(column.id()).isEmpty()) {
                String name = names.getOrDefault(column.id(), column.name());
                changes.add(new Change.DropColumn(after, column.withName(name)));
            }
        }
        List<Column> computed = new ArrayList<>();
        for (Column column : after.columns()) {
            Column was = before.column(column.id()).orElse(null);
            if (was != null && !droppedFirst.contains(was.id())) {
                change(becomesStored(was) ? was.withGenerated(null) : was, column);
            } else if (column.generated() == null) {
                add(column);
            } else {
                computed.add(column);
            }
        }
        // What they are computed from may come with them.
        computed.forEach(this::add);
    }

    /**
     * Rows that exist get the backfill, not the default, which comes after it as what is required
     * does.
     */
    private void add(Column column) {
        if (column.backfill() == null) {
            changes.add(new Change.AddColumn(after, column));
            return;
        }
        Column open = column.withRequired(false).withDefault(null);
        changes.add(new Change.AddColumn(after, open));
        if (!column.required()) {
            changes.add(new Change.FillColumn(after, column));
        }
        change(open, column);
    }

    private void change(Column was, Column column) {
        Column from = was.withName(column.name());
        boolean sameType =
                dialect.types().sql(was.type()).equals(dialect.types().sql(column.type()));
        Set<Aspect> aspects = Aspect.between(from, column, sameType);
        if (aspects.isEmpty()) {
            return;
        }
        if (aspects.contains(Aspect.REQUIRED) && column.required() && column.backfill() != null) {
            changes.add(new Change.FillColumn(after, column));
        }
        changes.add(new Change.ChangeColumn(after, from, column, aspects));
    }

    private void keys() {
        PrimaryKey was = before.primaryKey();
        PrimaryKey will = after.primaryKey();
        List<String> wasColumns = was == null ? List.of() : was.columns();
        List<String> willColumns = will == null ? List.of() : will.columns();
        if (!wasColumns.equals(willColumns)) {
            if (was != null) {
                changes.add(new Change.DropPrimaryKey(before, was));
            }
            if (will != null) {
                changes.add(new Change.AddPrimaryKey(after, keyNames.free(after, will)));
            }
        }
        elements(
                Table::uniques,
                UniqueKey::id,
                UniqueKey::equals,
                Change.DropUnique::new,
                Change.AddUnique::new);
        elements(
                Table::indexes,
                Index::id,
                Index::equals,
                Change.DropIndex::new,
                Change.AddIndex::new);
        elements(
                Table::checks,
                Check::id,
                (a, b) ->
                        a.name().equals(b.name())
                                && a.expression().text().equals(b.expression().text()),
                Change.DropCheck::new,
                Change.AddCheck::new);
    }

    private <T> void elements(
            Function<Table, List<T>> of,
            Function<T, String> id,
            BiPredicate<T, T> same,
            BiFunction<Table, T, Change> drop,
            BiFunction<Table, T, Change> add) {
        for (T was : of.apply(before)) {
            if (find(of.apply(after), id, id.apply(was)).filter(w -> same.test(was, w)).isEmpty()) {
                changes.add(drop.apply(before, was));
            }
        }
        for (T will : of.apply(after)) {
            if (find(of.apply(before), id, id.apply(will))
                    .filter(w -> same.test(w, will))
                    .isEmpty()) {
                changes.add(add.apply(after, will));
            }
        }
    }

    private static <T> Optional<T> find(List<T> among, Function<T, String> id, String wanted) {
        return among.stream().filter(e -> Objects.equals(id.apply(e), wanted)).findFirst();
    }

    private void relations(Model renamed) {
        if (!dialect.limits().relations()) {
            // Those that are there were made by others.
            return;
        }
        for (var was : before.relations()) {
            boolean kept =
                    after.relations().stream().anyMatch(w -> isSame(w, was))
                            && renamed.table(was.target()).isPresent();
            if (!kept) {
                changes.add(new Change.DropRelation(before, ForeignKey.of(live, before, was)));
            }
        }
        for (var will : after.relations()) {
            if (before.relations().stream().noneMatch(w -> isSame(w, will))) {
                changes.add(new Change.AddRelation(after, ForeignKey.of(wanted, after, will)));
            }
        }
    }

    private static boolean isSame(Relation one, Relation other) {
        return one.equals(other) || one.inOrder().equals(other.inOrder());
    }
}
