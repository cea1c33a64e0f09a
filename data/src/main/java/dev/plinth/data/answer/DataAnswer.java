package dev.plinth.data.answer;

import java.io.IOException;
import java.io.OutputStream;

/** Where an answer goes. Status and headers are set before the body is opened, once. */
public interface DataAnswer {
    void status(int status);

    /** Adds a header. */
    void header(String name, String value);

    /** Told at the end how many rows were given or written. */
    default void rows(long number) {}

    /** The body; asked for at most once. Writing fails when the caller is gone. */
    OutputStream body() throws IOException;

    /** Tells changes from here on, in place of a body. */
    default void follow(ChangeStream changes) throws IOException {
        throw new UnsupportedOperationException("changes cannot be followed here");
    }
}
