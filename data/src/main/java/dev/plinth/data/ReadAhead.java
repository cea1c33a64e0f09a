package dev.plinth.data;

import dev.plinth.data.plan.ImportPlanner;
import dev.plinth.data.plan.ImportProblems;
import dev.plinth.data.plan.ImportRow;
import dev.plinth.data.request.RowSource;
import dev.plinth.data.request.RowSource.SourceRow;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Reads the next rows of a body while the last ones are written; no more than that is held. */
final class ReadAhead implements AutoCloseable {
    private static final int CHUNK = 2000;
    private static final Executor ASIDE = Thread.ofVirtual().name("import-", 0)::start;
    private final RowSource source;
    private final ImportPlanner planner;
    private final ImportProblems problems;
    private final long mostRefused;
    private CompletableFuture<Chunk> next;

    /**
     * Rows that are right so far.
     *
     * @param read how many rows were read up to here, wrong ones too
     * @param isLast whether no more will come
     * @param isEnd whether the body came to its end
     */
    record Chunk(List<ImportRow> rows, long read, boolean isLast, boolean isEnd) {}

    /**
     * @param first the row that was read already; null if there was none
     * @param mostRefused after how many refused rows it stops
     */
    ReadAhead(
            RowSource source,
            @Nullable SourceRow first,
            ImportPlanner planner,
            ImportProblems problems,
            long mostRefused) {
        this.source = source;
        this.planner = planner;
        this.problems = problems;
        this.mostRefused = mostRefused;
        this.next = aside(first);
    }

    private CompletableFuture<Chunk> aside(@Nullable SourceRow first) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return read(first == null ? source.next() : first);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                ASIDE);
    }

    private Chunk read(@Nullable SourceRow first) throws IOException {
        List<ImportRow> rows = new ArrayList<>(CHUNK);
        SourceRow source = first;
        for (int i = 1; source != null; i++) {
            ImportRow row = planner.read(source, problems);
            if (row != null) {
                rows.add(row);
            }
            boolean enough = problems.rows() >= mostRefused;
            if (i == CHUNK || enough) {
                return new Chunk(rows, planner.rows(), enough, false);
            }
            source = this.source.next();
        }
        return new Chunk(rows, planner.rows(), true, true);
    }

    /** The next rows; asked for until the last ones came. */
    Chunk take() throws IOException {
        try {
            Chunk chunk = next.join();
            if (!chunk.isLast()) {
                next = aside(null);
            }
            return chunk;
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case IOException gone -> throw gone;
                case RuntimeException refused -> throw refused;
                case null, default -> throw e;
            }
        }
    }

    /** Waits for what is being read, since the body is of no use to anybody afterwards. */
    @Override
    public void close() {
        try {
            next.join();
        } catch (CompletionException | CancellationException e) {
            // Why the body broke off does not matter any more.
            return;
        }
    }
}
