package dev.plinth.app.project;

import dev.plinth.app.account.User;

/**
 * Who made a change. The name is kept with the change, since people leave.
 *
 * @param id empty for Plinth itself
 */
public record Author(String id, String name) {
    /** Plinth itself. */
    public static final Author PLINTH = new Author("", "Plinth");

    public static Author of(User user) {
        return new Author(user.id(), user.name());
    }
}
