package dev.plinth.app.cli;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.database.Opening;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.problem.PlinthException;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;

/** The options of commands that reach a database. */
final class DatabaseOptions {
    static final String URL = "JDBC URL, such as jdbc:postgresql://host/database.";
    static final String FOOTER =
            "The password comes from PLINTH_PASSWORD or is asked for on a terminal.";

    @Option(names = "--user", paramLabel = "USER", description = "User of the database.")
    private String user = "";

    @Option(
            names = "--schema",
            split = ",",
            paramLabel = "SCHEMA",
            description = "Schema; of several, with commas, the first is the default.")
    private List<String> schemas = List.of();

    /**
     * The database behind a URL. Nothing is opened yet, but a password may be asked for.
     *
     * @throws dev.plinth.schema.problem.PlinthException when nobody knows the product or there is
     *     no driver
     */
    Database database(String url, Output output) {
        String home = output.environment("PLINTH_HOME");
        Driver driver =
                Drivers.with(Path.of(home.isEmpty() ? "plinth-home" : home, "drivers"))
                        .of(url)
                        .orElseThrow(() -> noDriver(url));
        String secret = user.isEmpty() ? "" : password(output);
        String schema = schemas.isEmpty() ? "" : schemas.getFirst();
        return new Database(new Opening(driver, url, user, secret, schema), url, schemas);
    }

    private static PlinthException noDriver(String url) {
        Dialect dialect = Dialects.of(url);
        return CommandCode.NO_DRIVER.because(
                "There is no JDBC driver for " + dialect.title() + ".", dialect.driverAdvice());
    }

    private String password(Output output) {
        String given = output.environment("PLINTH_PASSWORD");
        return !given.isEmpty()
                ? given
                : output.terminal().askSecretly("Password of " + user + ":");
    }
}
