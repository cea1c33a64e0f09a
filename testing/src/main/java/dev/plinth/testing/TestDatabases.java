package dev.plinth.testing;

import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which databases a test run has. */
public final class TestDatabases {

    public static final TestDatabase H2 = inRun(new H2InMemory());
    public static final TestDatabase H2_FILE = inRun(new H2InFile());
    public static final TestDatabase SQLITE = inRun(new Sqlite());
    public static final TestDatabase DUCKDB = inRun(new DuckDbInMemory());
    public static final TestDatabase DUCKDB_FILE = inRun(new DuckDbInFile());
    public static final TestDatabase POSTGRESQL = inRun(new PostgreSql());
    public static final TestDatabase MARIADB = inRun(new MariaDb());

    public static final TestDatabase HSQLDB = inRun(new HsqldbInMemory());
    public static final TestDatabase HSQLDB_FILE = inRun(new HsqldbInFile());

    public static final TestDatabase DERBY = inRun(new DerbyInMemory());

    /** Not part of a run unless it is named, since its server is not everywhere. */
    public static final TestDatabase FIREBIRD = inRun(new Firebird());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase SQLSERVER = inRun(GivenServer.sqlServer());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase ORACLE = inRun(GivenServer.oracle());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase DB2 = inRun(GivenServer.db2());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase MYSQL = inRun(GivenServer.mySql());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase TIDB = inRun(GivenServer.tiDb());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase COCKROACH = inRun(GivenServer.cockroach());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase YUGABYTE = inRun(GivenServer.yugabyte());

    private static final List<TestDatabase> ALL =
            List.of(
                    H2,
                    H2_FILE,
                    HSQLDB,
                    HSQLDB_FILE,
                    DERBY,
                    SQLITE,
                    DUCKDB,
                    DUCKDB_FILE,
                    POSTGRESQL,
                    MARIADB);

    private TestDatabases() {}

    /** All that can be had without installing anything. */
    public static List<TestDatabase> all() {
        return ALL;
    }

    /**
     * Those named in the system property {@code plinth.databases}, separated by commas; all when it
     * is empty. Meant as the source of a parameterized test.
     *
     * @throws IllegalArgumentException if a name is unknown, so that a misspelt one cannot make a
     *     run pass unseen
     */
    public static List<TestDatabase> selected() {
        var names = names();
        return names.isEmpty() ? ALL : names.stream().map(TestDatabases::named).toList();
    }

    /** The database of that name. */
    public static TestDatabase named(String name) {
        return Stream.concat(ALL.stream(), Stream.of(FIREBIRD))
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No test database is called \""
                                                + name
                                                + "\"; there are "
                                                + String.join(
                                                        ", ",
                                                        ALL.stream()
                                                                .map(TestDatabase::name)
                                                                .toList())));
    }

    /**
     * One that is passed over in a run of other databases, and otherwise leaves a file when it was
     * used, so that a run can say what it really ran on.
     */
    private static TestDatabase inRun(TestDatabase database) {
        return new TestDatabase() {
            @Override
            public String name() {
                return database.name();
            }

            @Override
            public FreshDatabase fresh() {
                if (!isSelected(name())) {
                    throw new TestAbortedException("This run is not about " + name() + ".");
                }
                var fresh = database.fresh();
                var report = System.getProperty("plinth.databases.report", "");
                if (!report.isEmpty()) {
                    try {
                        Files.write(
                                Files.createDirectories(Path.of(report)).resolve(name()),
                                new byte[0]);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return fresh;
            }

            @Override
            public String toString() {
                return name();
            }
        };
    }

    /** Whoever names a product means it in a file as well. */
    private static boolean isSelected(String name) {
        var names = names();
        return names.isEmpty() || names.contains(name) || names.contains(name.split("-")[0]);
    }

    private static List<String> names() {
        return Stream.of(System.getProperty("plinth.databases", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
