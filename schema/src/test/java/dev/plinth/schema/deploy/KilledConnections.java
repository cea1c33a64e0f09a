package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Model;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Connections that end, or end their process, before the statement of a given number. */
public final class KilledConnections {
    public static final int DEAD = 137;

    /** Of so many statements one is tried; {@code -Dplinth.kill.every=1} tries each. */
    static final int EVERY = Integer.getInteger("plinth.kill.every", 11);

    private final ConnectionSource source;
    private final Runnable kill;
    private final List<Connection> open = new ArrayList<>();
    private final String since;
    private boolean counts;
    private int left;

    private KilledConnections(ConnectionSource source, String since, int at, Runnable kill) {
        this.source = source;
        this.since = since;
        this.left = at;
        this.kill = kill;
    }

    /** What nothing catches on its way. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /**
     * Deploys until the connections are lost.
     *
     * @return false when the deployment came to its end before
     */
    public static boolean deploy(Lab lab, Model model, int at) throws SQLException {
        return deploy(lab, model, at, UnaryOperator.identity());
    }

    /**
     * As {@link #deploy(Lab, Model, int)}.
     *
     * @param way how it is deployed, as the deployer of the lab does
     */
    static boolean deploy(Lab lab, Model model, int at, UnaryOperator<Deployer> way)
            throws SQLException {
        return deploy(lab, model, "", at, way);
    }

    /**
     * As {@link #deploy(Lab, Model, int)}.
     *
     * @param since what the first statement contains that is counted
     * @param way how it is deployed, as the deployer of the lab does
     */
    static boolean deploy(Lab lab, Model model, String since, int at, UnaryOperator<Deployer> way)
            throws SQLException {
        Consent consent = Lab.consent(lab.deployer(), model);
        KilledConnections connections =
                new KilledConnections(
                        lab.database()::connect,
                        since,
                        at,
                        () -> {
                            throw new Killed();
                        });
        try {
            way.apply(new Deployer(lab.dialect(), connections::open, List.of()))
                    .deploy(model, consent, Timeouts.DEFAULT, Progress.SILENT);
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            for (Connection connection : connections.open) {
                kill(connection);
            }
        }
    }

    /** DuckDB, which has no connection that could be lost, cannot abort; closing undoes as well. */
    private static void kill(Connection connection) throws SQLException {
        try {
            connection.abort(Runnable::run);
        } catch (SQLFeatureNotSupportedException e) {
            connection.close();
        }
    }

    /**
     * Deploys in a process of its own, which ends before a statement.
     *
     * @param arguments URL, user, password, number of the statement, and maybe a file with the
     *     model as JSON
     */
    public static void main(String[] arguments) throws IOException {
        String url = arguments[0];
        ConnectionSource source =
                () -> DriverManager.getConnection(url, arguments[1], arguments[2]);
        Dialect dialect = Dialects.of(url);
        Model model =
                arguments.length == 4
                        ? Warehouse.after()
                        : ModelJson.read(Files.readString(Path.of(arguments[4])));
        Consent consent = Lab.consent(new Deployer(dialect, source, List.of()), model);
        KilledConnections connections =
                new KilledConnections(
                        source,
                        "",
                        Integer.parseInt(arguments[3]),
                        () -> Runtime.getRuntime().halt(DEAD));
        new Deployer(dialect, connections::open, List.of())
                .deploy(model, consent, Timeouts.DEFAULT, Progress.SILENT);
    }

    private Connection open() throws SQLException {
        Connection connection = source.open();
        open.add(connection);
        return wrapped(Connection.class, connection);
    }

    /** Only what writes is counted: reading changes nothing that could be left half done. */
    private <T> T wrapped(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (writes(method) && isCounted(arguments) && --left == 0) {
                                kill.run();
                            }
                            Object answer = call(target, method, arguments);
                            if (answer instanceof PreparedStatement prepared) {
                                return wrapped(PreparedStatement.class, prepared);
                            }
                            return answer instanceof Statement statement
                                    ? wrapped(Statement.class, statement)
                                    : answer;
                        }));
    }

    /** A call that gives no statement runs one that was prepared, or commits. */
    private boolean isCounted(Object @Nullable [] arguments) {
        counts |=
                since.isEmpty()
                        || arguments != null
                                && arguments[0] instanceof String sql
                                && sql.contains(since);
        return counts;
    }

    private static boolean writes(Method method) {
        return List.of("execute", "executeUpdate", "commit").contains(method.getName());
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
