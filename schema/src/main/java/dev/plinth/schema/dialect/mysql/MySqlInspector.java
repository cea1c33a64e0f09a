package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.dialect.Extras;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads {@code information_schema} with one query for each kind of element. */
public class MySqlInspector implements Inspector {
    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getCatalog()) : schemas;
        Catalog catalog = new Catalog(connection);
        FoundModel found = new FoundModel(wanted.getFirst());
        MySqlTables tables = new MySqlTables(this, catalog, wanted, found);
        tables.read();
        new MySqlNeeds(catalog, wanted.getFirst(), found).read();
        new MySqlKeys(this, catalog, wanted, found).read();
        return found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    @Override
    public Extras extras(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getCatalog()) : schemas;
        return new Extras(
                new MySqlRoutines(new Catalog(connection), wanted).read(),
                List.of(),
                Model.empty(),
                List.of());
    }

    /** A query for schema, table, name, whether it is enforced, and condition of each CHECK. */
    protected String checks() {
        return "SELECT t.table_schema, t.table_name, c.constraint_name, t.enforced, c.check_clause"
                + " FROM information_schema.check_constraints c"
                + " JOIN information_schema.table_constraints t"
                + " ON t.constraint_schema = c.constraint_schema"
                + " AND t.constraint_name = c.constraint_name AND t.constraint_type = 'CHECK'"
                + " WHERE c.constraint_schema IN (?)";
    }

    /** The name of a column of the catalog that holds the expression of a part of an index. */
    protected String indexExpression() {
        return "expression";
    }

    /** How a view is evaluated, as far as the catalog tells. */
    protected String viewAlgorithm() {
        return "'UNDEFINED'";
    }

    /** An expression as it can be written again, from the way in which the catalog shows it. */
    protected String expression(String shown) {
        return MySqlText.expression(shown);
    }

    /** What a column holds when nothing is given, from what the catalog shows. */
    protected @Nullable Default defaultValue(
            ColumnType type, @Nullable String shown, String extra) {
        if (shown == null) {
            return null;
        }
        return extra.contains("DEFAULT_GENERATED")
                ? MySqlDefaults.expression(type, expression(shown))
                : MySqlDefaults.plain(type, shown);
    }
}
