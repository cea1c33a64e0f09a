package dev.plinth.app.connection;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.database.Opening;
import dev.plinth.app.store.Home;
import dev.plinth.app.store.Secrets;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens every connection of a store once, without a server. */
public final class StoredConnections {
    private final Path folder;
    private final Optional<String> key;
    private final List<Path> files;
    private final Drivers drivers;

    /**
     * @param folder the home folder
     * @param key that secrets are encrypted with, when it is not in the home folder
     * @param files further folders in which database files may lie
     */
    public StoredConnections(Path folder, Optional<String> key, List<Path> files, Drivers drivers) {
        this.folder = folder;
        this.key = key;
        this.files = List.copyOf(files);
        this.drivers = drivers;
    }

    /**
     * How a connection went.
     *
     * @param product of the database that was reached
     * @param problem why it was not; empty when it was
     */
    public record Tried(String name, String product, String problem, String hint) {
        public boolean isFine() {
            return problem.isEmpty();
        }
    }

    /** All of them, by name; none when the store was never used. */
    public List<Tried> tried(Connection store, Dialect dialect) throws SQLException {
        List<Tried> tried = new ArrayList<>();
        for (ConnectionSettings settings : stored(store, dialect)) {
            tried.add(tried(settings));
        }
        return tried;
    }

    private static List<ConnectionSettings> stored(Connection store, Dialect dialect)
            throws SQLException {
        try (ResultSet tables =
                store.getMetaData()
                        .getTables(
                                store.getCatalog(), store.getSchema(), "meta_connections", null)) {
            if (!tables.next()) {
                return List.of();
            }
        }
        String sql =
                "SELECT "
                        + dialect.names().list(List.of("id", "name", "url", "user_name", "secret"))
                        + " FROM "
                        + dialect.names().quote("meta_connections")
                        + " ORDER BY "
                        + dialect.names().quote("name");
        List<ConnectionSettings> found = new ArrayList<>();
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(
                        new ConnectionSettings(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                Optional.ofNullable(rows.getString(4)).orElse(""),
                                Optional.ofNullable(rows.getString(5)).orElse(""),
                                ConnectionSettings.USUAL_SIZE));
            }
        }
        return found;
    }

    private Tried tried(ConnectionSettings settings) {
        try {
            Home home = Home.at(folder);
            ConnectionSecrets secrets = new ConnectionSecrets(Secrets.of(key, home.key()), home);
            List<Path> folders = new ArrayList<>(List.of(home.files()));
            folders.addAll(files);
            String url = new UrlRules(folders, drivers).check(settings.url()).url();
            Optional<Driver> driver = drivers.of(url);
            if (driver.isEmpty()) {
                return failed(settings, "There is no driver for it.", Drivers.advice(url));
            }
            String password = secrets.password(settings.id(), settings.secret());
            return opened(settings, new Opening(driver.get(), url, settings.user(), password, ""));
        } catch (RefusedException e) {
            return failed(settings, String.valueOf(e.getMessage()), e.hint());
        } catch (PlinthException e) {
            Problem first = e.problems().getFirst();
            return failed(settings, first.message(), first.hint());
        }
    }

    private static Tried opened(ConnectionSettings settings, Opening opening) {
        try (Connection connection = opening.getConnection()) {
            String product =
                    connection.getMetaData().getDatabaseProductName()
                            + " "
                            + connection.getMetaData().getDatabaseProductVersion();
            return new Tried(settings.name(), product, "", "");
        } catch (SQLException e) {
            throw Faults.reading(opening.errors(), e);
        }
    }

    private static Tried failed(ConnectionSettings settings, String problem, String hint) {
        return new Tried(settings.name(), "", problem, hint);
    }
}
