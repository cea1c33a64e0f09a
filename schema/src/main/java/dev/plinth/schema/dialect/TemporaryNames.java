package dev.plinth.schema.dialect;

import java.util.Optional;

/**
 * Names given for the length of a deployment, when names are swapped or a new element takes the
 * name of one that is dropped. They carry the element's id, so that an interrupted deployment is
 * understood when it goes on.
 */
public final class TemporaryNames {
    private static final String PREFIX = "plinth_tmp_";

    private TemporaryNames() {}

    public static String of(String id) {
        return PREFIX + id;
    }

    /**
     * The id of the element that bears a temporary name.
     *
     * @param name with its schema or without
     */
    public static Optional<String> id(String name) {
        int start = name.lastIndexOf('.') + 1;
        return name.startsWith(PREFIX, start)
                ? Optional.of(name.substring(start + PREFIX.length()))
                : Optional.empty();
    }
}
