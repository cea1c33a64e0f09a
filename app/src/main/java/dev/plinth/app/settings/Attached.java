package dev.plinth.app.settings;

import java.util.List;
import java.util.Optional;

/**
 * A database that is served at once as a project, read from its catalog.
 *
 * @param project the project's name
 * @param schemas the first is the default one; none means the connection's own
 * @param anonymous the role of callers who do not say who they are
 * @param rollback whether a request may ask for its changes to be rolled back
 * @param aggregates whether requests may use aggregate functions
 */
public record Attached(
        String project,
        String url,
        String user,
        String password,
        List<String> schemas,
        Optional<String> anonymous,
        boolean rollback,
        boolean aggregates) {
    public Attached {
        schemas = List.copyOf(schemas);
    }

    /** Without the URL, which may carry a password. */
    @Override
    public String toString() {
        return "Attached[" + project + "]";
    }
}
