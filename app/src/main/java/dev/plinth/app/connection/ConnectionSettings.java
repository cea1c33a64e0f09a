package dev.plinth.app.connection;

/**
 * How to reach one database.
 *
 * @param secret the password, encrypted, or a reference such as {@code env:NAME}; empty for none
 */
public record ConnectionSettings(String id, String name, String url, String user, String secret) {
    /** Without URL and secret. */
    @Override
    public String toString() {
        return "ConnectionSettings[" + name + "]";
    }
}
