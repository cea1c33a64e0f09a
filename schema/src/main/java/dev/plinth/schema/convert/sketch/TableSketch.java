package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.IntegerType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table while it is read. */
public final class TableSketch {
    /** The line it begins in, counted from 1. */
    public final int line;

    public final TableName name;
    public final List<ColumnSketch> columns = new ArrayList<>();
    public final List<UniqueSketch> uniques = new ArrayList<>();
    public final List<IndexSketch> indexes = new ArrayList<>();
    public final List<CheckSketch> checks = new ArrayList<>();
    public final List<RelationSketch> relations = new ArrayList<>();
    public List<String> key = new ArrayList<>();
    public String keyName = "";
    public String comment = "";

    /** How many rows are wished for, to try things on. */
    public int sampleRows;

    public TableSketch(TableName name, int line) {
        this.name = name;
        this.line = line;
    }

    /** A unique key over columns given by name. */
    public record UniqueSketch(
            String name, List<String> columns, boolean nullsDistinct, Deferral deferral) {
        public UniqueSketch {
            columns = List.copyOf(columns);
        }

        public UniqueSketch(String name, List<String> columns) {
            this(name, columns, true, Deferral.NONE);
        }
    }

    /**
     * An index.
     *
     * @param where in SQL; empty for all rows
     * @param included columns given by name
     */
    public record IndexSketch(
            String name,
            List<PartSketch> parts,
            boolean unique,
            String where,
            List<String> included,
            String method) {
        public IndexSketch {
            parts = List.copyOf(parts);
            included = List.copyOf(included);
        }

        /** Over nothing but columns. */
        public IndexSketch(String name, List<String> columns, boolean unique) {
            this(
                    name,
                    columns.stream().map(PartSketch::column).toList(),
                    unique,
                    "",
                    List.of(),
                    "");
        }

        /** The columns among its parts. */
        public List<String> columns() {
            return parts.stream().map(PartSketch::column).filter(c -> !c.isEmpty()).toList();
        }
    }

    /**
     * A part of an index: a column by its name, or an expression.
     *
     * @param column empty for an expression
     */
    public record PartSketch(String column, String expression, boolean descending) {
        static PartSketch column(String name) {
            return new PartSketch(name, "", false);
        }
    }

    /**
     * A condition on each row.
     *
     * @param cel whether it is written in CEL, rather than in SQL
     */
    public record CheckSketch(String name, String condition, boolean cel) {}

    /**
     * A foreign key.
     *
     * @param targetColumns none for the target's primary key
     */
    public record RelationSketch(
            String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate,
            Deferral deferral,
            int line) {
        public RelationSketch {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        public RelationSketch(
                String name,
                List<String> columns,
                TableName target,
                List<String> targetColumns,
                Action onDelete,
                Action onUpdate,
                int line) {
            this(name, columns, target, targetColumns, onDelete, onUpdate, Deferral.NONE, line);
        }
    }

    public Optional<ColumnSketch> column(String columnName) {
        return columns.stream().filter(c -> c.name.equalsIgnoreCase(columnName)).findFirst();
    }

    /** Begins the table with a number that the database gives, unless it has a key. */
    public void addKey() {
        if (!key.isEmpty()) {
            return;
        }
        String free = column("id").isEmpty() ? "id" : name.name() + "_id";
        ColumnSketch id = new ColumnSketch(free, line);
        id.type = IntegerType.BIG;
        id.required = true;
        id.identity = Identity.BY_DEFAULT;
        columns.addFirst(id);
        key.add(free);
    }
}
