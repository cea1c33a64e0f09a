package dev.plinth.data;

import dev.plinth.data.access.Access;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Role;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.run.Cancellation;
import dev.plinth.data.run.Outbox;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A small database with the API in front of it. */
final class Shop implements AutoCloseable {
    private final FreshDatabase database;
    private final Dialect dialect;
    private final Model model;
    private final Catalog catalog;
    private DataSettings settings = new DataSettings(null, true, true, false, 30, 1000);
    private List<Role> roles = List.of();
    Caller caller = Caller.administrator("1", "ada@example.org", "Ada");

    Shop(TestDatabase product, Dialect dialect) throws SQLException {
        this(product, dialect, "shop.yaml");
    }

    /**
     * @param resource the model
     */
    Shop(TestDatabase product, Dialect dialect, String resource) throws SQLException {
        this.database = product.fresh();
        this.dialect = dialect;
        this.model = ModelText.read(resource, text(resource)).model();
        try (Connection connection = connect()) {
            for (Change change : changes(Lowering.lower(model, dialect))) {
                for (String sql : dialect.statements().write(change)) {
                    execute(connection, sql);
                }
            }
            new Outbox(dialect).ensure(connection);
        }
        this.catalog = Catalog.of(model, dialect, List.of());
    }

    private static String text(String resource) {
        try (InputStream file = Shop.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Change> changes(Model wanted) {
        boolean later = dialect.can(Capability.ADD_FOREIGN_KEY);
        List<Change> changes = new ArrayList<>();
        List<Change> last = new ArrayList<>();
        for (Table table : wanted.tables()) {
            List<ForeignKey> keys = ForeignKey.allOf(wanted, table);
            changes.add(new Change.CreateTable(table, later ? List.of() : keys));
            table.indexes().forEach(i -> changes.add(new Change.AddIndex(table, i)));
            if (later) {
                keys.forEach(k -> last.add(new Change.AddRelation(table, k)));
            }
        }
        changes.addAll(last);
        return changes;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    Connection connect() throws SQLException {
        Connection connection = database.connect();
        dialect.prepare(connection);
        return connection;
    }

    Catalog catalog() {
        return catalog;
    }

    void settings(DataSettings newSettings) {
        settings = newSettings;
    }

    void roles(Role... newRoles) {
        roles = List.of(newRoles);
    }

    /** The id of a table of the model. */
    String table(String name) {
        return model.tables().stream()
                .filter(t -> t.name().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The id of a column of the model. */
    String column(String table, String name) {
        return model.table(table(table)).orElseThrow().columnNamed(name).orElseThrow().id();
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /**
     * Sends a request.
     *
     * @param path with the query string
     * @param headers as {@code Name: value}
     */
    Answer send(String method, String path, String body, String... headers) throws IOException {
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
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        new Cancellation());
        Answer answer = new Answer();
        new DataApi(catalog, Access.of(catalog, roles), this::connect, settings)
                .handle(request, caller, answer);
        return answer;
    }

    @Override
    public void close() {
        database.close();
    }

    /** An answer that is kept. */
    static final class Answer implements DataAnswer {
        private int status;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

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

        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }
}
