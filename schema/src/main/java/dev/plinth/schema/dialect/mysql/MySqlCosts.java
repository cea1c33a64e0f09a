package dev.plinth.schema.dialect.mysql;

import static dev.plinth.schema.dialect.Cost.Blocks.NOBODY;
import static dev.plinth.schema.dialect.Cost.Blocks.WRITERS;
import static dev.plinth.schema.dialect.Cost.Work.CATALOG;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;
import static dev.plinth.schema.dialect.Cost.Work.SCAN;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.standard.StandardCosts;
import dev.plinth.schema.type.TextType;

/**
 * InnoDB, from the reference manual of MySQL 8.4, "Online DDL Operations". Each alteration waits a
 * moment for whoever uses the table, which is not counted.
 */
public class MySqlCosts extends StandardCosts {
    /** Up to here a text's length takes one byte: utf8mb4 takes four for a character. */
    private static final int ONE_BYTE = 255 / 4;

    /** What makes another table of the rows. */
    protected Cost copied(String version) {
        return Cost.of(REWRITE, WRITERS);
    }

    /** Whether a text can become longer than one byte can tell, and the rows stay. */
    protected boolean lengthensFreely(String version) {
        return false;
    }

    @Override
    protected Cost rename(String version) {
        return Cost.NONE;
    }

    @Override
    protected Cost drop() {
        return Cost.NONE;
    }

    @Override
    protected Cost addColumn(Change.AddColumn change, String version) {
        boolean stored =
                change.column().generated() != null && change.column().generated().stored();
        return stored || change.column().identity() != null
                ? copied(version)
                : Cost.of(isInstant(version) ? CATALOG : REWRITE, NOBODY);
    }

    /** Whether columns are added without touching the rows. */
    protected boolean isInstant(String version) {
        return since(version, 8, 0, 12);
    }

    @Override
    protected Cost dropColumn(Change.DropColumn change, String version) {
        return Cost.of(dropsInstantly(version) ? CATALOG : REWRITE, NOBODY);
    }

    protected boolean dropsInstantly(String version) {
        return since(version, 8, 0, 29);
    }

    @Override
    protected Cost changeType(Change.ChangeColumn change, String version) {
        boolean longer =
                change.from().type() instanceof TextType(int had)
                        && change.to().type() instanceof TextType(int length)
                        && had <= length
                        && (had > ONE_BYTE == length > ONE_BYTE || lengthensFreely(version));
        return longer ? Cost.NONE : copied(version);
    }

    @Override
    protected Cost require(Change.ChangeColumn change, String version) {
        return Cost.of(REWRITE, NOBODY);
    }

    @Override
    protected Cost fill() {
        return super.fill().orInstead("in batches, each committed, writers wait for a moment only");
    }

    @Override
    protected Cost changeDefault(String version) {
        return Cost.NONE;
    }

    @Override
    protected Cost addIndex(String version) {
        return Cost.of(SCAN, NOBODY);
    }

    @Override
    protected Cost addKey(String version) {
        return Cost.of(REWRITE, NOBODY);
    }

    @Override
    protected Cost dropPrimaryKey(String version) {
        return copied(version);
    }

    @Override
    protected Cost addCheck(String version) {
        return copied(version);
    }

    /** Copied, since the rows that are there are checked. */
    @Override
    protected Cost addRelation(String version) {
        return copied(version);
    }
}
