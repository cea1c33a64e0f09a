package dev.plinth.schema.proof;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import java.util.List;
import java.util.Set;

/**
 * The databases that chance is let loose on: of each product one, unless others are named. HSQLDB
 * in a file, for it starts anew with every connection and has then forgotten what it knew. On Derby
 * some cases still fail: it belongs here once none does.
 */
final class ProvenDatabases {
    private static final Set<String> NOT_BY_ITSELF =
            Set.of("h2-file", "hsqldb", "duckdb-file", "derby-file");

    private ProvenDatabases() {}

    static List<TestDatabase> selected() {
        boolean named = !System.getProperty("plinth.databases", "").isBlank();
        return TestDatabases.selected().stream()
                .filter(d -> named || !NOT_BY_ITSELF.contains(d.name()))
                .toList();
    }
}
