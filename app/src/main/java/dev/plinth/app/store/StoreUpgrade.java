package dev.plinth.app.store;

import dev.plinth.app.database.Opening;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.document.ModelFolder;
import dev.plinth.schema.model.Model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brings the meta store to the model of this program, by the engine that deploys any project. */
public final class StoreUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUpgrade.class);
    private static final String FILES = "classpath:meta/tables/*.yaml";
    private static final String MODEL = "model";

    private final Dialect dialect;
    private final Opening opening;

    private StoreUpgrade(Dialect dialect, Opening opening) {
        this.dialect = dialect;
        this.opening = opening;
    }

    static void run(Dialect dialect, Opening opening) {
        new StoreUpgrade(dialect, opening).run();
    }

    /** The model of the meta store. */
    public static Model model() {
        return ModelFolder.read(files()).model();
    }

    private void run() {
        Map<String, String> files = files();
        String digest = digest(files);
        // Comparing the whole structure at every start would cost more than all the rest of it.
        if (recorded().filter(digest::equals).isPresent()) {
            return;
        }
        Deployer deployer = new Deployer(dialect, opening::getConnection, List.of());
        Model model = ModelFolder.read(files).model();
        Prepared prepared = deployer.prepare(model);
        if (!prepared.plan().isEmpty()) {
            LOG.info("Preparing the store: {} steps", prepared.plan().steps().size());
            deployer.deploy(model, prepared.plan().fingerprint(), Set.of(), Progress.SILENT);
        }
        record(digest);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver(StoreUpgrade.class.getClassLoader())
                            .getResources(FILES)) {
                files.put(
                        "tables/" + file.getFilename(),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String digest(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (name, text) ->
                            digest.update(
                                    (name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Optional<String> recorded() {
        String sql =
                "SELECT "
                        + name("value")
                        + " FROM "
                        + name("meta_settings")
                        + " WHERE "
                        + name("name")
                        + " = ?";
        try (Connection connection = opening.getConnection()) {
            if (!isThere(connection)) {
                return Optional.empty();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, MODEL);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
                }
            }
        } catch (SQLException e) {
            throw StoreProblems.of(dialect, e);
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(),
                                connection.getSchema(),
                                "meta_settings",
                                null)) {
            return tables.next();
        }
    }

    private void record(String digest) {
        String table = name("meta_settings");
        try (Connection connection = opening.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE "
                                        + table
                                        + " SET "
                                        + name("value")
                                        + " = ? WHERE "
                                        + name("name")
                                        + " = ?");
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO "
                                        + table
                                        + " ("
                                        + dialect.names().list(List.of("value", "name"))
                                        + ") VALUES (?, ?)")) {
            update.setString(1, digest);
            update.setString(2, MODEL);
            if (update.executeUpdate() == 0) {
                insert.setString(1, digest);
                insert.setString(2, MODEL);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw StoreProblems.of(dialect, e);
        }
    }

    private String name(String name) {
        return dialect.names().quote(name);
    }
}
