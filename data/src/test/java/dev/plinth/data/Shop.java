package dev.plinth.data;

import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.run.Changes;
import dev.plinth.data.run.KeptAnswers;
import dev.plinth.data.run.Outbox;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A small database with the API in front of it. */
final class Shop extends Requests {
    private final FreshDatabase database;
    private final Dialect dialect;
    private final Model model;
    private final Catalog catalog;

    Shop(TestDatabase product, Dialect dialect) throws SQLException {
        this(product, dialect, "shop.yaml");
    }

    /** A shop on a database of a parameterized test. */
    static Shop on(TestDatabase product) throws SQLException {
        String name = product.name();
        return new Shop(product, Dialects.named(name.equals("postgresql") ? "postgres" : name));
    }

    /** Sees to it that there are a few rows, always the same, and nobody's restrictions. */
    void reset() throws SQLException, IOException {
        roles();
        caller = Caller.administrator("1", "ada@example.org", "Ada");
        try (Connection connection = connect()) {
            new KeptAnswers(dialect).ensure(connection);
            new KeptAnswers(dialect).forget(connection, Instant.now().plusSeconds(60), 1000);
            // MariaDB tries each row as it goes, while others still refer to it.
            execute(
                    connection,
                    "UPDATE %s SET %s = NULL"
                            .formatted(
                                    dialect.names().quote("people"),
                                    dialect.names().quote("boss")));
            for (Table table : model.tables().reversed()) {
                execute(connection, "DELETE FROM " + dialect.names().quote(table.name()));
            }
        }
        fill("customers", "[{\"id\":1,\"name\":\"Ada\"},{\"id\":2,\"name\":\"Bob\"}]");
        // Far above the numbers that the databases give.
        fill("orders", "{\"id\":1000,\"customer_id\":1,\"total\":5}");
        fill("tags", "[{\"id\":1,\"label\":\"urgent\"},{\"id\":2,\"label\":\"gift\"}]");
    }

    private void fill(String table, String rows) throws IOException {
        Answer answer = send("POST", table, rows);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** The selected databases, each once. */
    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream().filter(d -> !d.name().contains("-")).toList();
    }

    Dialect dialect() {
        return dialect;
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
            new Changes(dialect).ensure(connection);
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

    @Override
    Connection connect() throws SQLException {
        Connection connection = database.connect();
        dialect.prepare(connection);
        return connection;
    }

    @Override
    Catalog catalog() {
        return catalog;
    }

    /** Whether the database has no way to answer the request. */
    boolean lacks(String path) {
        return path.contains("->") && !hasPathsIntoJson()
                || path.matches(".*[=.]i?match\\..*")
                        && !dialect.can(Capability.REGULAR_EXPRESSIONS)
                || path.matches(".*order=[^&]*\\braw\\b.*")
                        && !dialect.types().compares(new BinaryType(0));
    }

    boolean hasPathsIntoJson() {
        return dialect.queries()
                .jsonAt("j", new JsonType(), List.of(new JsonKey("b", false)), true, k -> k)
                .isPresent();
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

    @Override
    public void close() {
        database.close();
    }
}
