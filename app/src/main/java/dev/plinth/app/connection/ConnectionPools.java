package dev.plinth.app.connection;

import com.zaxxer.hikari.HikariDataSource;

import dev.plinth.app.database.Opening;
import dev.plinth.app.database.Pools;
import dev.plinth.schema.dialect.Dialect;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

/** Pools of connections to the databases of projects, one for each connection and schema in use. */
@Component
public class ConnectionPools {
    private static final int SIZE = 10;
    private final Map<Key, Pooled> pools = new ConcurrentHashMap<>();

    /** A database that rows are read from and written to. */
    public record Pooled(Opening opening, DataSource source) {
        /** Of its product; it may have to be opened for that. */
        public Dialect dialect() {
            return opening.dialect();
        }
    }

    private record Key(String connection, String schema) {}

    /** Makes what reaches a database, when it is asked for the first time. */
    @FunctionalInterface
    public interface Reach {
        Reaching.Reachable reach();
    }

    /** The pool of a connection, made when it is missing. */
    public Pooled of(String connection, String schema, Reach reach) {
        return pools.computeIfAbsent(
                new Key(connection, schema),
                key -> {
                    Reaching.Reachable reachable = reach.reach();
                    return new Pooled(
                            reachable.opening(),
                            Pools.of(reachable.opening(), "connection " + connection, SIZE));
                });
    }

    /** Closes the pools of a connection that was changed or removed. */
    public void forget(String connection) {
        pools.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = entry.getKey().connection.equals(connection);
                            if (gone) {
                                close(entry.getValue());
                            }
                            return gone;
                        });
    }

    @PreDestroy
    void close() {
        pools.values().forEach(ConnectionPools::close);
        pools.clear();
    }

    private static void close(Pooled pooled) {
        if (pooled.source instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
