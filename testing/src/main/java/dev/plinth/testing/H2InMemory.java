package dev.plinth.testing;

import java.util.UUID;

/** H2 within this process. */
final class H2InMemory implements TestDatabase {

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public FreshDatabase fresh() {
        // Without the delay the database would be gone when its last connection closes.
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return new FreshDatabase(
                name(), url, "sa", "", () -> Sql.run(url, "sa", "", "SHUTDOWN IMMEDIATELY"));
    }
}
