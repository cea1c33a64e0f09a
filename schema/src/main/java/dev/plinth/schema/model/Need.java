package dev.plinth.schema.model;

/**
 * What tables of one database need though it is part of none of them: a type, a sequence, a
 * function. It is made where there is nothing of its name, and never changed or dropped.
 *
 * @param sql the statement that makes it
 */
public record Need(String name, String sql) {}
