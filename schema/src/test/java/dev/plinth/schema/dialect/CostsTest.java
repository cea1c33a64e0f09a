package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Cost.Blocks;
import dev.plinth.schema.dialect.Cost.Work;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index.Part;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of costs is what the servers do, as far as they let one see it. */
class CostsTest {
    private static final String T = "t";
    private static final Column A = Samples.column(T, "a", new TextType(20));
    private static final Column N = Samples.column(T, "n", new DecimalType(8, 2));
    private static final Table TARGET = Samples.table("target");
    private static final Table TABLE =
            Samples.table(T, A, N, Samples.column(T, "b", IntegerType.BIG));

    private static List<Change> changes(Dialect dialect) {
        Column added = Samples.column(T, "x", IntegerType.NORMAL);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.AddColumn(TABLE, added));
        changes.add(new Change.AddColumn(TABLE, added.withDefault(new Default.Value("7"))));
        changes.add(
                new Change.AddColumn(
                        TABLE,
                        Samples.column(T, "u", new UuidType()).withDefault(new Default.NewUuid())));
        changes.add(new Change.RenameColumn(TABLE, "a", "renamed"));
        changes.add(retyped(A, A.withType(new TextType(30))));
        changes.add(retyped(A, A.withType(new TextType(200))));
        changes.add(retyped(A, A.withType(new LongTextType())));
        changes.add(retyped(A, A.withType(new TextType(10))));
        changes.add(retyped(N, N.withType(new DecimalType(12, 2))));
        changes.add(retyped(N, N.withType(new DecimalType(12, 4))));
        changes.add(
                new Change.ChangeColumn(
                        TABLE, A, A.withDefault(new Default.Value("x")), set(Aspect.DEFAULT)));
        changes.add(new Change.ChangeColumn(TABLE, A, A.withRequired(true), set(Aspect.REQUIRED)));
        changes.add(new Change.AddIndex(TABLE, Samples.index(T, "t_i", false, Part.column("t.a"))));
        changes.add(new Change.AddUnique(TABLE, new UniqueKey("t.u", "t_u", List.of("t.a"), true)));
        String a = dialect.names().quote("a");
        changes.add(
                new Change.AddCheck(
                        TABLE, new Check("t.c", "t_c", Expression.sql(a + " <> 'x'"), "")));
        Model both =
                Samples.model(
                        TARGET,
                        TABLE.withRelations(
                                List.of(
                                        Samples.relation(
                                                T,
                                                "t_b",
                                                List.of("b"),
                                                "target",
                                                List.of("id"),
                                                Action.NO_ACTION))));
        changes.add(
                new Change.AddRelation(
                        TABLE, ForeignKey.allOf(both, both.tables().getLast()).getFirst()));
        changes.add(new Change.DropColumn(TABLE, N));
        return changes;
    }

    private static Change retyped(Column from, Column to) {
        return new Change.ChangeColumn(TABLE, from, to, set(Aspect.TYPE));
    }

    private static java.util.Set<Aspect> set(Aspect aspect) {
        return java.util.Set.of(aspect);
    }

    /** By the locks that a transaction holds, and by whether the table lies in another file. */
    @Test
    void onPostgres() throws SQLException {
        Map<String, String> said = new TreeMap<>();
        Map<String, String> seen = new TreeMap<>();
        Dialect dialect = Dialects.named("postgres");
        try (FreshDatabase database = fresh(TestDatabases.POSTGRESQL, dialect);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Change change : changes(dialect)) {
                List<String> sql = dialect.statements().write(change);
                Cost cost = dialect.costs().of(change, "18");
                said.put(
                        sql.toString(),
                        (cost.work() == Work.REWRITE ? "rewritten, " : "") + cost.blocks());
                String before = text(statement, "SELECT pg_relation_filenode('t')");
                for (String each : sql) {
                    statement.execute(each);
                }
                boolean rewritten =
                        !before.equals(text(statement, "SELECT pg_relation_filenode('t')"));
                boolean all = holds(statement, "'AccessExclusiveLock'");
                boolean writers =
                        holds(statement, "'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock'");
                seen.put(
                        sql.toString(),
                        (rewritten ? "rewritten, " : "")
                                + (all
                                        ? Blocks.EVERYBODY
                                        : writers ? Blocks.WRITERS : Blocks.NOBODY));
                connection.rollback();
            }
        }
        assertThat(said).isEqualTo(seen);
    }

    private static boolean holds(Statement statement, String modes) throws SQLException {
        return text(
                        statement,
                        "SELECT COUNT(*) > 0 FROM pg_locks WHERE pid = pg_backend_pid()"
                                + " AND relation = 't'::regclass AND granted AND mode IN ("
                                + modes
                                + ")")
                .equals("t");
    }

    /** By what the server takes when it is asked to block nobody, or to touch no row. */
    @Test
    void onMariaDb() throws SQLException {
        Map<String, String> said = new TreeMap<>();
        Map<String, String> seen = new TreeMap<>();
        Dialect dialect = Dialects.named("mariadb");
        for (Change change : changes(dialect)) {
            try (FreshDatabase database = fresh(TestDatabases.MARIADB, dialect);
                    Connection connection = database.connect()) {
                List<String> sql = dialect.statements().write(change);
                if (sql.size() != 1 || !sql.getFirst().startsWith("ALTER TABLE")) {
                    continue;
                }
                Cost cost = dialect.costs().of(change, "11.4.5-MariaDB");
                said.put(
                        sql.getFirst(),
                        cost.blocks() + (cost.work() == Work.CATALOG ? ", instant" : ""));
                boolean instant = takes(connection, sql.getFirst() + ", ALGORITHM=INSTANT");
                boolean open = instant || takes(connection, sql.getFirst() + ", LOCK=NONE");
                seen.put(
                        sql.getFirst(),
                        (open ? Blocks.NOBODY : Blocks.WRITERS) + (instant ? ", instant" : ""));
            }
        }
        assertThat(said).isEqualTo(seen);
    }

    private static boolean takes(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static FreshDatabase fresh(TestDatabase product, Dialect dialect) throws SQLException {
        assumeTrue(
                TestDatabases.selected().stream().anyMatch(d -> d.name().equals(product.name())),
                "not among the databases of this run");
        FreshDatabase database = product.fresh();
        for (Table table : List.of(TARGET, TABLE)) {
            for (String sql :
                    dialect.statements().write(new Change.CreateTable(table, List.of()))) {
                database.execute(sql);
            }
        }
        return database;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
