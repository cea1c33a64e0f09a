package dev.plinth.data;

import dev.plinth.data.access.Access;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Role;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.run.Cancellation;
import dev.plinth.data.run.Connections;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sends requests to the API over one database. */
abstract class Requests implements AutoCloseable {
    private static final Set<String> OF_TRANSACTIONS =
            Set.of("setAutoCommit", "commit", "rollback", "close");

    private DataSettings settings = new DataSettings(null, true, true, false, 30, 1000, true);
    private List<Role> roles = List.of();
    private Interruption interruption;
    private DataApi api;
    private Catalog apiCatalog;
    Caller caller = Caller.administrator("1", "ada@example.org", "Ada");

    abstract Catalog catalog();

    abstract Connection connect() throws SQLException;

    void settings(DataSettings newSettings) {
        settings = newSettings;
        api = null;
    }

    void roles(Role... newRoles) {
        roles = List.of(newRoles);
        api = null;
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Does something, once, when the API is about to run its {@code number}th statement. */
    void before(int number, SqlAction action) {
        interruption = new Counting(number, action);
    }

    /** Something done with a database. */
    @FunctionalInterface
    interface SqlAction {
        void run() throws SQLException;
    }

    /** How many statements were prepared so far, from when this is first asked on. */
    long statements() {
        if (!(interruption instanceof Statements)) {
            interruption = new Statements();
        }
        return ((Statements) interruption).number;
    }

    /** Counts statements. */
    private static final class Statements implements Interruption {
        private long number;

        @Override
        public void before(String method) {
            if (method.equals("prepareStatement")) {
                number++;
            }
        }
    }

    /**
     * Lets the server die at the next commit of a transaction.
     *
     * @param later when it is done, rather than before
     */
    void dieAtCommit(boolean later) {
        interruption = new Death(later);
    }

    private Connection interrupted() throws SQLException {
        Connection connection = connect();
        Interruption now = interruption;
        return now == null ? connection : now.within(connection);
    }

    /** Does something beside what is done with a connection. */
    private interface Interruption {
        default void before(String method) throws SQLException {}

        default void after(String method) throws SQLException {}

        default Connection within(Connection connection) {
            return (Connection)
                    Proxy.newProxyInstance(
                            Requests.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                before(method.getName());
                                try {
                                    Object result = method.invoke(connection, arguments);
                                    after(method.getName());
                                    return result;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }

    /** Counts the statements of a connection. */
    private static final class Counting implements Interruption {
        private final SqlAction action;
        private int left;

        Counting(int number, SqlAction action) {
            this.left = number;
            this.action = action;
        }

        @Override
        public void before(String method) throws SQLException {
            if (method.equals("prepareStatement") && --left == 0) {
                action.run();
            }
        }
    }

    /** The end of the server, once. */
    private static final class Death implements Interruption {
        private final boolean later;
        private boolean isOver;

        Death(boolean later) {
            this.later = later;
        }

        @Override
        public void before(String method) throws SQLException {
            die(method, false);
        }

        @Override
        public void after(String method) throws SQLException {
            die(method, true);
        }

        private void die(String method, boolean isDone) throws SQLException {
            if (method.equals("commit") && isDone == later && !isOver) {
                isOver = true;
                throw new SQLException("the server died", "XX999");
            }
        }
    }

    /**
     * Sends a request.
     *
     * @param path with the query string
     * @param headers as {@code Name: value}
     */
    Answer send(String method, String path, String body, String... headers) throws IOException {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, byte[] body, String... headers) throws IOException {
        return send(api(), method, path, body, headers);
    }

    private Answer send(DataApi api, String method, String path, byte[] body, String... headers)
            throws IOException {
        int question = path.indexOf('?');
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            all.computeIfAbsent(
                            header.substring(0, colon).toLowerCase(Locale.ROOT),
                            n -> new ArrayList<>())
                    .add(header.substring(colon + 1).strip());
        }
        DataRequest request =
                new DataRequest(
                        method,
                        question < 0 ? path : path.substring(0, question),
                        question < 0 ? "" : path.substring(question + 1),
                        all,
                        new SentBody(body),
                        new Cancellation());
        Answer answer = new Answer();
        api.handle(request, caller, answer);
        return answer;
    }

    /** As {@link #get}, by an API that has answered no other request before. */
    Answer getAnew(String path) throws IOException {
        return send(api(this::interrupted), "GET", path, new byte[0]);
    }

    /** One that stays until the roles, the settings or the catalog are others, as in a server. */
    private DataApi api() {
        if (api == null || apiCatalog != catalog()) {
            apiCatalog = catalog();
            api = api(this::interrupted);
        }
        return api;
    }

    private DataApi api(Connections connections) {
        return new DataApi(catalog(), Access.of(catalog(), roles), connections, settings);
    }

    /** Sends a request whose transaction stays open on a connection. */
    Answer within(Connection connection, String method, String path, String body)
            throws IOException {
        Connection kept =
                (Connection)
                        Proxy.newProxyInstance(
                                Requests.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, called, arguments) ->
                                        OF_TRANSACTIONS.contains(called.getName())
                                                ? null
                                                : called.invoke(connection, arguments));
        return send(api(() -> kept), method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public abstract void close();

    /** An answer that is kept. */
    static final class Answer implements DataAnswer {
        private int status;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private ChangeStream stream;

        @Override
        public void follow(ChangeStream changes) {
            stream = changes;
        }

        /** The changes that are followed; null if none are. */
        ChangeStream stream() {
            return stream;
        }

        @Override
        public void status(int newStatus) {
            status = newStatus;
        }

        @Override
        public void header(String name, String value) {
            headers.put(name.toLowerCase(Locale.ROOT), value);
        }

        @Override
        public OutputStream body() {
            return body;
        }

        int status() {
            return status;
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        byte[] bytes() {
            return body.toByteArray();
        }

        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }
}
