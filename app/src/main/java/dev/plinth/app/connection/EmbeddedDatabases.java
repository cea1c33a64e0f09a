package dev.plinth.app.connection;

import dev.plinth.app.store.Home;
import dev.plinth.app.store.Secrets;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Databases that need no server: an H2 file each in the home folder.
 *
 * <p>Projects work in them as a user without H2's administration right. With it, SQL can read files
 * and run Java code: whoever writes a condition in SQL would have the whole server.
 */
@Component
public final class EmbeddedDatabases {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabases.class);
    private static final String OWNER = "PLINTH";
    private static final String USER = "APP";
    private final Home home;
    private final Secrets secrets;
    private final Reaching reaching;

    /** By environment. */
    private final Map<String, Connection> held = new HashMap<>();

    EmbeddedDatabases(Home home, Secrets secrets, Reaching reaching) {
        this.home = home;
        this.secrets = secrets;
        this.reaching = reaching;
    }

    /** The database of an environment, made when it is missing. */
    public synchronized Reaching.Reachable of(String environment) {
        Path file = home.embedded().resolve(environment);
        String url = "jdbc:h2:file:" + file;
        String password = secrets.sign("embedded " + environment).substring(0, 32);
        try {
            hold(environment, file, url, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database cannot be opened", e);
        }
        return reaching.trusted(url, USER, password, "");
    }

    /**
     * Keeps it open as its owner. Only who administers it can have every commit go to the file at
     * once instead of half a second later, and H2 (2.5) forgets that when it closes.
     */
    private void hold(String environment, Path file, String url, String password)
            throws IOException, SQLException {
        Connection known = held.get(environment);
        if (known != null && !known.isClosed()) {
            return;
        }
        boolean isNew = !Files.exists(data(file));
        Files.createDirectories(home.embedded());
        Connection owner =
                reaching.trusted(url + ";WRITE_DELAY=0", OWNER, password, "")
                        .opening()
                        .getConnection();
        held.put(environment, owner);
        if (isNew) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("CREATE USER " + USER + " PASSWORD '" + password + "'");
                statement.execute("GRANT ALTER ANY SCHEMA TO " + USER);
            }
        }
    }

    private void release(String environment) {
        try (Connection owner = held.remove(environment)) {
            LOG.debug("{} is open no longer: {}", environment, owner);
        } catch (SQLException e) {
            LOG.warn("An embedded database cannot be closed: {}", environment, e);
        }
    }

    @PreDestroy
    synchronized void close() {
        Set.copyOf(held.keySet()).forEach(this::release);
    }

    /**
     * Takes the database of an environment out of use; the file stays, under another name, until an
     * operator removes it. Nobody else may have it open.
     */
    public synchronized void putAside(String environment) {
        release(environment);
        Path file = data(home.embedded().resolve(environment));
        try {
            if (Files.exists(file)) {
                Files.move(file, Path.of(file + ".removed"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("The file of an embedded database cannot be put aside: {}", file, e);
        }
    }

    private static Path data(Path file) {
        return Path.of(file + ".mv.db");
    }
}
