package dev.plinth.schema.dialect;

import dev.plinth.schema.dialect.cockroach.CockroachDialect;
import dev.plinth.schema.dialect.db2.Db2Dialect;
import dev.plinth.schema.dialect.derby.DerbyDialect;
import dev.plinth.schema.dialect.duckdb.DuckDbDialect;
import dev.plinth.schema.dialect.firebird.FirebirdDialect;
import dev.plinth.schema.dialect.generic.GenericDialect;
import dev.plinth.schema.dialect.h2.H2Dialect;
import dev.plinth.schema.dialect.hsqldb.HsqldbDialect;
import dev.plinth.schema.dialect.mariadb.MariaDbDialect;
import dev.plinth.schema.dialect.mysql.MySqlDialect;
import dev.plinth.schema.dialect.oracle.OracleDialect;
import dev.plinth.schema.dialect.postgres.PostgresDialect;
import dev.plinth.schema.dialect.sqlite.SqliteDialect;
import dev.plinth.schema.dialect.sqlserver.SqlServerDialect;
import dev.plinth.schema.dialect.tidb.TiDbDialect;
import dev.plinth.schema.dialect.yugabyte.YugabyteDialect;
import dev.plinth.schema.problem.PlinthException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All databases that are built in. */
public final class Dialects {
    private static final List<Dialect> ALL =
            List.of(
                    new H2Dialect(),
                    new PostgresDialect(),
                    new CockroachDialect(),
                    new YugabyteDialect(),
                    new MySqlDialect(),
                    new MariaDbDialect(),
                    new TiDbDialect(),
                    new SqlServerDialect(),
                    new OracleDialect(),
                    new Db2Dialect(),
                    new SqliteDialect(),
                    new DuckDbDialect(),
                    new HsqldbDialect(),
                    new DerbyDialect(),
                    new FirebirdDialect());

    private Dialects() {}

    public static List<Dialect> all() {
        return ALL;
    }

    /**
     * The dialect of that name.
     *
     * @throws PlinthException when there is none
     */
    public static Dialect named(String name) {
        return ALL.stream()
                .filter(d -> d.name().equals(name) || d.title().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                PlinthException.of(
                                        "S001",
                                        "",
                                        "There is no dialect \"" + name + "\".",
                                        "Known are " + known() + "."));
    }

    /**
     * The dialect that a JDBC URL leads to.
     *
     * @throws PlinthException when none accepts it
     */
    public static Dialect of(String jdbcUrl) {
        return ALL.stream()
                .filter(d -> d.accepts(jdbcUrl))
                .findFirst()
                .orElseThrow(
                        () ->
                                PlinthException.of(
                                        "S002",
                                        "",
                                        "No built-in database understands this JDBC URL.",
                                        "Known are "
                                                + known()
                                                + ". Any other needs the jar of its driver in the"
                                                + " folder \"drivers\"."));
    }

    /** Whether a built-in database understands a JDBC URL. */
    public static boolean know(String jdbcUrl) {
        return ALL.stream().anyMatch(d -> d.accepts(jdbcUrl));
    }

    /**
     * The dialect of a database that is open: where a URL leads to several products, the one that
     * the database is; where it leads to none that is built in, one made of what the database and
     * its driver tell.
     *
     * @throws PlinthException when they tell too little
     */
    public static Dialect of(String jdbcUrl, Connection connection) throws SQLException {
        if (!know(jdbcUrl)) {
            return GenericDialect.of(connection);
        }
        for (Dialect relative : ALL) {
            if (relative.accepts(jdbcUrl) && relative.recognizes(connection)) {
                return relative;
            }
        }
        return of(jdbcUrl);
    }

    /** The dialect that a JDBC URL can lead to alone; empty where the database has to tell. */
    public static Optional<Dialect> only(String jdbcUrl) {
        List<Dialect> accepting = ALL.stream().filter(d -> d.accepts(jdbcUrl)).toList();
        return accepting.size() == 1 ? Optional.of(accepting.getFirst()) : Optional.empty();
    }

    /** What is known of a refusal before the database could be opened. */
    public static Errors errors(String jdbcUrl) {
        return know(jdbcUrl) ? of(jdbcUrl).errors() : GenericDialect.anyErrors();
    }

    private static String known() {
        return ALL.stream().map(Dialect::name).collect(Collectors.joining(", "));
    }
}
