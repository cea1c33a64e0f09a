package dev.plinth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which databases a test run has. */
public final class TestDatabases {

    public static final TestDatabase H2 = reported(new H2InMemory());
    public static final TestDatabase H2_FILE = reported(new H2InFile());
    public static final TestDatabase SQLITE = reported(new Sqlite());
    public static final TestDatabase DUCKDB = reported(new DuckDbInMemory());
    public static final TestDatabase DUCKDB_FILE = reported(new DuckDbInFile());
    public static final TestDatabase POSTGRESQL = reported(new PostgreSql());
    public static final TestDatabase MARIADB = reported(new MariaDb());

    public static final TestDatabase HSQLDB = reported(new HsqldbInMemory());
    public static final TestDatabase HSQLDB_FILE = reported(new HsqldbInFile());

    public static final TestDatabase DERBY = reported(new DerbyInMemory());

    /** Not part of a run unless it is named, since its server is not everywhere. */
    public static final TestDatabase FIREBIRD = reported(new Firebird());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase SQLSERVER = reported(GivenServer.sqlServer());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase ORACLE = reported(GivenServer.oracle());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase DB2 = reported(GivenServer.db2());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase MYSQL = reported(GivenServer.mySql());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase TIDB = reported(GivenServer.tiDb());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase COCKROACH = reported(GivenServer.cockroach());

    /** Not part of a run unless somebody gives a server; see {@link GivenServer}. */
    public static final TestDatabase YUGABYTE = reported(GivenServer.yugabyte());

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
        var names = System.getProperty("plinth.databases", "").strip();
        if (names.isEmpty()) {
            return ALL;
        }
        var selected = new ArrayList<TestDatabase>();
        for (var name : names.split(",")) {
            selected.add(named(name.strip()));
        }
        return List.copyOf(selected);
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

    /** Leaves a file per database that was used, so that a run can say what it really ran on. */
    private static TestDatabase reported(TestDatabase database) {
        return new TestDatabase() {
            @Override
            public String name() {
                return database.name();
            }

            @Override
            public FreshDatabase fresh() {
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
}
