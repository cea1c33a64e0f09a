package dev.plinth.data.request;

/**
 * One step into a JSON document.
 *
 * @param key of an object, or the digits of an array's index
 * @param isIndex whether the key is an index; negative ones count from the end
 * @param asText whether the value found is taken as text ({@code ->>}) rather than JSON
 */
public record JsonStep(String key, boolean isIndex, boolean asText) {}
