package dev.plinth.schema.dialect;

import dev.plinth.schema.model.TableName;

/**
 * An index or a constraint that is there but does not hold yet: its building was interrupted, or it
 * was never validated. It is part of the model that was found.
 *
 * @param name of the index or constraint
 */
public record Unready(TableName table, String name) {}
