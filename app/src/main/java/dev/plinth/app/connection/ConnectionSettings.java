package dev.plinth.app.connection;

/**
 * How to reach one database.
 *
 * @param secret the password, encrypted, or a reference such as {@code env:NAME}; empty for none
 * @param poolSize so many connections at most are open for each schema
 */
public record ConnectionSettings(
        String id, String name, String url, String user, String secret, int poolSize) {
    /** Enough for some hundred requests a second, and far from what databases bear. */
    public static final int USUAL_SIZE = 10;

    static final int LARGEST_SIZE = 200;

    /** Without URL and secret. */
    @Override
    public String toString() {
        return "ConnectionSettings[" + name + "]";
    }
}
