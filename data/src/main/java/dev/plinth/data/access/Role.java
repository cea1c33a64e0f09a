package dev.plinth.data.access;

import java.util.List;

/**
 * What a group of callers may do.
 *
 * @param title what people read
 */
public record Role(String id, String name, String title, List<Grant> grants) {
    public Role {
        grants = List.copyOf(grants);
    }
}
