package dev.plinth.schema.dialect;

/**
 * An argument of a call.
 *
 * @param quotedName of the parameter; empty when it is given by its place
 * @param value its placeholder
 * @param variadic whether it is the list of all values that the parameter takes
 */
public record CallArgument(String quotedName, String value, boolean variadic) {}
