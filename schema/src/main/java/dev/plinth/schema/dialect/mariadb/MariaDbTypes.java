package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.mysql.MySqlTypes;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.UuidType;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** MariaDB has a type for UUIDs, and JSON is a long text that it checks. */
final class MariaDbTypes extends MySqlTypes {
    @Override
    public String sql(ColumnType type) {
        return type instanceof UuidType ? "UUID" : super.sql(type);
    }

    /** A long text with a check. */
    @Override
    protected String json() {
        return "JSON";
    }

    @Override
    protected String uuid(String text) {
        return quoted(text);
    }

    @Override
    protected void bindUuid(PreparedStatement statement, int index, UUID value)
            throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : UUID.fromString(text);
    }
}
