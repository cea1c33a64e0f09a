package dev.plinth.schema.dialect;

/**
 * One step into a JSON document.
 *
 * @param key of an object, or digits, negative to count from the end
 */
public record JsonKey(String key, boolean isIndex) {}
