package dev.plinth.schema.proof;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import java.util.List;

/**
 * The databases that chance is let loose on. On HSQLDB, Derby and DuckDB some cases still fail:
 * they are tried when they are named, {@code -Dplinth.databases=hsqldb}, and belong here once none
 * does.
 */
final class ProvenDatabases {
    private ProvenDatabases() {}

    static List<TestDatabase> selected() {
        boolean named = !System.getProperty("plinth.databases", "").isBlank();
        return TestDatabases.selected().stream()
                .filter(
                        d ->
                                named
                                        || !d.name().startsWith("hsqldb")
                                                && !d.name().startsWith("derby")
                                                && !d.name().startsWith("duckdb"))
                .toList();
    }
}
