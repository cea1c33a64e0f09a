package dev.plinth.app.connection;

import dev.plinth.app.store.Home;
import dev.plinth.app.store.Secrets;

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
        if (!Files.exists(data(file))) {
            create(url, password);
        }
        return reaching.trusted(url, USER, password, "");
    }

    private void create(String url, String password) {
        try {
            Files.createDirectories(home.embedded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var owner = reaching.trusted(url, OWNER, password, "").opening();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // Every commit goes to the file at once instead of half a second later.
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("CREATE USER " + USER + " PASSWORD '" + password + "'");
            statement.execute("GRANT ALTER ANY SCHEMA TO " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database cannot be made", e);
        }
    }

    /**
     * Takes the database of an environment out of use; the file stays, under another name, until an
     * operator removes it. Nobody may have it open.
     */
    public synchronized void putAside(String environment) {
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
