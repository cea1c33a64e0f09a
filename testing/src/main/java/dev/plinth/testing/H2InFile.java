package dev.plinth.testing;

/** H2 within this process, its data in a file, as the meta store has it. */
final class H2InFile implements TestDatabase {

    @Override
    public String name() {
        return "h2-file";
    }

    @Override
    public FreshDatabase fresh() {
        var folder = TemporaryFolder.create();
        // A connection left open would otherwise write a trace file into the folder that is being
        // deleted.
        var url = "jdbc:h2:file:" + folder.resolve("test") + ";TRACE_LEVEL_FILE=0";
        return new FreshDatabase(
                name(),
                url,
                "sa",
                "",
                () -> {
                    Sql.run(url, "sa", "", "SHUTDOWN IMMEDIATELY");
                    TemporaryFolder.delete(folder);
                });
    }
}
