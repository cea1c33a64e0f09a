package dev.plinth.testing;

import java.util.UUID;

/** HSQLDB within this process, where readers wait for nobody. */
final class HsqldbInMemory implements TestDatabase {

    @Override
    public String name() {
        return "hsqldb";
    }

    @Override
    public FreshDatabase fresh() {
        var url = "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc";
        return new FreshDatabase(
                name(), url, "SA", "", () -> Sql.run(url, "SA", "", "SHUTDOWN IMMEDIATELY"));
    }
}
