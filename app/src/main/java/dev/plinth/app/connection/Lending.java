package dev.plinth.app.connection;

import com.zaxxer.hikari.HikariDataSource;

import dev.plinth.app.database.Opening;
import dev.plinth.app.database.Pools;
import dev.plinth.data.run.BusyException;
import dev.plinth.data.run.Connections;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lends the connections of a pool to requests for rows, and says at once when that is vain. */
public final class Lending implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Lending.class);
    private final Opening opening;
    private final HikariDataSource pool;
    private final Places places;

    /** Of each four connections three may be kept long. */
    private final Semaphore shares;

    private volatile boolean isDown;

    Lending(Opening opening, HikariDataSource pool) {
        int size = pool.getMaximumPoolSize();
        this.opening = opening;
        this.pool = pool;
        this.places = new Places(size);
        this.shares = new Semaphore(size - Math.ceilDiv(size - 1, 4));
    }

    /** The requests under way. */
    public Places places() {
        return places;
    }

    @Override
    public Connection borrow() throws SQLException {
        try {
            Connection connection = borrowed();
            if (isDown) {
                isDown = false;
                LOG.info("The database of {} can be reached again", pool.getPoolName());
            }
            return connection;
        } catch (BusyException e) {
            throw e;
        } catch (SQLException e) {
            if (!isDown) {
                isDown = true;
                LOG.warn(
                        "The database of {} cannot be reached: {}",
                        pool.getPoolName(),
                        e.getMessage());
            }
            throw e;
        }
    }

    private Connection borrowed() throws SQLException {
        SQLException failure = opening.failure();
        if (failure != null && isEmpty()) {
            // The pool would try again and again, and have each request wait as long as it may.
            throw failure;
        }
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException e) {
            if (!isEmpty()) {
                throw new BusyException();
            }
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }

    private boolean isEmpty() {
        return pool.getHikariPoolMXBean().getTotalConnections() == 0;
    }

    @Override
    public boolean areLimited() {
        return opening.isLimited();
    }

    @Override
    public Share share() throws SQLException {
        try {
            if (shares.tryAcquire(Pools.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return shares::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException();
    }
}
