package dev.plinth.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.time.Duration;

/** Makes pools of connections. */
public final class Pools {
    /** So long a request waits for a connection: others would wait behind it. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So long a connection that was unused may take to show that it still works. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    private Pools() {}

    /** A pool that opens its first connection when it is first used. */
    public static HikariDataSource of(Opening opening, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(opening);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(SIGN_OF_LIFE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
