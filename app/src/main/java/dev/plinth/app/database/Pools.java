package dev.plinth.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.time.Duration;

/** Makes pools of connections. */
public final class Pools {
    private static final Duration WAIT = Duration.ofSeconds(10);

    private Pools() {}

    /** A pool that opens its first connection when it is first used. */
    public static HikariDataSource of(Opening opening, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(opening);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
