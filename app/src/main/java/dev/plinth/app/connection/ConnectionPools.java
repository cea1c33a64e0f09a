package dev.plinth.app.connection;

import com.zaxxer.hikari.HikariDataSource;

import dev.plinth.app.connection.Reaching.Reachable;
import dev.plinth.app.database.Opening;
import dev.plinth.app.database.Pools;
import dev.plinth.data.DataSettings;
import dev.plinth.schema.dialect.Dialect;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Pools of connections to the databases of projects, one for each connection and schema in use. */
@Component
public class ConnectionPools {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPools.class);
    private final Map<Key, Pooled> pools = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("requests").factory());

    ConnectionPools(ApplicationEventPublisher events) {
        this.events = events;
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * A database that rows are read from and written to.
     *
     * @param source the pool, for what is no request
     * @param lending the same for requests
     */
    public record Pooled(Opening opening, DataSource source, Lending lending) {
        /** Of its product; it may have to be opened for that. */
        public Dialect dialect() {
            return opening.dialect();
        }
    }

    private record Key(String connection, String schema) {}

    /** The pools of a connection were closed: who still has one asks for another. */
    public record Closed(String connection) {}

    /**
     * How busy a pool is.
     *
     * @param connection its name, or {@code embedded} and an environment
     * @param waiting threads that wait for a connection
     * @param requests under way, with a connection or without
     */
    public record Load(
            String connection,
            String schema,
            int size,
            int active,
            int idle,
            int waiting,
            int requests) {}

    /** Makes what reaches a database, when it is asked for the first time. */
    @FunctionalInterface
    public interface Reach {
        Reachable reach();
    }

    /** The pool of a connection, made when it is missing. */
    public Pooled of(String connection, String schema, Reach reach) {
        return pools.computeIfAbsent(new Key(connection, schema), key -> made(key, reach.reach()));
    }

    private static Pooled made(Key key, Reachable reachable) {
        String name = reachable.name().isEmpty() ? key.connection : reachable.name();
        Opening opening =
                reachable
                        .opening()
                        .limitedTo(Duration.ofSeconds(DataSettings.USUAL.timeoutSeconds()));
        HikariDataSource pool = Pools.of(opening, name, reachable.poolSize());
        return new Pooled(opening, pool, new Lending(opening, pool));
    }

    /** How busy each pool is. */
    public List<Load> load() {
        return pools.entrySet().stream().map(e -> load(e.getKey(), e.getValue())).toList();
    }

    private static Load load(Key key, Pooled pooled) {
        HikariDataSource pool = (HikariDataSource) pooled.source;
        var state = pool.getHikariPoolMXBean();
        return new Load(
                pool.getPoolName(),
                key.schema,
                pool.getMaximumPoolSize(),
                state.getActiveConnections(),
                state.getIdleConnections(),
                state.getThreadsAwaitingConnection(),
                pooled.lending.places().taken());
    }

    /** Whether clients that left, or databases that do not answer, keep requests under way. */
    private void look() {
        try {
            long now = System.nanoTime();
            pools.values().forEach(p -> p.lending.places().forEach(guest -> guest.look(now)));
        } catch (RuntimeException e) {
            // The next look may go better; without this there would be none.
            LOG.warn("The requests under way cannot be looked at", e);
        }
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
        events.publishEvent(new Closed(connection));
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
        pools.values().forEach(ConnectionPools::close);
        pools.clear();
    }

    private static void close(Pooled pooled) {
        if (pooled.source instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
