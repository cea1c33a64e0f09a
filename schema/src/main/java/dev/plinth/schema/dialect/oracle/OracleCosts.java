package dev.plinth.schema.dialect.oracle;

import static dev.plinth.schema.dialect.Cost.Blocks.EVERYBODY;
import static dev.plinth.schema.dialect.Cost.Blocks.WRITERS;
import static dev.plinth.schema.dialect.Cost.Work.CATALOG;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;
import static dev.plinth.schema.dialect.Cost.Work.SCAN;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.standard.StandardCosts;
import dev.plinth.schema.type.TextType;

/**
 * From the SQL Language Reference of Oracle Database 19c, "ALTER TABLE" and "constraint", and the
 * Concepts guide on DDL locks.
 */
final class OracleCosts extends StandardCosts {
    private static final String NOVALIDATE =
            "as ENABLE NOVALIDATE, then validated, it blocks nobody while the rows are read";

    /** A column goes out of every row. */
    @Override
    protected Cost dropColumn(Change.DropColumn change, String version) {
        return Cost.of(REWRITE, EVERYBODY)
                .orInstead("SET UNUSED hides it at once; it is dropped when nobody works");
    }

    @Override
    protected Cost changeType(Change.ChangeColumn change, String version) {
        boolean longer =
                change.from().type() instanceof TextType(int had)
                        && change.to().type() instanceof TextType(int length)
                        && had <= length;
        return Cost.of(longer ? CATALOG : REWRITE, EVERYBODY);
    }

    @Override
    protected Cost require(Change.ChangeColumn change, String version) {
        return Cost.of(SCAN, EVERYBODY).orInstead(NOVALIDATE);
    }

    @Override
    protected Cost addIndex(String version) {
        return Cost.of(SCAN, WRITERS)
                .orInstead("with ONLINE, which some editions have, it blocks nobody");
    }

    @Override
    protected Cost addCheck(String version) {
        return Cost.of(SCAN, EVERYBODY).orInstead(NOVALIDATE);
    }

    @Override
    protected Cost addRelation(String version) {
        return Cost.of(SCAN, EVERYBODY).orInstead(NOVALIDATE);
    }
}
