package dev.plinth.app.cli;

import dev.plinth.app.connection.StoredConnections;
import dev.plinth.app.database.Drivers;
import dev.plinth.app.database.Opening;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "doctor",
        description =
                "Checks JDK, drivers, home folder, store, connections and port, and says what is"
                        + " wrong.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 nothing is wrong, 1 something is."})
final class DoctorCommand implements Callable<Integer> {
    private static final int NEEDED_JAVA = 25;

    private final Output output;
    private boolean wrong;

    @Option(
            names = "--home",
            defaultValue = "${env:PLINTH_HOME:-plinth-home}",
            paramLabel = "DIR",
            description = "Folder with all that is kept on disk (default: ${DEFAULT-VALUE}).")
    private Path home = Path.of("plinth-home");

    @Option(
            names = "--store",
            paramLabel = "JDBC_URL",
            description = "Database that projects are kept in, if not in the home folder.")
    private @Nullable String store;

    @Option(
            names = "--store-user",
            defaultValue = "",
            paramLabel = "USER",
            description = "User for --store; its password comes from PLINTH_STORE_PASSWORD.")
    private String storeUser = "";

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port that the server would listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--files",
            split = ",",
            paramLabel = "DIR",
            description = "Further folders in which connections may open database files.")
    private List<Path> files = List.of();

    DoctorCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        java();
        drivers();
        home();
        store();
        port();
        return wrong ? Commands.ERROR : Commands.DONE;
    }

    private void java() {
        Runtime.Version version = Runtime.version();
        String where = "Java " + version + " in " + System.getProperty("java.home");
        if (version.feature() >= NEEDED_JAVA) {
            fine(where);
        } else {
            bad(where + " is too old", "Install a JDK " + NEEDED_JAVA + " or newer.");
        }
    }

    private void drivers() {
        Drivers found = Drivers.with(home.resolve("drivers"));
        for (String product : Drivers.products()) {
            Dialect dialect = Dialects.of("jdbc:" + product + ":x");
            found.ofProduct(product)
                    .ifPresentOrElse(
                            d -> fine("driver for " + dialect.title() + ": " + described(d)),
                            () ->
                                    note(
                                            "no driver for " + dialect.title(),
                                            "If you need it: " + dialect.driverAdvice()));
        }
    }

    private static String described(Driver driver) {
        return driver.getClass().getName()
                + " "
                + driver.getMajorVersion()
                + "."
                + driver.getMinorVersion();
    }

    private void home() {
        Path folder = home.toAbsolutePath().normalize();
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            bad(
                    "the home folder " + folder + " cannot be written",
                    "Give yourself the right, or choose another with --home.");
        } else if (existing.equals(folder)) {
            fine("home folder " + folder);
        } else {
            fine("home folder " + folder + " will be made at the first start");
        }
    }

    private void store() {
        if (store != null) {
            open(store, storeUser, "PLINTH_STORE_PASSWORD");
            return;
        }
        Path file = home.toAbsolutePath().normalize().resolve("store.mv.db");
        if (Files.exists(file)) {
            String path = file.toString().replaceFirst("\\.mv\\.db$", "");
            open("jdbc:h2:file:" + path + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", "plinth", "");
        } else {
            fine("the store will be made at the first start");
        }
    }

    private void open(String url, String user, String passwordVariable) {
        String password = user.isEmpty() ? "" : output.environment(passwordVariable);
        try {
            Dialect dialect = Dialects.of(url);
            Drivers drivers = Drivers.with(home.resolve("drivers"));
            Driver driver =
                    drivers.of(url)
                            .orElseThrow(() -> new SQLException("there is no driver for it"));
            Opening opening = new Opening(driver, url, user, password, "");
            try (Connection connection = opening.getConnection()) {
                fine(
                        "the store opens: "
                                + connection.getMetaData().getDatabaseProductName()
                                + " "
                                + connection.getMetaData().getDatabaseProductVersion());
                connections(connection, dialect, drivers);
            }
        } catch (SQLException e) {
            String reason =
                    e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
            if (reason.contains("already in use") || reason.contains("Locked by another process")) {
                fine("the store is in use by a server that runs");
            } else {
                bad(
                        "the store does not open: " + reason,
                        "Check the URL, the user and the password.");
            }
        }
    }

    /** Opens what is stored, as the server would. */
    private void connections(Connection store, Dialect dialect, Drivers drivers)
            throws SQLException {
        String key = output.environment("PLINTH_SECRET_KEY");
        StoredConnections stored =
                new StoredConnections(
                        home, key.isEmpty() ? Optional.empty() : Optional.of(key), files, drivers);
        for (StoredConnections.Tried tried : stored.tried(store, dialect)) {
            if (tried.isFine()) {
                fine("connection \"" + tried.name() + "\" opens: " + tried.product());
            } else {
                bad("connection \"" + tried.name() + "\": " + tried.problem(), tried.hint());
            }
        }
    }

    private void port() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            fine("port " + port + " is free");
        } catch (IOException e) {
            bad(
                    "port " + port + " is taken",
                    "A server may run already; or choose another with --port.");
        }
    }

    private void fine(String text) {
        output.line("ok     " + text);
    }

    private void note(String text, String hint) {
        output.line("-      " + text);
        output.line("         " + hint);
    }

    private void bad(String text, String hint) {
        wrong = true;
        output.line("WRONG  " + text);
        output.line("         " + hint);
    }
}
