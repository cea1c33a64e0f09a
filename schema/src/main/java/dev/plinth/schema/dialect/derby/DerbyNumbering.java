package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the numbers of a column go on. Derby takes nothing but a number there, so the query for it
 * stands in its place until the statement is run.
 */
final class DerbyNumbering {
    private static final Pattern QUERY =
            Pattern.compile("(ALTER TABLE .* RESTART WITH )\\((SELECT .*)\\)", Pattern.DOTALL);

    private DerbyNumbering() {}

    static String goOn(Names names, Table table, Column column) {
        String name = names.quote(column.name());
        String of = names.quote(table.name());
        return "ALTER TABLE "
                + of
                + " ALTER COLUMN "
                + name
                + " RESTART WITH (SELECT CASE WHEN MAX("
                + name
                + ") > 0 THEN MAX("
                + name
                + ") + 1 ELSE 1 END FROM "
                + of
                + ")";
    }

    static String filled(Connection connection, String sql) throws SQLException {
        Matcher matcher = QUERY.matcher(sql);
        if (!matcher.matches()) {
            return sql;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(matcher.group(2))) {
            rows.next();
            return matcher.group(1) + rows.getLong(1);
        }
    }
}
