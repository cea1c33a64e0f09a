package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Heir;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.PlinthException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What heirs get from their parents. A model holds each table by itself; a database that hands
 * changes down makes them by itself, and refuses an heir that lacks what its parent has.
 *
 * @param live as it will be when the parents are as wanted
 * @param wanted with what heirs cannot lack
 */
public record Heirs(Model live, Model wanted) {

    /**
     * @param live with adopted ids
     * @param heirs as they are in the database
     * @throws PlinthException when an heir would lose what it is to keep
     */
    public static Heirs of(Model live, Model wanted, List<Heir> heirs) {
        Heirs handed = new Heirs(live, wanted);
        for (Heir heir : eldersFirst(heirs)) {
            handed = handed.down(heir, live);
        }
        return handed;
    }

    private static List<Heir> eldersFirst(List<Heir> heirs) {
        List<Heir> left = new ArrayList<>(heirs);
        List<Heir> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Heir> next =
                    left.stream()
                            .filter(h -> left.stream().noneMatch(p -> p.table().equals(h.parent())))
                            .toList();
            sorted.addAll(next);
            left.removeAll(next);
        }
        return sorted;
    }

    private Heirs down(Heir heir, Model before) {
        Optional<Table> was = named(before, heir.parent());
        Optional<Table> will = was.flatMap(t -> wanted.table(t.id()));
        Optional<Table> now = named(live, heir.table());
        return was.isEmpty() || will.isEmpty() || now.isEmpty()
                ? this
                : down(heir, was.get(), will.get(), now.get());
    }

    private Heirs down(Heir heir, Table was, Table will, Table now) {
        Optional<Table> wish = wanted.table(now.id());
        List<Column> columns = new ArrayList<>();
        List<Column> inherited = new ArrayList<>();
        for (Column column : now.columns()) {
            Column from = was.columnNamed(column.name()).orElse(null);
            Column to = from == null ? null : will.column(from.id()).orElse(null);
            if (to != null) {
                inherited.add(handed(column, Objects.requireNonNull(from), to));
            } else if (from == null || heir.own().contains(column.name())) {
                columns.add(column);
            } else if (wish.flatMap(t -> t.column(column.id())).isPresent()) {
                throw keeps(now, was, column.name());
            }
        }
        for (Column column : will.columns()) {
            if (was.column(column.id()).isEmpty()
                    && now.columnNamed(column.name()).isEmpty()
                    && inherited.stream().noneMatch(c -> c.name().equals(column.name()))) {
                String id =
                        wish.flatMap(t -> t.columnNamed(column.name()))
                                .map(Column::id)
                                .orElse(DerivedIds.column(now.name(), column.name()));
                inherited.add(
                        column.withId(id).withIdentity(null).withBackfill(null).withComment(""));
            }
        }
        columns.addAll(inherited);
        List<Check> checks = checks(heir, was, will, now, wish);
        Table then = now.withColumns(columns).withChecks(checks);
        return new Heirs(
                replaced(live, then),
                wish.map(t -> replaced(wanted, kept(t, inherited, will, checks))).orElse(wanted));
    }

    private static PlinthException keeps(Table heir, Table elder, String element) {
        return PlinthException.of(
                "D219",
                heir.name() + "." + element,
                elder.name()
                        + "."
                        + element
                        + " is to be dropped, but its heir "
                        + heir.name()
                        + " keeps it; the database drops both.",
                "Drop it from the heirs as well, or keep it.");
    }

    private static Column handed(Column column, Column from, Column to) {
        Column handed = column.withName(to.name()).withType(to.type());
        if (from.required() != to.required()) {
            handed = handed.withRequired(to.required());
        }
        if (!Objects.equals(from.defaultValue(), to.defaultValue())) {
            handed = handed.withDefault(to.defaultValue());
        }
        return Objects.equals(from.generated(), to.generated())
                ? handed
                : handed.withGenerated(to.generated());
    }

    private static List<Check> checks(
            Heir heir, Table was, Table will, Table now, Optional<Table> wish) {
        List<Check> checks = new ArrayList<>();
        for (Check check : now.checks()) {
            boolean goes =
                    was.checks().stream()
                            .filter(c -> c.name().equals(check.name()))
                            .anyMatch(c -> !will.checks().contains(c));
            if (!goes || heir.own().contains(check.name())) {
                checks.add(check);
            } else if (will.checks().stream().noneMatch(c -> c.name().equals(check.name()))
                    && wish.stream()
                            .flatMap(t -> t.checks().stream())
                            .anyMatch(c -> c.id().equals(check.id()))) {
                throw keeps(now, was, check.name());
            }
        }
        for (Check check : will.checks()) {
            if (!was.checks().contains(check)
                    && checks.stream().noneMatch(c -> c.name().equals(check.name()))) {
                String id =
                        now.checks().stream()
                                .filter(c -> c.name().equals(check.name()))
                                .map(Check::id)
                                .findFirst()
                                .orElse(DerivedIds.check(now.name(), check.name()));
                checks.add(new Check(id, check.name(), check.expression(), check.message()));
            }
        }
        return checks;
    }

    /** The heir as it is wanted, with what it gets whether it is wanted or not. */
    private static Table kept(
            Table wish, List<Column> inherited, Table parent, List<Check> checks) {
        List<Column> columns = new ArrayList<>(wish.columns());
        for (Column column : inherited) {
            boolean required = parent.columnNamed(column.name()).orElseThrow().required();
            columns.replaceAll(
                    c ->
                            c.id().equals(column.id())
                                    ? c.withName(column.name())
                                            .withType(column.type())
                                            .withRequired(c.required() || required)
                                    : c);
            if (wish.column(column.id()).isEmpty()) {
                columns.add(column);
            }
        }
        List<Check> wished = new ArrayList<>(wish.checks());
        for (Check check : checks) {
            if (parent.checks().stream().anyMatch(c -> c.name().equals(check.name()))) {
                wished.removeIf(c -> c.id().equals(check.id()) || c.name().equals(check.name()));
                wished.add(check);
            }
        }
        return wish.withColumns(columns).withChecks(wished);
    }

    private static Optional<Table> named(Model model, TableName name) {
        return model.tables().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    private static Model replaced(Model model, Table table) {
        return model.withTables(
                model.tables().stream().map(t -> t.id().equals(table.id()) ? table : t).toList());
    }
}
