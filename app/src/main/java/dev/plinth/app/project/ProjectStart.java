package dev.plinth.app.project;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One way to begin a project; each is offered by the package that knows how. */
public interface ProjectStart {
    /** The word for it in requests. */
    String kind();

    /** Whether the project's structure is what its database says. */
    default boolean attached() {
        return false;
    }

    /** Refuses a request that cannot work, before anything is made. */
    default void check(Wanted wanted) {}

    /** Fills the new project. When it throws, the project is removed again. */
    void start(Project project, Wanted wanted, Author author);

    /**
     * What a new project begins with.
     *
     * @param connection id of the connection to read, where one is meant
     */
    record Wanted(@Nullable String connection, List<String> schemas) {
        public Wanted {
            schemas = List.copyOf(schemas);
        }
    }
}
