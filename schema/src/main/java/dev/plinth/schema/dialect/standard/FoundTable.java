package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A table while it is read from a catalog: everything is told by name and gets derived ids. */
public final class FoundTable {
    private final TableName name;
    private final String comment;
    private final List<Column> columns = new ArrayList<>();
    private @Nullable PrimaryKey primaryKey;
    private final List<UniqueKey> uniques = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<ForeignKey> keys = new ArrayList<>();

    FoundTable(TableName name, String comment) {
        this.name = name;
        this.comment = comment;
    }

    public TableName name() {
        return name;
    }

    /** Adds the next column. */
    public void column(
            String column,
            ColumnType type,
            boolean required,
            @Nullable Default value,
            @Nullable Identity identity,
            @Nullable Generated generated,
            String columnComment) {
        columns.add(
                new Column(
                        DerivedIds.column(name, column),
                        column,
                        "",
                        type,
                        required,
                        value,
                        identity,
                        generated,
                        null,
                        columnComment));
    }

    public void primaryKey(String key, List<String> columnNames) {
        primaryKey = new PrimaryKey(key, ids(columnNames));
    }

    public void unique(String key, List<String> columnNames, boolean nullsDistinct) {
        unique(key, columnNames, nullsDistinct, Deferral.NONE);
    }

    public void unique(
            String key, List<String> columnNames, boolean nullsDistinct, Deferral deferral) {
        String id = DerivedIds.unique(name, named(key, columnNames));
        uniques.add(new UniqueKey(id, key, ids(columnNames), nullsDistinct, deferral));
    }

    /** Adds an index; see {@link #part} for its parts. */
    public void index(
            String index, List<Index.Part> parts, boolean unique, String where, String method) {
        index(index, parts, unique, where, List.of(), method);
    }

    /**
     * Adds an index.
     *
     * @param included names of columns
     */
    public void index(
            String index,
            List<Index.Part> parts,
            boolean unique,
            String where,
            List<String> included,
            String method) {
        indexes.add(
                new Index(
                        DerivedIds.index(name, index),
                        index,
                        parts,
                        unique,
                        where.isEmpty() ? null : Expression.sql(where),
                        ids(included),
                        method));
    }

    /** A part of an index that is a column. */
    public Index.Part part(String columnName, boolean descending) {
        return new Index.Part(DerivedIds.column(name, columnName), "", descending);
    }

    public void check(String check, String condition) {
        String id = DerivedIds.check(name, check.isEmpty() ? condition : check);
        checks.add(new Check(id, check, Expression.sql(condition), ""));
    }

    public void relation(
            String key,
            List<String> columnNames,
            TableName target,
            List<String> targetColumns,
            Relation.Action onDelete,
            Relation.Action onUpdate) {
        relation(key, columnNames, target, targetColumns, onDelete, onUpdate, Deferral.NONE);
    }

    public void relation(
            String key,
            List<String> columnNames,
            TableName target,
            List<String> targetColumns,
            Relation.Action onDelete,
            Relation.Action onUpdate,
            Deferral deferral) {
        String id = DerivedIds.relation(name, named(key, columnNames));
        keys.add(
                new ForeignKey(
                        id, key, columnNames, target, targetColumns, onDelete, onUpdate, deferral));
    }

    private static String named(String key, List<String> columnNames) {
        return key.isEmpty() ? DerivedIds.unnamed(columnNames) : key;
    }

    private List<String> ids(List<String> columnNames) {
        return columnNames.stream().map(c -> DerivedIds.column(name, c)).toList();
    }

    public boolean hasColumn(String columnName) {
        return columns.stream().anyMatch(c -> c.name().equals(columnName));
    }

    public Stream<String> columnNames() {
        return columns.stream().map(Column::name);
    }

    /** Whether a key that was read before tells the rows apart by these columns. */
    public boolean hasKey(List<String> columnNames) {
        Set<String> wanted = Set.copyOf(ids(columnNames));
        return primaryKey != null && Set.copyOf(primaryKey.columns()).equals(wanted)
                || uniques.stream().anyMatch(u -> Set.copyOf(u.columns()).equals(wanted));
    }

    /** Whether there is a column of that name that is never empty. */
    public boolean isRequired(String columnName) {
        return columns.stream().anyMatch(c -> c.name().equals(columnName) && c.required());
    }

    List<ForeignKey> keys() {
        return keys;
    }

    /** The table, with those relations that lead to a table which was found as well. */
    Table table(Predicate<TableName> found) {
        // Two constraints of one table may share a name in some databases, but not an id here.
        Map<String, Relation> relations = new HashMap<>();
        keys.stream()
                .filter(k -> found.test(k.target()))
                .forEach(k -> relations.putIfAbsent(k.id(), relation(k)));
        return new Table(
                DerivedIds.table(name),
                name,
                "",
                comment,
                columns.stream().map(this::keyed).toList(),
                primaryKey,
                sorted(uniques, Comparator.comparing(UniqueKey::name)),
                sorted(indexes, Comparator.comparing(Index::name)),
                sorted(checks, Comparator.comparing(Check::name)),
                sorted(List.copyOf(relations.values()), Comparator.comparing(Relation::name)),
                List.of());
    }

    /** SQLite lets a key be empty, and HSQLDB does not say that it is not. */
    private Column keyed(Column column) {
        return primaryKey != null && primaryKey.columns().contains(column.id())
                ? column.withRequired(true)
                : column;
    }

    private Relation relation(ForeignKey key) {
        return new Relation(
                key.id(),
                key.name(),
                "",
                "",
                ids(key.columns()),
                DerivedIds.table(key.target()),
                key.targetColumns().stream().map(c -> DerivedIds.column(key.target(), c)).toList(),
                key.onDelete(),
                key.onUpdate(),
                key.deferral());
    }

    private static <T> List<T> sorted(List<T> elements, Comparator<T> order) {
        return elements.stream().sorted(order).toList();
    }
}
