package dev.plinth.schema.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A table with all that belongs to it.
 *
 * @param id stays the same when the table is renamed
 * @param label what people read; empty to derive it from the name
 * @param relations the foreign keys that this table holds
 */
public record Table(
        String id,
        TableName name,
        String label,
        String comment,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniques,
        List<Index> indexes,
        List<Check> checks,
        List<Relation> relations,
        List<Trigger> triggers) {
    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        relations = List.copyOf(relations);
        triggers = List.copyOf(triggers);
    }

    /** A table of columns and nothing else. */
    public static Table of(String id, String name, List<Column> columns) {
        return new Table(
                id,
                TableName.of(name),
                "",
                "",
                columns,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A loop, as comparing models consists of little else. */
    public Optional<Column> column(String columnId) {
        for (Column column : columns) {
            if (column.id().equals(columnId)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public Optional<Column> columnNamed(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /**
     * The names of columns given by id.
     *
     * @throws IllegalArgumentException when the table has no such column
     */
    public List<String> columnNames(List<String> ids) {
        return ids.stream().map(this::columnName).toList();
    }

    /** The name of one column given by id; see {@link #columnNames}. */
    public String columnName(String columnId) {
        return column(columnId)
                .map(Column::name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no column " + columnId + " in " + name));
    }

    /** Ids of the key columns, empty without a key. */
    public List<String> keyColumns() {
        return primaryKey == null ? List.of() : primaryKey.columns();
    }

    public Table withName(TableName newName) {
        return new Table(
                id,
                newName,
                label,
                comment,
                columns,
                primaryKey,
                uniques,
                indexes,
                checks,
                relations,
                triggers);
    }

    public Table withComment(String newComment) {
        return new Table(
                id,
                name,
                label,
                newComment,
                columns,
                primaryKey,
                uniques,
                indexes,
                checks,
                relations,
                triggers);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(
                id,
                name,
                label,
                comment,
                newColumns,
                primaryKey,
                uniques,
                indexes,
                checks,
                relations,
                triggers);
    }

    public Table withPrimaryKey(@Nullable PrimaryKey newKey) {
        return new Table(
                id, name, label, comment, columns, newKey, uniques, indexes, checks, relations,
                triggers);
    }

    public Table withUniques(List<UniqueKey> newUniques) {
        return new Table(
                id,
                name,
                label,
                comment,
                columns,
                primaryKey,
                newUniques,
                indexes,
                checks,
                relations,
                triggers);
    }

    /** The same without the unique key of that name. */
    public Table withoutUnique(String key) {
        return withUniques(uniques.stream().filter(u -> !u.name().equals(key)).toList());
    }

    /** The same without the index of that name. */
    public Table withoutIndex(String index) {
        return withIndexes(indexes.stream().filter(i -> !i.name().equals(index)).toList());
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(
                id,
                name,
                label,
                comment,
                columns,
                primaryKey,
                uniques,
                newIndexes,
                checks,
                relations,
                triggers);
    }

    public Table withChecks(List<Check> newChecks) {
        return new Table(
                id,
                name,
                label,
                comment,
                columns,
                primaryKey,
                uniques,
                indexes,
                newChecks,
                relations,
                triggers);
    }

    public Table withRelations(List<Relation> newRelations) {
        return new Table(
                id,
                name,
                label,
                comment,
                columns,
                primaryKey,
                uniques,
                indexes,
                checks,
                newRelations,
                triggers);
    }
}
