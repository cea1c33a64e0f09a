package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.KeptValue;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes back what {@link Quarantine} has kept when a model wants it again, by its id. */
public final class Returning {
    private final Model live;
    private final List<Kept> kept;
    private final Dialect dialect;

    Returning(Model live, List<Kept> kept, Dialect dialect) {
        this.live = live;
        this.kept = kept;
        this.dialect = dialect;
    }

    /** The live model with those kept tables that are wanted and not there. */
    public static Model withTables(Model live, Model wanted, List<Kept> kept) {
        List<Table> tables = new ArrayList<>(live.tables());
        for (Table table : wanted.tables()) {
            if (live.table(table.id()).isEmpty()) {
                newestTable(kept, table.id()).map(Kept::table).ifPresent(tables::add);
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
    public static Model withValues(
            Model wanted, Model live, List<Kept> kept, Set<String> unfilled, Dialect dialect) {
        if (kept.isEmpty()) {
            return wanted;
        }
        Returning returning = new Returning(live, kept, dialect);
        return wanted.withTables(
                wanted.tables().stream().map(t -> returning.filled(t, unfilled)).toList());
    }

    private Table filled(Table table, Set<String> unfilled) {
        Table now = live.table(table.id()).orElse(null);
        return now == null
                ? table
                : table.withColumns(
                        table.columns().stream()
                                .map(
                                        c ->
                                                now.column(c.id()).isEmpty()
                                                                || unfilled.contains(c.id())
                                                        ? filled(table, c)
                                                        : c)
                                .toList());
    }

    /** The column with a backfill of what is kept of it. */
    private Column filled(Table table, Column column) {
        List<KeptValue> values = kept(table, column);
        Column filled = values.isEmpty() ? column : defaulted(column);
        for (KeptValue value : values) {
            filled = filled.withBackfill(value.or(filled));
        }
        return filled;
    }

    /**
     * What a column gets that is stored again. The oldest, as a newer one was made while this was
     * still to be given back, of what was computed.
     */
    Optional<KeptValue> storedAgain(Table table, Column column) {
        return kept(table, column).stream().findFirst();
    }

    /** What columns come back without, because nobody can tell whose the kept values are. */
    public static List<Problem> notes(Model wanted, Model live, List<Kept> kept, Dialect dialect) {
        Returning returning = new Returning(live, kept, dialect);
        List<Problem> notes = new ArrayList<>();
        for (Kept one : kept) {
            wanted.table(one.origin().id())
                    .ifPresent(
                            table ->
                                    table.column(one.column())
                                            .filter(c -> returning.isBack(table, c))
                                            .filter(c -> returning.value(one, table, c).isEmpty())
                                            .ifPresent(c -> notes.add(note(table, c, one))));
        }
        return notes;
    }

    private static Problem note(Table table, Column column, Kept kept) {
        return Problem.warning(
                "D222",
                "tables." + table.name() + ".columns." + column.name(),
                table.name()
                        + "."
                        + column.name()
                        + " comes back without the values that are kept of it: its rows are no"
                        + " longer known by what they are kept by.",
                "They stay kept as "
                        + kept.place()
                        + ": give them back with SQL of your own, then purge them.");
    }

    private boolean isBack(Table table, Column column) {
        return column.generated() == null
                && live.table(table.id()).isPresent()
                && !isStored(table, column);
    }

    /** Whether the column is there and holds values of its own. */
    boolean isStored(Table table, Column column) {
        return live.table(table.id())
                .flatMap(t -> t.column(column.id()))
                .filter(c -> c.generated() == null)
                .isPresent();
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

    /** What is kept of a column and fits, the newest last. */
    private List<KeptValue> kept(Table table, Column column) {
        return kept.stream()
                .sorted(Comparator.comparingInt(Kept::number))
                .flatMap(k -> value(k, table, column).stream())
                .toList();
    }

    private Optional<KeptValue> value(Kept candidate, Table table, Column column) {
        if (!candidate.origin().id().equals(table.id())
                || !candidate.column().equals(column.id())
                || column.generated() != null
                || column.identity() != null
                || !candidate.returnable()
                || candidate.valueColumn().filter(was -> sql(was).equals(sql(column))).isEmpty()) {
            return Optional.empty();
        }
        return rowKey(candidate, table)
                .map(
                        key ->
                                new KeptValue(
                                        table,
                                        key,
                                        Kept.copy(candidate.place(), key, column),
                                        dialect.names()));
    }

    /**
     * The columns that rows are found again by, which need not be their key any longer; empty when
     * they are not what they were.
     */
    private Optional<List<Column>> rowKey(Kept candidate, Table table) {
        Table now = live.table(table.id()).orElse(table);
        List<Column> key = new ArrayList<>();
        for (String id : candidate.origin().keyColumns()) {
            Optional<Column> will = table.column(id);
            candidate
                    .origin()
                    .column(id)
                    .flatMap(was -> now.column(id).filter(c -> sql(was).equals(sql(c))))
                    .flatMap(c -> will.map(w -> c.withName(w.name())))
                    .ifPresent(key::add);
        }
        boolean whole = key.size() == candidate.origin().keyColumns().size();
        return whole ? Optional.of(key) : Optional.empty();
    }

    private String sql(Column column) {
        return dialect.types().sql(column.type());
    }

    private static Optional<Kept> newestTable(List<Kept> kept, String table) {
        return kept.stream()
                .filter(k -> k.origin().id().equals(table) && k.isTable())
                .max(Comparator.comparingInt(Kept::number));
    }
}
