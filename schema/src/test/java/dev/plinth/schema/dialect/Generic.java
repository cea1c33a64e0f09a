package dev.plinth.schema.dialect;

import dev.plinth.schema.dialect.generic.GenericDialect;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The dialect that is made of what a database tells, though it has one of its own. */
public final class Generic {
    private static final Map<String, Dialect> MADE = new ConcurrentHashMap<>();

    private Generic() {}

    public static Dialect on(TestDatabase product) {
        return MADE.computeIfAbsent(product.name(), name -> made(product));
    }

    private static Dialect made(TestDatabase product) {
        try (FreshDatabase database = product.fresh();
                Connection connection = database.connect()) {
            return GenericDialect.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
