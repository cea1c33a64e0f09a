package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.mysql.MySqlDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;

/** A computed column of MariaDB cannot be said to be never NULL. */
final class MariaDbDiffRules extends MySqlDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        return kept.generated() == null ? kept : kept.withRequired(false);
    }
}
