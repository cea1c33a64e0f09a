package dev.plinth.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that is deployed to. Whoever opens one closes it. */
@FunctionalInterface
public interface ConnectionSource {
    Connection open() throws SQLException;
}
