package dev.plinth.app.sample;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Puts prepared rows into the tables of a model, all or none. */
final class RowLoader {
    private final Connection connection;
    private final Dialect dialect;
    private final Model lowered;

    RowLoader(Connection connection, Dialect dialect, Model model) {
        this.connection = connection;
        this.dialect = dialect;
        this.lowered = Lowering.lower(model, dialect);
    }

    void load(List<ShopRows.Rows> all) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (ShopRows.Rows rows : all) {
                load(rows);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void load(ShopRows.Rows rows) throws SQLException {
        Table table = lowered.tableNamed(TableName.of(rows.table())).orElseThrow();
        List<Column> columns =
                rows.columns().stream().map(c -> table.columnNamed(c).orElseThrow()).toList();
        String places =
                columns.stream()
                        .map(c -> dialect.types().placeholder(c.type()))
                        .collect(Collectors.joining(", "));
        String sql =
                "INSERT INTO "
                        + dialect.names().quote(table.name())
                        + " ("
                        + dialect.names().list(rows.columns())
                        + ") VALUES ("
                        + places
                        + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var row : rows.values()) {
                for (int i = 0; i < columns.size(); i++) {
                    dialect.types().bind(statement, i + 1, columns.get(i).type(), row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
