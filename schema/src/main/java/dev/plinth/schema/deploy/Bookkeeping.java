package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plinth's own tables in a database it deploys to: which model was deployed last, what the database
 * made of its expressions, and the journal. They lie in the default schema and are named {@code
 * plinth_…}; no inspection shows them.
 */
public final class Bookkeeping {
    private static final ColumnType ID = new TextType(36);
    private static final Table LOCK =
            table("plinth_lock", 1, column("id", IntegerType.NORMAL, true));
    private static final Table DEPLOYMENTS =
            table(
                    "plinth_deployments",
                    1,
                    column("id", ID, true),
                    column("status", new TextType(20), true),
                    column("started_at", new TextType(40), true),
                    column("finished_at", new TextType(40), false),
                    column("model", new LongTextType(), false),
                    column("echoes", new LongTextType(), false),
                    column("problem", new LongTextType(), false));
    private static final Table STEPS =
            table(
                    "plinth_deployment_steps",
                    2,
                    column("deployment", ID, true),
                    column("number", IntegerType.NORMAL, true),
                    column("title", new LongTextType(), true),
                    column("status", new TextType(20), true),
                    column("statements", new LongTextType(), true));
    private static final List<Table> TABLES = List.of(LOCK, DEPLOYMENTS, STEPS);

    private final Dialect dialect;

    public Bookkeeping(Dialect dialect) {
        this.dialect = dialect;
    }

    private static Column column(String name, ColumnType type, boolean required) {
        return Column.of(name, name, type).withRequired(required);
    }

    private static Table table(String name, int keyLength, Column... columns) {
        List<String> key = Arrays.stream(columns).limit(keyLength).map(Column::id).toList();
        return Table.of(name, name, List.of(columns)).withPrimaryKey(new PrimaryKey("", key));
    }

    /** Makes the tables that are missing. */
    void ensure(Connection connection) throws SQLException {
        for (Table table : TABLES) {
            if (exists(connection, table.name())) {
                continue;
            }
            Change create = new Change.CreateTable(table, List.of());
            for (String sql : dialect.statements().write(create)) {
                execute(connection, sql);
            }
            if (table == LOCK) {
                execute(connection, "INSERT INTO " + name(LOCK) + " VALUES (1)");
            }
        }
    }

    /** Asking by a query works alike everywhere; a failed one must not spoil a transaction. */
    private boolean exists(Connection connection, TableName table) throws SQLException {
        try (ResultSet found =
                connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(),
                                connection.getSchema(),
                                table.name(),
                                new String[] {"TABLE", "BASE TABLE"})) {
            return found.next();
        }
    }

    /** What was last deployed here; nothing when Plinth has never deployed here. */
    public Deployed deployed(Connection connection) throws SQLException {
        if (!exists(connection, DEPLOYMENTS.name())) {
            return Deployed.nothing();
        }
        String sql =
                "SELECT "
                        + names("model", "echoes")
                        + " FROM "
                        + name(DEPLOYMENTS)
                        + " WHERE "
                        + names("status")
                        + " = 'done' ORDER BY "
                        + names("finished_at")
                        + " DESC, "
                        + names("started_at")
                        + " DESC";
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next()
                        ? new Deployed(
                                ModelJson.read(rows.getString(1)),
                                ModelJson.readTexts(rows.getString(2)))
                        : Deployed.nothing();
            }
        }
    }

    /** The statement that takes the lock or fails at once. */
    String lockStatement() {
        return dialect.lockStatement(name(LOCK));
    }

    /** A deployment that was running when its process died is closed. */
    void closeInterrupted(Connection connection) throws SQLException {
        update(
                connection,
                "UPDATE "
                        + name(DEPLOYMENTS)
                        + " SET "
                        + names("status")
                        + " = ? WHERE "
                        + names("status")
                        + " = ?",
                "interrupted",
                "running");
    }

    void begin(Connection connection, String id) throws SQLException {
        update(
                connection,
                "INSERT INTO "
                        + name(DEPLOYMENTS)
                        + " ("
                        + names("id", "status", "started_at")
                        + ") VALUES (?, ?, ?)",
                id,
                "running",
                Instant.now().toString());
    }

    void beginStep(Connection connection, String id, int number, String title, String sql)
            throws SQLException {
        update(
                connection,
                "INSERT INTO "
                        + name(STEPS)
                        + " ("
                        + names("deployment", "number", "title", "status", "statements")
                        + ") VALUES (?, ?, ?, ?, ?)",
                id,
                number,
                title,
                "running",
                sql);
    }

    void endStep(Connection connection, String id, int number, String status) throws SQLException {
        update(
                connection,
                "UPDATE "
                        + name(STEPS)
                        + " SET "
                        + names("status")
                        + " = ? WHERE "
                        + names("deployment")
                        + " = ? AND "
                        + names("number")
                        + " = ?",
                status,
                id,
                number);
    }

    void finish(Connection connection, String id, Deployed deployed) throws SQLException {
        update(
                connection,
                "UPDATE "
                        + name(DEPLOYMENTS)
                        + " SET "
                        + names("status")
                        + " = ?, "
                        + names("finished_at")
                        + " = ?, "
                        + names("model")
                        + " = ?, "
                        + names("echoes")
                        + " = ? WHERE "
                        + names("id")
                        + " = ?",
                "done",
                Instant.now().toString(),
                ModelJson.write(deployed.model()),
                ModelJson.writeTexts(deployed.echoes()),
                id);
    }

    void fail(Connection connection, String id, String status, String problem) throws SQLException {
        update(
                connection,
                "UPDATE "
                        + name(DEPLOYMENTS)
                        + " SET "
                        + names("status")
                        + " = ?, "
                        + names("finished_at")
                        + " = ?, "
                        + names("problem")
                        + " = ? WHERE "
                        + names("id")
                        + " = ?",
                status,
                Instant.now().toString(),
                problem,
                id);
    }

    private String name(Table table) {
        return dialect.names().quote(table.name());
    }

    private String names(String... columns) {
        return dialect.names().list(Arrays.asList(columns));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        List<@Nullable Object> bound = new ArrayList<>(Arrays.asList(values));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bound.size(); i++) {
                statement.setObject(i + 1, bound.get(i));
            }
            statement.executeUpdate();
        }
    }
}
