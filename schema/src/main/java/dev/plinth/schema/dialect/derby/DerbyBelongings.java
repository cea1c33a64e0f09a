package dev.plinth.schema.dialect.derby;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** Reads what goes with a view: grants, of SELECT alone (42509 for others, 10.17). */
final class DerbyBelongings {
    private static final String VIEWS =
            " p JOIN sys.systables t ON t.tableid = p.tableid"
                    + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid";
    private static final String WANTED = " WHERE t.tabletype = 'V' AND s.schemaname IN (?)";

    private final FoundBelongings belongings;

    DerbyBelongings(FoundBelongings belongings) {
        this.belongings = belongings;
    }

    void read() throws SQLException {
        belongings.each(
                "SELECT s.schemaname, t.tablename, p.grantee FROM sys.systableperms"
                        + VIEWS
                        + WANTED
                        + " ORDER BY 1, 2, 3",
                (view, row) -> belongings.given(view, "GRANT SELECT ON ", to(row)));
        belongings.each(
                "SELECT s.schemaname, t.tablename, p.grantee, c.columnname, c.columnnumber,"
                        + " p.columns FROM sys.syscolperms"
                        + VIEWS
                        + " JOIN sys.syscolumns c ON c.referenceid = t.tableid"
                        + WANTED
                        + " ORDER BY 1, 2, 3, 5",
                this::column);
    }

    /** Columns are counted from 0 there: {@code {0, 2}}. */
    private void column(TableName view, ResultSet row) throws SQLException {
        String number = String.valueOf(row.getInt("columnnumber") - 1);
        if (Set.of(text(row, "columns").split("[{}, ]+")).contains(number)) {
            belongings.granted(view, text(row, "columnname"), "SELECT", to(row));
        }
    }

    private static String to(ResultSet row) throws SQLException {
        return " TO " + DerbyDialect.NAMES.quote(text(row, "grantee"));
    }
}
