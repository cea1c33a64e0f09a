package dev.plinth.bench.rows;

import dev.plinth.bench.Programs;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The product and the floor before the same PostgreSQL, both running. */
public final class RowsServers implements AutoCloseable {
    private static final String ROWS = "/p/bench/rest/v1/";
    private final FreshDatabase database;
    private final List<Process> processes = new ArrayList<>();
    private final int productPort = Programs.freePort();
    private final int floorPort = Programs.freePort();
    private final String plain;
    private final String narrowed;

    /** Fills the database and waits for both servers. */
    public RowsServers() throws Exception {
        database = TestDatabases.POSTGRESQL.fresh();
        try {
            Rows.make(database);
            var product =
                    Programs.plinth(
                            "serve",
                            "--port",
                            "" + productPort,
                            "--home",
                            Files.createTempDirectory("bench").toString());
            product.environment().put("PLINTH_ADMIN_EMAIL", Studio.EMAIL);
            product.environment().put("PLINTH_ADMIN_PASSWORD", Studio.PASSWORD);
            processes.add(product.start());
            processes.add(
                    Programs.java(
                                    RowsFloor.class,
                                    "" + floorPort,
                                    database.url(),
                                    database.user(),
                                    database.password())
                            .start());
            Programs.awaitPage(productPort, processes.getFirst());
            Programs.awaitPage(floorPort, processes.getLast());
            try (var studio = new Studio(productPort)) {
                String connection =
                        studio.send(
                                        "POST",
                                        "connections",
                                        """
                                        {"name":"bench","url":"%s","user":"%s","password":"%s"}\
                                        """
                                                .formatted(
                                                        database.url(),
                                                        database.user(),
                                                        database.password()))
                                .at("/id")
                                .asString();
                studio.send(
                        "POST",
                        "projects",
                        """
                        {"name":"bench","title":"Bench","start":"connection","connection":"%s"}\
                        """
                                .formatted(connection));
                JsonNode tables = studio.get("projects/bench/model").at("/model/tables");
                plain = key(studio, "r00000000001", tables, "", "null");
                narrowed =
                        key(
                                studio,
                                "r00000000002",
                                tables,
                                "email",
                                "{\"language\":\"cel\",\"expression\":\"id > 0\"}");
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** The product, as a role that may read all of the tables, and add to them. */
    Load product(IntFunction<String> path) {
        return new Load(productPort, plain, n -> ROWS + path.apply(n));
    }

    /** The product, as a role with a hidden column and a condition that all rows meet. */
    Load narrowed(IntFunction<String> path) {
        return new Load(productPort, narrowed, n -> ROWS + path.apply(n));
    }

    /** Whole tables, as the role of {@link #product}. */
    Whole whole() {
        return new Whole("http://127.0.0.1:" + productPort + ROWS, plain);
    }

    FreshDatabase database() {
        return database;
    }

    Load floor(IntFunction<String> path) {
        return new Load(floorPort, "none", path);
    }

    private static String key(
            Studio studio, String name, JsonNode tables, String hidden, String condition)
            throws Exception {
        List<String> grants = new ArrayList<>();
        for (JsonNode table : tables) {
            var columns = new ArrayList<String>();
            for (JsonNode column : table.at("/columns")) {
                if (column.at("/name").asString().equals(hidden)) {
                    columns.add("\"" + column.at("/id").asString() + "\"");
                }
            }
            grants.add(
                    """
                    {"table":"%s","actions":["read","create"],"hiddenColumns":[%s],"readOnlyColumns":[],"condition":%s}\
                    """
                            .formatted(
                                    table.at("/id").asString(),
                                    String.join(",", columns),
                                    condition));
        }
        studio.send(
                "PUT",
                "projects/bench/roles/" + name,
                """
                {"id":"%1$s","name":"%1$s","title":"%1$s","grants":[%2$s]}\
                """
                        .formatted(name, String.join(",", grants)));
        return studio.send(
                        "POST",
                        "projects/bench/keys",
                        "{\"name\":\"%1$s\",\"role\":\"%1$s\"}".formatted(name))
                .at("/secret")
                .asString();
    }

    @Override
    public void close() throws Exception {
        for (Process process : processes) {
            process.destroy();
            process.waitFor();
        }
        database.close();
    }
}
