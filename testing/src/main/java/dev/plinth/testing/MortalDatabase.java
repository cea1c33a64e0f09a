package dev.plinth.testing;

/** A database server of a test's own, which may be killed and comes back with what it had. */
public interface MortalDatabase extends AutoCloseable {
    /** The address of its database. */
    String url();

    String user();

    String password();

    /** Runs a statement. */
    default void execute(String sql) {
        Sql.run(url(), user(), password(), sql);
    }

    /** Kills all of its processes at once, and returns when they are gone. */
    void kill();

    /** Starts it again at the same address. */
    void restart();

    @Override
    void close();
}
