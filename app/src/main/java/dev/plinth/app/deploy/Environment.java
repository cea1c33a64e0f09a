package dev.plinth.app.deploy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Where a project is deployed to.
 *
 * @param connection id; empty for the embedded database
 * @param schemas the first is the default one; none means the database's own
 * @param serving answers the data API
 * @param deployedRevision the last one that was deployed; null before
 */
public record Environment(
        String id,
        String project,
        String name,
        String connection,
        List<String> schemas,
        boolean serving,
        @Nullable Long deployedRevision,
        @Nullable Instant deployedAt) {
    /** The word for the embedded database in place of a connection's id. */
    public static final String EMBEDDED = "embedded";

    public Environment {
        schemas = List.copyOf(schemas);
    }

    public boolean isEmbedded() {
        return connection.isEmpty();
    }

    /** The default schema, empty for the database's own. */
    public String schema() {
        return schemas.isEmpty() ? "" : schemas.getFirst();
    }
}
