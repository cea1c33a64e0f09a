package dev.plinth.data.catalog;

import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.Trigger.TriggerAction.Publish;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A table or view that requests can name. Two are the same only if they are one object. */
public final class CatalogTable {
    private final String id;
    private final String schema;
    private final TableName name;
    private final String quoted;
    private final String comment;
    private final @Nullable Table model;
    private final Map<String, CatalogColumn> columns = new LinkedHashMap<>();
    private final Map<String, CatalogColumn> computed = new LinkedHashMap<>();
    private final List<CatalogColumn> key;
    private final List<CatalogColumn> address;

    CatalogTable(
            String id,
            String schema,
            TableName name,
            String quoted,
            String comment,
            @Nullable Table model,
            List<Column> columns,
            List<String> quotedColumns,
            List<String> keyNames,
            List<RowAddress> rowAddress,
            Function<ColumnType, Representation> representations) {
        this.id = id;
        this.schema = schema;
        this.name = name;
        this.quoted = quoted;
        this.comment = comment;
        this.model = model;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean isKey = keyNames.contains(column.name());
            this.columns.put(
                    column.name(),
                    new CatalogColumn(
                            i,
                            column,
                            isKey,
                            quotedColumns.get(i),
                            false,
                            representations.apply(column.type())));
        }
        List<CatalogColumn> keyColumns = new ArrayList<>();
        for (String keyName : keyNames) {
            CatalogColumn column = this.columns.get(keyName);
            if (column != null) {
                keyColumns.add(column);
            }
        }
        this.key = List.copyOf(keyColumns);
        this.address =
                key.isEmpty() && model != null && rowAddress.stream().noneMatch(this::isHidden)
                        ? rowAddress.stream().map(CatalogTable::column).toList()
                        : key;
    }

    private static CatalogColumn column(RowAddress part) {
        return new CatalogColumn(
                -1,
                Column.of("", part.sql(), part.type()),
                true,
                part.sql(),
                false,
                Representation.PLAIN);
    }

    /** A column of that name stands in front of what the database calls a row by. */
    private boolean isHidden(RowAddress rowAddress) {
        return columns.keySet().stream().anyMatch(rowAddress.sql()::equalsIgnoreCase);
    }

    public String id() {
        return id;
    }

    /** The schema by which requests choose it; empty when the database has none. */
    public String schema() {
        return schema;
    }

    public String name() {
        return name.name();
    }

    /** The name as the model has it. */
    public TableName modelName() {
        return name;
    }

    /** The name as SQL, with its schema where it needs one. */
    public String quoted() {
        return quoted;
    }

    public String comment() {
        return comment;
    }

    /** The table as the model has it; null for a view. */
    public @Nullable Table model() {
        return model;
    }

    /** Whether its changes are told to subscribers. */
    public boolean isLive() {
        return model != null
                && model.triggers().stream().anyMatch(t -> t.action() instanceof Publish);
    }

    public boolean isView() {
        return model == null;
    }

    public Collection<CatalogColumn> columns() {
        return columns.values();
    }

    public @Nullable CatalogColumn column(String columnName) {
        return columns.get(columnName);
    }

    public @Nullable CatalogColumn columnById(String columnId) {
        for (CatalogColumn column : columns.values()) {
            if (column.id().equals(columnId)) {
                return column;
            }
        }
        return null;
    }

    /** Adds a column that a function computes, unless the table has one of that name. */
    void addComputed(Column column, String quotedFunction, Representation representation) {
        if (!columns.containsKey(column.name())) {
            computed.put(
                    column.name(),
                    new CatalogColumn(-1, column, false, quotedFunction, true, representation));
        }
    }

    /**
     * The columns that functions of the database compute; they are there when asked for by name.
     */
    public Collection<CatalogColumn> computed() {
        return computed.values();
    }

    /** The columns of the primary key, in its order; empty without one. */
    public List<CatalogColumn> key() {
        return key;
    }

    /**
     * The columns by which one row is found again: the key, or what the database itself calls a row
     * by. Empty when there is neither.
     */
    public List<CatalogColumn> address() {
        return address;
    }

    /** The name as people write it. */
    public String title() {
        return schema.isEmpty() ? name() : schema + "." + name();
    }

    @Override
    public String toString() {
        return title();
    }
}
