package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;

import java.io.IOException;

/** Writes rows in one form. */
public interface RowWriter {
    /** Writes one more row. */
    void row(RowShape shape, Row row) throws IOException;

    /**
     * Writes what is left; afterwards nothing more can be written.
     *
     * @param shape of the rows, should there have been none
     */
    void end(RowShape shape) throws IOException;
}
