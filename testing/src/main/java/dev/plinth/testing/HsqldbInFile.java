package dev.plinth.testing;

/** HSQLDB within this process, its data in files, as it is when nobody sets anything. */
final class HsqldbInFile implements TestDatabase {

    @Override
    public String name() {
        return "hsqldb-file";
    }

    @Override
    public FreshDatabase fresh() {
        var folder = TemporaryFolder.create();
        // Else what was committed is written up to half a second later, and the files stay locked,
        // for ten seconds after the death of a process.
        var url =
                "jdbc:hsqldb:file:"
                        + folder.resolve("test")
                        + ";hsqldb.write_delay=false;hsqldb.lock_file=false;shutdown=true";
        return new FreshDatabase(
                name(),
                url,
                "SA",
                "",
                () -> {
                    Sql.run(url, "SA", "", "SHUTDOWN IMMEDIATELY");
                    TemporaryFolder.delete(folder);
                });
    }
}
