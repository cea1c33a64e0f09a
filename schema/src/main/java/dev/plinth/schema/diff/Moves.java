package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns whose ids were live in one table and are wanted in another. Where one relation joins the
 * two, the new column is filled from the old one; else the values stay in quarantine.
 *
 * @param wanted the model, with a backfill for each column that moves
 * @param all what moves with its values
 * @param notes on what moves without them
 */
public record Moves(Model wanted, List<Move> all, List<Problem> notes) {
    public Moves {
        all = List.copyOf(all);
        notes = List.copyOf(notes);
    }

    /** Without any. */
    public static Moves none(Model wanted) {
        return new Moves(wanted, List.of(), List.of());
    }

    /**
     * @param live what is there, with adopted ids
     * @param wanted the lowered model
     */
    public static Moves of(Model live, Model wanted, Dialect dialect) {
        return new Search(live, wanted, dialect).found();
    }

    private static final class Search {
        private final Model live;
        private final Model wanted;
        private final Dialect dialect;
        private final Names names;
        private final NamesAfter then;

        /** Of each column that leaves, the tables it is in. */
        private final Map<String, List<Table>> homes = new HashMap<>();

        private final List<Move> moves = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();

        Search(Model live, Model wanted, Dialect dialect) {
            this.live = live;
            this.wanted = wanted;
            this.dialect = dialect;
            this.names = dialect.names();
            this.then = new NamesAfter(live, wanted, dialect);
            for (Table table : live.tables()) {
                table.columns().stream()
                        .filter(c -> leaves(table, c))
                        .forEach(
                                c ->
                                        homes.computeIfAbsent(c.id(), k -> new ArrayList<>())
                                                .add(table));
            }
        }

        Moves found() {
            if (homes.isEmpty()) {
                return none(wanted);
            }
            List<Table> tables =
                    wanted.tables().stream()
                            .map(
                                    t ->
                                            t.withColumns(
                                                    t.columns().stream()
                                                            .map(c -> filled(t, c))
                                                            .toList()))
                            .toList();
            return new Moves(wanted.withTables(tables), moves, notes);
        }

        private Column filled(Table to, Column column) {
            if (column.backfill() != null || column.generated() != null) {
                return column;
            }
            return homes.getOrDefault(column.id(), List.of()).stream()
                    .filter(from -> !from.id().equals(to.id()))
                    .findFirst()
                    .flatMap(from -> filled(from, to, column))
                    .orElse(column);
        }

        private boolean leaves(Table from, Column column) {
            return wanted.table(from.id()).flatMap(t -> t.column(column.id())).isEmpty();
        }

        private Optional<Column> filled(Table from, Table to, Column column) {
            Column was = from.column(column.id()).orElseThrow();
            Table now = live.table(to.id()).orElse(to);
            List<Join> joins = joins(from, now);
            String obstacle = obstacle(from, to, was, column, joins.size());
            if (!obstacle.isEmpty()) {
                notes.add(
                        Problem.warning(
                                "D217",
                                from.name() + "." + was.name(),
                                from.name()
                                        + "."
                                        + was.name()
                                        + " moves to "
                                        + to.name()
                                        + " without its values: "
                                        + obstacle
                                        + ".",
                                "They stay in quarantine. To take them along, give the new column"
                                        + " a backfill."));
                return Optional.empty();
            }
            Join join = joins.getFirst();
            String matching = join.condition(names, Table::name, (t, c) -> c.name());
            String rows = " FROM " + names.quote(from.name()) + " s WHERE " + matching;
            String value = "s." + names.quote(was.name());
            moves.add(
                    new Move(
                            from,
                            was,
                            to,
                            join.many()
                                    ? "(SELECT COUNT(DISTINCT " + value + ")" + rows + ") > 1"
                                    : "",
                            "NOT EXISTS (SELECT 1" + rows + " AND " + value + " IS NOT NULL)"));
            return Optional.of(column.withBackfill(query(join, from, was)));
        }

        private Expression query(Join join, Table from, Column was) {
            String value = "s." + names.quote(then.column(from, was));
            String rows =
                    " FROM "
                            + names.quote(then.table(from))
                            + " s WHERE "
                            + join.condition(names, then::table, then::column);
            return Expression.sql(
                    join.many()
                            ? "(SELECT DISTINCT " + value + rows + " AND " + value + " IS NOT NULL)"
                            : "(SELECT " + value + rows + ")");
        }

        private String obstacle(Table from, Table to, Column was, Column column, int joins) {
            if (live.table(to.id()).isEmpty()) {
                return to.name() + " is new and has no rows";
            }
            if (joins != 1) {
                return joins == 0
                        ? "no relation joins the two tables"
                        : "several relations join the two tables";
            }
            if (!dialect.types().sql(was.type()).equals(dialect.types().sql(column.type()))) {
                return "its type changes too, which can be done before or after";
            }
            boolean back =
                    wanted.table(from.id()).stream()
                            .flatMap(t -> t.columns().stream())
                            .anyMatch(
                                    c ->
                                            live.table(to.id())
                                                            .flatMap(t -> t.column(c.id()))
                                                            .isPresent()
                                                    && leaves(
                                                            live.table(to.id()).orElseThrow(), c));
            return back && !dialect.can(Capability.ALTER_TABLE)
                    ? "another column goes the other way, and both tables are made anew"
                    : "";
        }

        /** The relations that are there between the two, from either side. */
        private List<Join> joins(Table from, Table to) {
            return Stream.concat(
                            to.relations().stream()
                                    .filter(r -> r.target().equals(from.id()))
                                    .map(
                                            r ->
                                                    new Join(
                                                            from,
                                                            to,
                                                            r.targetColumns(),
                                                            r.columns(),
                                                            false)),
                            from.relations().stream()
                                    .filter(r -> r.target().equals(to.id()))
                                    .map(
                                            r ->
                                                    new Join(
                                                            from,
                                                            to,
                                                            r.columns(),
                                                            r.targetColumns(),
                                                            true)))
                    .toList();
        }
    }
}
