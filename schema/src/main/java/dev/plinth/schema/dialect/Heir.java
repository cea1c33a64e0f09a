package dev.plinth.schema.dialect;

import dev.plinth.schema.model.TableName;

import java.util.Set;

/**
 * A table to which the database hands down the columns and checks of another one, now and whenever
 * that is changed.
 *
 * @param own names of columns and checks that it would have without its parent as well
 */
public record Heir(TableName table, TableName parent, Set<String> own) {
    public Heir {
        own = Set.copyOf(own);
    }
}
