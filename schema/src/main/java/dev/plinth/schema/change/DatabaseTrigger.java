package dev.plinth.schema.change;

import dev.plinth.schema.model.TableName;

/**
 * A trigger that a database keeps for a table, which is lost when the table is made anew.
 *
 * @param sql the whole statement that creates it, in the database's own words
 */
public record DatabaseTrigger(String name, TableName on, String sql) {}
