package dev.plinth.testing;

/**
 * A database product that tests run on. Its server, if it has one, starts with the first database
 * asked for.
 */
public interface TestDatabase {

    /** The product, as {@code -Dplinth.databases} names it: {@code h2}, {@code postgresql} … */
    String name();

    /**
     * Makes a new, empty database that nobody else uses.
     *
     * @throws org.opentest4j.TestAbortedException if the run is about other databases
     * @throws IllegalStateException if the server cannot be started; a test must then fail, not
     *     skip
     */
    FreshDatabase fresh();
}
