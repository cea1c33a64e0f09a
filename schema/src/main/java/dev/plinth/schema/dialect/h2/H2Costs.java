package dev.plinth.schema.dialect.h2;

import static dev.plinth.schema.dialect.Cost.Blocks.EVERYBODY;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.standard.StandardCosts;

/**
 * H2 copies a table to change its columns (its source, {@code AlterTableAlterColumn}), and whoever
 * alters a table has it alone.
 */
final class H2Costs extends StandardCosts {
    @Override
    protected Cost addColumn(Change.AddColumn change, String version) {
        return Cost.of(REWRITE, EVERYBODY);
    }

    @Override
    protected Cost dropColumn(Change.DropColumn change, String version) {
        return Cost.of(REWRITE, EVERYBODY);
    }
}
