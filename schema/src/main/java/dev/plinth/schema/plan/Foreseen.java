package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tables as queries see them before anything has run, under the names and with the fills to be. */
final class Foreseen {
    private final Dialect dialect;
    private final Names names;
    private final LiveNames live;
    private final Map<String, Column> filled = new HashMap<>();

    Foreseen(Dialect dialect, LiveNames live, List<Change> changes) {
        this.dialect = dialect;
        this.names = dialect.names();
        this.live = live;
        changes.forEach(this::note);
    }

    private void note(Change change) {
        if (change instanceof Change.FillColumn fill) {
            filled.put(fill.column().id(), fill.column());
        } else if (change instanceof Change.RebuildTable rebuild) {
            rebuild.changes().forEach(this::note);
        }
    }

    /**
     * What stands after FROM, called by the name that the table will have.
     *
     * @param needed the columns that the question is about
     * @return empty when what one of them will hold cannot be said, or is nothing in every row
     */
    Optional<String> from(Table table, Predicate<Column> needed) {
        return from(table, needed, "");
    }

    /**
     * @param alias empty for the table's own name
     */
    Optional<String> from(Table table, Predicate<Column> needed, String alias) {
        List<Column> open =
                table.columns().stream()
                        .filter(needed)
                        .filter(c -> !live.hasColumn(table.id(), c.id()) || isFilled(c))
                        .toList();
        if (!live.hasTable(table.id()) || open.stream().anyMatch(c -> value(c).isEmpty())) {
            return Optional.empty();
        }
        if (open.isEmpty() && live.hasSameNames(table)) {
            return Optional.of((names.quote(live.table(table)) + " " + alias).strip());
        }
        String itself = names.quote(table.name().name());
        String called = alias.isEmpty() ? itself : alias;
        List<Column> there =
                table.columns().stream().filter(c -> live.hasColumn(table.id(), c.id())).toList();
        String renamed =
                there.stream()
                        .map(c -> as(names.quote(live.column(table.id(), c)), c))
                        .collect(Collectors.joining(", "));
        String rows =
                derived(renamed, names.quote(live.table(table)), open.isEmpty() ? called : itself);
        if (!open.isEmpty()) {
            List<String> all = new ArrayList<>();
            there.stream().filter(c -> !open.contains(c)).forEach(c -> all.add(name(c)));
            open.forEach(c -> all.add(as(then(table, c), c)));
            rows = derived(String.join(", ", all), rows, called);
        }
        return Optional.of(rows);
    }

    /** Whether a condition or key can be asked about the column as it is stored now. */
    boolean isRetyped(Table table, Column column) {
        return live.column(table.id(), column.id())
                .filter(
                        now ->
                                !dialect.types()
                                        .sql(now.type())
                                        .equals(dialect.types().sql(column.type())))
                .isPresent();
    }

    private static String derived(String columns, String from, String alias) {
        return "(SELECT " + columns + " FROM " + from + ") " + alias;
    }

    private String as(String value, Column column) {
        return value + " AS " + name(column);
    }

    private String name(Column column) {
        return names.quote(column.name());
    }

    private boolean isFilled(Column column) {
        return filled.containsKey(column.id());
    }

    private String then(Table table, Column column) {
        String value = value(column).orElseThrow();
        return live.hasColumn(table.id(), column.id())
                ? "COALESCE(" + name(column) + ", " + value + ")"
                : value;
    }

    private Optional<String> value(Column column) {
        Expression backfill = filled.getOrDefault(column.id(), column).backfill();
        if (backfill != null) {
            return Optional.of("(" + backfill.text() + ")");
        }
        return column.defaultValue() instanceof Default.Value(String text)
                ? Optional.of(dialect.types().literal(column.type(), text))
                : Optional.empty();
    }
}
