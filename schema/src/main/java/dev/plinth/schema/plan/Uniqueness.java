package dev.plinth.schema.plan;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for rows that a key does not allow beside each other. */
final class Uniqueness {
    private final Names names;
    private final Types types;
    private final Limits limits;
    private final LiveNames live;
    private final Foreseen foreseen;

    private record Key(String title, List<String> columns, boolean nullsDistinct) {}

    Uniqueness(Dialect dialect, LiveNames live, Foreseen foreseen) {
        this.names = dialect.names();
        this.types = dialect.types();
        this.limits = dialect.limits();
        this.live = live;
        this.foreseen = foreseen;
    }

    /** Before a key is added. */
    List<Preflight> ofKey(Table table, List<String> columns, boolean nullsDistinct, String title) {
        return duplicates(table, new Key(title, columns, nullsDistinct), "");
    }

    /** Where it has a condition or expressions: only if those speak of the names that are. */
    List<Preflight> ofIndex(Table table, Index index) {
        String where = index.where() == null ? "" : index.where().text();
        return key(index).stream().flatMap(k -> duplicates(table, k, where).stream()).toList();
    }

    private Optional<Key> key(Index index) {
        return index.unique() && index.parts().stream().allMatch(Index.Part::isColumn)
                ? Optional.of(
                        new Key(
                                "unique index " + index.name(),
                                index.parts().stream().map(Index.Part::column).toList(),
                                limits.nullsDifferInIndexes()))
                : Optional.empty();
    }

    private List<Preflight> duplicates(Table table, Key key, String where) {
        Optional<String> rows =
                foreseen.from(table, c -> key.columns.contains(c.id()) || where.contains(c.name()));
        List<Column> columns =
                key.columns.stream()
                        .flatMap(id -> table.column(id).stream())
                        .map(c -> live.named(table, c))
                        .toList();
        if (columns.isEmpty() || rows.isEmpty()) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        if (key.nullsDistinct) {
            columns.forEach(c -> conditions.add(names.quote(c.name()) + " IS NOT NULL"));
        }
        if (!where.isEmpty()) {
            conditions.add("(" + where + ")");
        }
        String list = names.list(columns.stream().map(Column::name).toList());
        String groups =
                list
                        + " FROM "
                        + rows.get()
                        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                        + " GROUP BY "
                        + list
                        + " HAVING COUNT(*) > 1";
        String shown =
                columns.stream()
                        .map(c -> types.selection(c.type(), "d." + names.quote(c.name())))
                        .collect(Collectors.joining(", "));
        return List.of(
                new Preflight.Count(
                        "groups of rows of " + table.name() + " that are equal in " + key.title,
                        "SELECT COUNT(*) FROM (SELECT " + groups + ") d",
                        new Preflight.Rows(
                                "SELECT " + shown + " FROM (SELECT " + groups + ") d", columns),
                        true));
    }

    /**
     * Values that differ may be equal once they are of another type: many numbers are true. A key
     * of which several columns change is asked about at the first of them.
     */
    List<Preflight> afterConversion(Table table, Column from, Column to) {
        if (TypeChange.risk(from.type(), to.type()) == Risk.SAFE) {
            return List.of();
        }
        Table wanted = live.wanted().table(table.id()).orElse(table);
        return keys(wanted).stream()
                .filter(k -> firstRetyped(wanted, k).filter(to.id()::equals).isPresent())
                .flatMap(k -> merging(wanted, k).stream())
                .toList();
    }

    private List<Key> keys(Table table) {
        List<Key> keys = new ArrayList<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            keys.add(new Key("key", primary.columns(), true));
        }
        table.uniques()
                .forEach(
                        u ->
                                keys.add(
                                        new Key(
                                                "unique key " + u.name(),
                                                u.columns(),
                                                u.nullsDistinct())));
        table.indexes().stream()
                .filter(i -> i.where() == null)
                .forEach(i -> key(i).ifPresent(keys::add));
        return keys;
    }

    private Optional<String> firstRetyped(Table table, Key key) {
        return key.columns.stream()
                .filter(
                        id ->
                                table.column(id)
                                        .filter(c -> foreseen.isRetyped(table, c))
                                        .isPresent())
                .findFirst();
    }

    private Optional<Preflight> merging(Table table, Key key) {
        List<Column> now =
                key.columns.stream().flatMap(id -> live.column(table.id(), id).stream()).toList();
        List<ColumnType> then =
                key.columns.stream()
                        .flatMap(id -> table.column(id).stream())
                        .map(Column::type)
                        .toList();
        if (now.size() < key.columns.size()) {
            return Optional.empty();
        }
        String present =
                now.stream()
                        .map(c -> names.quote(c.name()) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        return Optional.of(
                new Preflight.Merging(
                        "groups of rows of " + table.name() + " that become equal in " + key.title,
                        "SELECT "
                                + now.stream()
                                        .map(c -> types.selection(c.type(), names.quote(c.name())))
                                        .collect(Collectors.joining(", "))
                                + " FROM "
                                + names.quote(live.table(table))
                                + (key.nullsDistinct ? " WHERE " + present : ""),
                        now,
                        then));
    }
}
