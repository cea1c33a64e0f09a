package dev.plinth.schema.dialect;

import dev.plinth.schema.dialect.duckdb.DuckDbDialect;
import dev.plinth.schema.dialect.h2.H2Dialect;
import dev.plinth.schema.dialect.hsqldb.HsqldbDialect;
import dev.plinth.schema.dialect.mariadb.MariaDbDialect;
import dev.plinth.schema.dialect.mysql.MySqlDialect;
import dev.plinth.schema.dialect.oracle.OracleDialect;
import dev.plinth.schema.dialect.postgres.PostgresDialect;
import dev.plinth.schema.dialect.sqlite.SqliteDialect;
import dev.plinth.schema.dialect.sqlserver.SqlServerDialect;
import dev.plinth.schema.problem.PlinthException;

import java.util.List;
import java.util.stream.Collectors;

/** All databases that are built in. */
public final class Dialects {
    private static final List<Dialect> ALL =
            List.of(
                    new H2Dialect(),
                    new PostgresDialect(),
                    new MySqlDialect(),
                    new MariaDbDialect(),
                    new SqlServerDialect(),
                    new OracleDialect(),
                    new SqliteDialect(),
                    new DuckDbDialect(),
                    new HsqldbDialect());

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
                                        "Known are " + known() + "."));
    }

    private static String known() {
        return ALL.stream().map(Dialect::name).collect(Collectors.joining(", "));
    }
}
