package dev.plinth.data.run;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a write did.
 *
 * @param affected how many rows it touched
 * @param inserted how many of them are new
 * @param keys by which they are found again, in the order of the request; null if nobody asked
 */
public record Written(long affected, long inserted, @Nullable List<List<Object>> keys) {}
