package dev.plinth.data.access;

import java.util.List;
import java.util.Set;

/**
 * What a group of callers may do.
 *
 * @param title what people read
 * @param routines ids of the functions of the database that it may call
 */
public record Role(String id, String name, String title, List<Grant> grants, Set<String> routines) {
    public Role {
        grants = List.copyOf(grants);
        routines = Set.copyOf(routines);
    }

    /** A role that may call no function. */
    public Role(String id, String name, String title, List<Grant> grants) {
        this(id, name, title, grants, Set.of());
    }
}
