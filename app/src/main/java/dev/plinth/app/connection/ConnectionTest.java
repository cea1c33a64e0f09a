package dev.plinth.app.connection;

import dev.plinth.app.database.Opening;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.problem.ProblemCode;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries a connection and says what is wrong with it. */
@Component
class ConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final UrlRules rules;
    private final Reaching reaching;

    ConnectionTest(UrlRules rules, Reaching reaching) {
        this.rules = rules;
        this.reaching = reaching;
    }

    /**
     * @param problem what is wrong; null when nothing is
     */
    record Verdict(
            boolean ok,
            String product,
            String version,
            long milliseconds,
            List<String> schemas,
            @Nullable Fix problem) {
        static Verdict bad(ProblemCode code, String detail, String hint) {
            return bad(code.code(), detail, hint);
        }

        static Verdict bad(String code, String detail, String hint) {
            return new Verdict(false, "", "", 0, List.of(), new Fix(code, detail, hint));
        }
    }

    record Fix(String code, String detail, String hint) {}

    Verdict of(ConnectionSettings settings, String password) {
        try {
            for (String host : rules.check(settings.url()).hosts()) {
                if (!isKnown(host)) {
                    return Verdict.bad(
                            Refusal.UNKNOWN_HOST,
                            "There is no machine named \"" + host + "\".",
                            "Check the host in the URL for a typing error.");
                }
            }
            Reaching.Reachable reachable = reaching.with(settings, password, "");
            return opened(reachable.opening());
        } catch (RefusedException e) {
            return Verdict.bad(e.refusal().code(), e.detail(), e.hint());
        } catch (PlinthException e) {
            Problem problem = e.problems().getFirst();
            return Verdict.bad(problem.code(), problem.message(), problem.hint());
        }
    }

    private static boolean isKnown(String host) {
        try {
            return InetAddress.getAllByName(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** In a thread of its own, since drivers differ in how long they wait. */
    private static Verdict opened(Opening opening) {
        CompletableFuture<Verdict> opened = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("connection test")
                .start(
                        () -> {
                            try {
                                opened.complete(open(opening));
                            } catch (SQLException e) {
                                opened.complete(refused(opening.errors().fault(e)));
                            } catch (RuntimeException | LinkageError e) {
                                opened.completeExceptionally(e);
                            }
                        });
        try {
            return opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Verdict.bad(
                    Refusal.UNREACHABLE,
                    "The database did not answer within " + PATIENCE.toSeconds() + " seconds.",
                    "Check host and port, and whether a firewall swallows the packets.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test of a connection failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while testing a connection", e);
        }
    }

    private static Verdict open(Opening opening) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = opening.getConnection()) {
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            DatabaseMetaData about = connection.getMetaData();
            return new Verdict(
                    true,
                    opening.dialect().title(),
                    about.getDatabaseProductVersion(),
                    milliseconds,
                    schemas(about),
                    null);
        }
    }

    private static List<String> schemas(DatabaseMetaData about) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                about.supportsSchemasInTableDefinitions()
                        ? about.getSchemas()
                        : about.getCatalogs()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Verdict refused(Fault fault) {
        return switch (fault.kind()) {
            case WRONG_PASSWORD ->
                    Verdict.bad(
                            Refusal.CREDENTIALS_REFUSED,
                            "The database refuses this user or password.",
                            "Check both; also whether the user may sign in from this machine.");
            case UNREACHABLE ->
                    Verdict.bad(
                            Refusal.UNREACHABLE,
                            "Nothing answers at this host and port.",
                            "Check the port, whether the database runs, and whether a firewall is"
                                    + " between.");
            case UNKNOWN_OBJECT ->
                    Verdict.bad(
                            Refusal.UNKNOWN_DATABASE,
                            "The server answers, but has no such database.",
                            "Check the name of the database at the end of the URL.");
            case TIMEOUT ->
                    Verdict.bad(
                            Refusal.UNREACHABLE,
                            "The database took too long to answer.",
                            "Check host and port, and whether the database is busy.");
            case NOT_ALLOWED ->
                    Verdict.bad(
                            Refusal.DATABASE_CLOSED,
                            "The user may not use this database.",
                            "Grant the right to connect.");
            case UNIQUE,
                    FOREIGN_KEY,
                    NOT_NULL,
                    CHECK,
                    TOO_LONG,
                    OUT_OF_RANGE,
                    INVALID_VALUE,
                    CONFLICT,
                    READ_ONLY,
                    SYNTAX,
                    OTHER ->
                    Verdict.bad(
                            Refusal.CONNECTION_FAILED,
                            "The database refuses: " + fault.detail(),
                            "");
        };
    }
}
