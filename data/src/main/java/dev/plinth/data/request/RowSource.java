package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The rows of a body, one by one, however many there are. */
public interface RowSource extends AutoCloseable {
    /**
     * The names that all rows have, in the order of the body; null when each row brings its own.
     */
    @Nullable List<String> names();

    /**
     * Whether values are nothing but texts, so that one of a JSON column is JSON and no text in it.
     */
    boolean isOfTexts();

    /**
     * The next row, or null after the last.
     *
     * @throws Refusal when the body goes on in no sensible way
     */
    @Nullable SourceRow next() throws IOException;

    @Override
    void close() throws IOException;

    /** A row, or what is wrong with the place where one should be. */
    sealed interface SourceRow {
        /** Where it is in the body, from 1: its line, or its number where there are no lines. */
        long line();
    }

    /** Values by name. */
    record Named(long line, Map<String, Cell> cells) implements SourceRow {}

    /** Values in the order of {@link RowSource#names}; null is no value. */
    record Listed(long line, List<@Nullable String> cells) implements SourceRow {}

    /** No row. */
    record Broken(long line, Refusal refusal) implements SourceRow {}
}
