package dev.plinth.testing;

/** SQLite in a file: in memory, each connection would see a database of its own. */
final class Sqlite implements TestDatabase {

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public FreshDatabase fresh() {
        var folder = TemporaryFolder.create();
        return new FreshDatabase(
                name(),
                "jdbc:sqlite:" + folder.resolve("test.db"),
                "",
                "",
                () -> TemporaryFolder.delete(folder));
    }
}
