package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plinth's own tables in a database it deploys to: which model was deployed last, what the database
 * made of its expressions, and the journal. They lie in the default schema and are named {@code
 * plinth_…}; no inspection shows them.
 */
public final class Bookkeeping {
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";
    static final String INTERRUPTED = "interrupted";

    private static final ColumnType ID = new TextType(36);
    private static final Table LOCK =
            Books.table("plinth_lock", 1, Books.column("id", IntegerType.NORMAL, true));
    private static final Table DEPLOYMENTS =
            Books.table(
                    "plinth_deployments",
                    1,
                    Books.column("id", ID, true),
                    Books.column("status", new TextType(20), true),
                    Books.column("started_at", new TextType(40), true),
                    Books.column("finished_at", new TextType(40), false),
                    Books.column("model", new LongTextType(), false),
                    Books.column("echoes", new LongTextType(), false),
                    Books.column("problem", new LongTextType(), false),
                    Books.column("step_count", IntegerType.NORMAL, false));
    private static final Table STEPS =
            Books.table(
                    "plinth_deployment_steps",
                    2,
                    Books.column("deployment", ID, true),
                    Books.column("number", IntegerType.NORMAL, true),
                    Books.column("title", new LongTextType(), true),
                    Books.column("status", new TextType(20), true),
                    Books.column("statements", new LongTextType(), true),
                    Books.column("running", new LongTextType(), false),
                    Books.column("effect", new LongTextType(), false));
    private static final List<String> STEP = STEPS.columns().stream().map(Column::name).toList();
    private static final List<Table> TABLES = List.of(LOCK, DEPLOYMENTS, STEPS);

    private final Dialect dialect;
    private final Books books;
    private final KeptBooks kept;

    public Bookkeeping(Dialect dialect) {
        this.dialect = dialect;
        this.books = new Books(dialect);
        this.kept = new KeptBooks(dialect, books);
    }

    /** What is kept in quarantine. */
    KeptBooks kept() {
        return kept;
    }

    /** Makes the tables that are missing. */
    void ensure(Connection connection) throws SQLException {
        for (Table table : TABLES) {
            if (books.ensure(connection, table) && table == LOCK) {
                Books.execute(connection, "INSERT INTO " + books.name(LOCK) + " VALUES (1)");
            }
        }
        kept.ensure(connection);
    }

    /** What was last deployed here; nothing when Plinth has never deployed here. */
    public Deployed deployed(Connection connection) throws SQLException {
        List<Deployed> newest = done(connection, 1);
        return newest.isEmpty() ? Deployed.nothing() : newest.getFirst();
    }

    /** The deployments that were done, the newest first. */
    List<Deployed> done(Connection connection, int limit) throws SQLException {
        if (!books.exists(connection, DEPLOYMENTS.name())) {
            return List.of();
        }
        String sql =
                "SELECT "
                        + books.names("model", "echoes")
                        + " FROM "
                        + books.name(DEPLOYMENTS)
                        + " WHERE "
                        + books.names("status")
                        + " = 'done' ORDER BY "
                        + books.names("finished_at")
                        + " DESC, "
                        + books.names("started_at")
                        + " DESC";
        List<Deployed> done = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(limit);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    done.add(
                            new Deployed(
                                    ModelJson.read(rows.getString(1)),
                                    ModelJson.readTexts(rows.getString(2))));
                }
            }
        }
        return done;
    }

    /** Deployments since the last one that was done, the oldest first. */
    List<Unfinished> unfinished(Connection connection) throws SQLException {
        if (!books.exists(connection, DEPLOYMENTS.name())
                || !books.hasColumn(connection, STEPS, "effect")) {
            return List.of();
        }
        String sql =
                "SELECT "
                        + books.names("id", "status", "started_at", "model", "step_count")
                        + " FROM "
                        + books.name(DEPLOYMENTS)
                        + " WHERE "
                        + books.names("status")
                        + " <> 'done' AND "
                        + books.names("started_at")
                        + " > (SELECT COALESCE(MAX("
                        + books.names("started_at")
                        + "), '') FROM "
                        + books.name(DEPLOYMENTS)
                        + " WHERE "
                        + books.names("status")
                        + " = 'done') ORDER BY "
                        + books.names("started_at");
        List<Unfinished> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String model = rows.getString(4);
                found.add(
                        new Unfinished(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                model == null ? Model.empty() : ModelJson.read(model),
                                rows.getInt(5),
                                List.of()));
            }
        }
        List<Unfinished> whole = new ArrayList<>();
        for (Unfinished one : found) {
            whole.add(one.withSteps(stepsOf(connection, one.id())));
        }
        return whole;
    }

    /** What was ever done to views, the oldest first. */
    List<Unfinished.Begun> stepsOnViews(Connection connection) throws SQLException {
        if (!books.exists(connection, DEPLOYMENTS.name())
                || !books.hasColumn(connection, STEPS, "effect")) {
            return List.of();
        }
        return steps(
                connection,
                " JOIN (SELECT "
                        + books.names("id")
                        + " AS began, "
                        + books.names("started_at")
                        + " AS since FROM "
                        + books.name(DEPLOYMENTS)
                        + ") d ON began = "
                        + books.names("deployment")
                        + " WHERE "
                        + books.names("effect")
                        + " LIKE ? ORDER BY since, ",
                Effects.ON_VIEWS);
    }

    /** Of one deployment. */
    private List<Unfinished.Begun> stepsOf(Connection connection, String deployment)
            throws SQLException {
        return steps(
                connection, " WHERE " + books.names("deployment") + " = ? ORDER BY ", deployment);
    }

    private List<Unfinished.Begun> steps(Connection connection, String which, String value)
            throws SQLException {
        String sql =
                "SELECT "
                        + books.names("number", "title", "status", "running", "effect")
                        + " FROM "
                        + books.name(STEPS)
                        + which
                        + books.names("number");
        List<Unfinished.Begun> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String effect = rows.getString(5);
                    steps.add(
                            new Unfinished.Begun(
                                    rows.getInt(1),
                                    rows.getString(2),
                                    rows.getString(3).equals(DONE),
                                    Optional.ofNullable(rows.getString(4)).orElse(""),
                                    effect == null ? Map.of() : ModelJson.readTexts(effect)));
                }
            }
        }
        return steps;
    }

    /** Takes the lock or fails at once. */
    void lock(Connection connection) throws SQLException {
        dialect.lock(connection, books.name(LOCK));
    }

    void unlock(Connection connection) throws SQLException {
        dialect.unlock(connection, books.name(LOCK));
    }

    /** Other deployments that were running when their process died are closed. */
    void closeInterrupted(Connection connection, String self) throws SQLException {
        Books.update(
                connection,
                "UPDATE "
                        + books.name(DEPLOYMENTS)
                        + " SET "
                        + books.settings("status")
                        + " WHERE "
                        + books.names("status")
                        + " = ? AND "
                        + books.names("id")
                        + " <> ?",
                INTERRUPTED,
                RUNNING,
                self);
    }

    void begin(Connection connection, String id, Model target, int steps) throws SQLException {
        books.insert(
                connection,
                DEPLOYMENTS,
                List.of("id", "status", "started_at", "model", "step_count"),
                id,
                RUNNING,
                Instant.now().toString(),
                ModelJson.write(target),
                steps);
    }

    /** Takes back {@link #begin}, when nothing was run. */
    void forget(Connection connection, String id) throws SQLException {
        Books.update(
                connection,
                "DELETE FROM " + books.name(DEPLOYMENTS) + " WHERE " + books.names("id") + " = ?",
                id);
    }

    /** A step begins, and with it the first of its statements. */
    void beginStep(Connection connection, String id, Step step) throws SQLException {
        books.insert(connection, STEPS, STEP, row(id, step, RUNNING));
    }

    /** Steps were done. */
    void steps(Connection connection, String id, List<Step> steps) throws SQLException {
        books.insertAll(
                connection, STEPS, STEP, steps.stream().map(s -> row(id, s, DONE)).toList());
    }

    /** The values of {@link #STEP}. */
    private static @Nullable Object[] row(String id, Step step, String status) {
        return new @Nullable Object[] {
            id,
            step.number(),
            step.title(),
            status,
            String.join(";\n", step.sql()),
            step.sql().isEmpty() ? "" : step.sql().getFirst(),
            ModelJson.writeTexts(Effects.of(step.change()))
        };
    }

    void beginStatement(Connection connection, String id, int number, String sql)
            throws SQLException {
        setStep(connection, id, number, "running", sql);
    }

    void endStep(Connection connection, String id, int number, String status) throws SQLException {
        setStep(connection, id, number, "status", status);
    }

    private void setStep(Connection connection, String id, int number, String column, String value)
            throws SQLException {
        Books.update(
                connection,
                "UPDATE "
                        + books.name(STEPS)
                        + " SET "
                        + books.settings(column)
                        + " WHERE "
                        + books.names("deployment")
                        + " = ? AND "
                        + books.names("number")
                        + " = ?",
                value,
                id,
                number);
    }

    /** The deployment goes to a model that is not quite the one it began with. */
    void aim(Connection connection, String id, Model target) throws SQLException {
        set(connection, id, "model", ModelJson.write(target));
    }

    /** The deployment reached its model. */
    void finish(Connection connection, String id, Map<String, String> echoes) throws SQLException {
        set(
                connection,
                id,
                "status, finished_at, echoes",
                DONE,
                Instant.now().toString(),
                ModelJson.writeTexts(echoes));
    }

    void fail(Connection connection, String id, String status, String problem) throws SQLException {
        set(
                connection,
                id,
                "status, finished_at, problem",
                status,
                Instant.now().toString(),
                problem);
    }

    private void set(Connection connection, String id, String columns, @Nullable Object... values)
            throws SQLException {
        List<@Nullable Object> bound = new ArrayList<>(List.of(values));
        bound.add(id);
        Books.update(
                connection,
                "UPDATE "
                        + books.name(DEPLOYMENTS)
                        + " SET "
                        + books.settings(columns.split(", "))
                        + " WHERE "
                        + books.names("id")
                        + " = ?",
                bound.toArray());
    }
}
