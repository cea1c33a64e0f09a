package dev.plinth.app.connection;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.database.Opening;
import dev.plinth.app.settings.Settings;
import dev.plinth.app.web.Refusal;
import dev.plinth.schema.dialect.Dialect;

import org.springframework.stereotype.Component;

import java.sql.Driver;

/** Turns the settings of a connection into something that opens connections. */
@Component
public final class Reaching {
    private final UrlRules rules;
    private final ConnectionSecrets secrets;
    private final Drivers drivers;
    private final Settings settings;

    Reaching(UrlRules rules, ConnectionSecrets secrets, Drivers drivers, Settings settings) {
        this.settings = settings;
        this.rules = rules;
        this.secrets = secrets;
        this.drivers = drivers;
    }

    /**
     * A database that can be opened.
     *
     * @param name of the connection; empty for an embedded one
     * @param poolSize so many connections at most for requests
     */
    public record Reachable(Opening opening, String name, int poolSize) {
        /** Of its product; it may have to be opened for that. */
        public Dialect dialect() {
            return opening.dialect();
        }
    }

    /**
     * The database behind a connection. Nothing is opened yet.
     *
     * @param schema the default schema; empty for the database's own
     * @throws dev.plinth.app.web.RefusedException when the URL, the secret or the driver is not
     *     right
     */
    public Reachable of(ConnectionSettings connection, String schema) {
        return with(connection, secrets.password(connection.id(), connection.secret()), schema);
    }

    Reachable with(ConnectionSettings connection, String password, String schema) {
        String url = connection.url();
        String checked = isOperators(connection) ? url : rules.check(url).url();
        return new Reachable(
                opening(checked, connection.user(), password, schema),
                connection.name(),
                connection.poolSize());
    }

    /** What the operator gave on the command line needs no rules: there, all is allowed anyway. */
    private boolean isOperators(ConnectionSettings connection) {
        return settings.attached().stream().anyMatch(a -> a.url().equals(connection.url()));
    }

    /** A database whose URL the operator gave, on the command line. */
    public Reachable trusted(String url, String user, String password, String schema) {
        return new Reachable(
                opening(url, user, password, schema), "", ConnectionSettings.USUAL_SIZE);
    }

    private Opening opening(String url, String user, String password, String schema) {
        return new Opening(driver(url), url, user, password, schema);
    }

    private Driver driver(String url) {
        return drivers.of(url)
                .orElseThrow(
                        () ->
                                Refusal.CONNECTION_FAILED.because(
                                        "There is no driver for this database.",
                                        Drivers.advice(url) + " Then start the server again."));
    }
}
