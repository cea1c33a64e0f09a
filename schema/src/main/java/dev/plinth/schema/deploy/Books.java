package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How Plinth's own tables in a database are made, read and written. */
public final class Books {
    private final Dialect dialect;

    public Books(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A column whose id is its name. */
    public static Column column(String name, ColumnType type, boolean required) {
        return Column.of(name, name, type).withRequired(required);
    }

    /** A table whose first columns are its key. */
    public static Table table(String name, int keyLength, Column... columns) {
        List<String> key = Arrays.stream(columns).limit(keyLength).map(Column::id).toList();
        return Table.of(name, name, List.of(columns)).withPrimaryKey(new PrimaryKey("", key));
    }

    /**
     * Makes a table with its indexes, or the columns it lacks because an older Plinth made it.
     *
     * @return whether the table is new
     */
    public boolean ensure(Connection connection, Table table) throws SQLException {
        if (!exists(connection, table.name())) {
            return made(connection, table);
        }
        Set<String> present = columnsOf(connection, table.name());
        for (Column column : table.columns()) {
            if (!present.contains(column.name())) {
                run(connection, new Change.AddColumn(table, column.withRequired(false)));
            }
        }
        return false;
    }

    /** False if another server made it at the same moment. */
    private boolean made(Connection connection, Table table) throws SQLException {
        try {
            run(connection, new Change.CreateTable(table, List.of()));
        } catch (SQLException e) {
            if (exists(connection, table.name())) {
                return false;
            }
            throw e;
        }
        for (Index index : table.indexes()) {
            run(connection, new Change.AddIndex(table, index));
        }
        return true;
    }

    private void run(Connection connection, Change change) throws SQLException {
        for (String sql : dialect.statements().write(change)) {
            execute(connection, sql);
        }
    }

    /** Asking by a query works alike everywhere; a failed one must not spoil a transaction. */
    public boolean exists(Connection connection, TableName table) throws SQLException {
        boolean schemas = connection.getMetaData().supportsSchemasInTableDefinitions();
        String schema = table.schema();
        try (ResultSet found =
                connection
                        .getMetaData()
                        .getTables(
                                schemas || schema.isEmpty() ? connection.getCatalog() : schema,
                                !schemas || schema.isEmpty() ? connection.getSchema() : schema,
                                table.name(),
                                new String[] {"TABLE", "BASE TABLE"})) {
            return found.next();
        }
    }

    private static Set<String> columnsOf(Connection connection, TableName table)
            throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet found =
                connection
                        .getMetaData()
                        .getColumns(
                                connection.getCatalog(),
                                connection.getSchema(),
                                table.name(),
                                "%")) {
            while (found.next()) {
                names.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    boolean hasColumn(Connection connection, Table table, String column) throws SQLException {
        return columnsOf(connection, table.name()).contains(column);
    }

    /** As SQL names it. */
    public String name(Table table) {
        return dialect.names().quote(table.name());
    }

    /** A list of columns as SQL names them. */
    public String names(String... columns) {
        return dialect.names().list(Arrays.asList(columns));
    }

    /** {@code a = ?, b = ?} */
    String settings(String... columns) {
        return String.join(
                ", ", Arrays.stream(columns).map(c -> dialect.names().quote(c) + " = ?").toList());
    }

    /** Writes one row. */
    public void insert(
            Connection connection, Table table, List<String> columns, @Nullable Object... values)
            throws SQLException {
        update(connection, insertion(table, columns), values);
    }

    /** Writes rows, without waiting for each. */
    void insertAll(
            Connection connection, Table table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(insertion(table, columns))) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A statement that writes a row with all of its columns. */
    public String insertion(Table table) {
        return insertion(table, table.columns().stream().map(Column::name).toList());
    }

    /** A statement that writes a row with some of its columns. */
    public String insertion(Table table, List<String> columns) {
        return "INSERT INTO "
                + name(table)
                + " ("
                + dialect.names().list(columns)
                + ") VALUES ("
                + "?, ".repeat(columns.size() - 1)
                + "?)";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that changes rows. */
    public static int update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
