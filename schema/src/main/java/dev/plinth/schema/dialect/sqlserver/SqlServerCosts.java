package dev.plinth.schema.dialect.sqlserver;

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
 * From the documentation of SQL Server 2022: "ALTER TABLE" (remarks on locks, adding NOT NULL
 * columns as an online operation), "CREATE INDEX" and "Perform index operations online".
 */
final class SqlServerCosts extends StandardCosts {
    private static final String ONLINE =
            "with ONLINE = ON, which some editions have, it blocks nobody while the rows are read";

    /** A default that is the same for all rows is not written into them, in some editions. */
    @Override
    protected Cost addColumn(Change.AddColumn change, String version) {
        boolean filled = change.column().required() && change.column().defaultValue() != null;
        return filled ? Cost.of(REWRITE, EVERYBODY) : super.addColumn(change, version);
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
    protected Cost addIndex(String version) {
        return Cost.of(SCAN, WRITERS).orInstead(ONLINE);
    }

    @Override
    protected Cost addKey(String version) {
        return Cost.of(SCAN, EVERYBODY).orInstead(ONLINE);
    }
}
