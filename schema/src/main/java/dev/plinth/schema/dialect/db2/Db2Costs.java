package dev.plinth.schema.dialect.db2;

import static dev.plinth.schema.dialect.Cost.Blocks.EVERYBODY;
import static dev.plinth.schema.dialect.Cost.Work.CATALOG;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.standard.StandardCosts;

/**
 * From Db2 11.5, "ALTER TABLE" and "REORG TABLE": until a table is reorganized after certain
 * changes, nobody reads it, and while it is, nobody writes it.
 */
final class Db2Costs extends StandardCosts {
    @Override
    protected Cost addColumn(Change.AddColumn change, String version) {
        boolean bare = change.column().required() && change.column().defaultValue() == null;
        return bare ? Cost.of(REWRITE, EVERYBODY) : super.addColumn(change, version);
    }

    @Override
    protected Cost dropColumn(Change.DropColumn change, String version) {
        return Cost.of(REWRITE, EVERYBODY);
    }

    @Override
    protected Cost changeColumn(Change.ChangeColumn change, String version) {
        Cost cost = super.changeColumn(change, version);
        return change.aspects().contains(Aspect.REQUIRED)
                ? cost.and(Cost.of(REWRITE, EVERYBODY))
                : cost;
    }

    @Override
    protected Cost changeType(Change.ChangeColumn change, String version) {
        boolean longer = Db2Conversion.isLonger(change.from().type(), change.to().type());
        return Cost.of(longer ? CATALOG : REWRITE, EVERYBODY);
    }
}
