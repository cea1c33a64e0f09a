package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.mysql.MySqlDefaults;
import dev.plinth.schema.dialect.mysql.MySqlInspector;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/** MariaDB shows every default as an expression, and says of which table a check is. */
final class MariaDbInspector extends MySqlInspector {
    @Override
    protected String checks() {
        return "SELECT constraint_schema AS table_schema, table_name, constraint_name,"
                + " 'YES' AS enforced, check_clause FROM information_schema.check_constraints"
                + " WHERE constraint_schema IN (?)";
    }

    @Override
    protected String indexExpression() {
        return "''";
    }

    @Override
    protected String viewAlgorithm() {
        return "algorithm";
    }

    @Override
    protected String expression(String shown) {
        return shown;
    }

    @Override
    protected @Nullable Default defaultValue(
            ColumnType type, @Nullable String shown, String extra) {
        return shown == null || shown.equalsIgnoreCase("NULL")
                ? null
                : MySqlDefaults.expression(type, shown);
    }
}
