package dev.plinth.schema.dialect.sqlite;

import static dev.plinth.schema.dialect.Cost.Blocks.EVERYBODY;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.standard.StandardCosts;

/**
 * Whoever writes has the whole file alone ("File Locking and Concurrency"), and dropping a column
 * writes every row anew ("ALTER TABLE").
 */
final class SqliteCosts extends StandardCosts {
    @Override
    protected Cost dropColumn(Change.DropColumn change, String version) {
        return Cost.of(REWRITE, EVERYBODY);
    }

    @Override
    protected Cost fill() {
        return Cost.of(REWRITE, EVERYBODY);
    }
}
