package dev.plinth.schema.dialect;

import dev.plinth.schema.change.Change;

/** Says what changes cost on one database product. */
public interface Costs {
    /**
     * The cost of a change of a table that exists.
     *
     * @param version of the server as it reports it; empty when no server was asked
     */
    Cost of(Change change, String version);
}
