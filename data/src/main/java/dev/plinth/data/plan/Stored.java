package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

/**
 * A value to be stored.
 *
 * @param value of the class that the column's type names; null for NULL
 * @param isJson whether it is JSON text that the database turns into the column's type
 * @param isDefault whether the column's default is meant, whatever that is
 * @param function as SQL, that makes a value of the JSON; null for what the database makes of it
 */
public record Stored(
        @Nullable Object value, boolean isJson, boolean isDefault, @Nullable String function) {
    public static final Stored NULL = new Stored(null, false);
    public static final Stored DEFAULT = new Stored(null, false, true, null);

    public Stored(@Nullable Object value, boolean isJson) {
        this(value, isJson, false, null);
    }
}
