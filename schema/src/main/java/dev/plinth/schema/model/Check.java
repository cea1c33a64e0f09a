package dev.plinth.schema.model;

/**
 * A condition that every row meets or leaves unknown. Written in CEL it is a validation: enforced
 * in the API and in forms as well, and in the database where that can say it. Written in SQL it is
 * the database's alone.
 *
 * @param message what a person reads when it fails; empty to name the condition instead
 */
public record Check(String id, String name, Expression expression, String message) {}
