package dev.plinth.app.rows;

import dev.plinth.app.rows.ServedProjects.Served;
import dev.plinth.data.DataRequest;
import dev.plinth.data.access.Caller;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.run.ChangeFeed.Position;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells one follower what changes. It reads on only when what it told was taken, so nothing piles
 * up for one who is slow; and it looks again and again whether the follower may still be told.
 */
final class LiveStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final long CHECK_MILLISECONDS = 3_000;
    private static final long BEAT_NANOSECONDS = 15_000_000_000L;
    private static final String RETRY = "retry: 3000\n";
    private final LiveProject project;
    private final Supplier<Optional<Served>> served;
    private final Function<Served, Caller> callers;
    private final DataRequest request;
    private final OutputStream out;
    private final BooleanSupplier gone;
    private Served known;
    private Caller caller;
    private ChangeStream stream;
    private long checkedAt = System.nanoTime();
    private long wroteAt;
    private volatile boolean closed;

    /**
     * @param served the project as it is now; empty when it is served no more
     * @param callers who the follower is now
     * @param request what was asked for
     * @param gone whether the follower hung up
     */
    LiveStream(
            LiveProject project,
            Supplier<Optional<Served>> served,
            Function<Served, Caller> callers,
            DataRequest request,
            OutputStream out,
            BooleanSupplier gone,
            Served known,
            Caller caller,
            ChangeStream stream) {
        this.project = project;
        this.served = served;
        this.callers = callers;
        this.request = request;
        this.out = out;
        this.gone = gone;
        this.known = known;
        this.caller = caller;
        this.stream = stream;
    }

    /** Lets it end soon. */
    void close() {
        closed = true;
        project.wake();
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (IOException e) {
            LOG.debug("A follower is gone", e);
        } catch (SQLException | RuntimeException e) {
            // The follower comes back, and goes on where it was.
            LOG.info("A stream of changes ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws SQLException, IOException, InterruptedException {
        Position place = begin();
        while (!closed) {
            boolean more = project.await(place, CHECK_MILLISECONDS);
            if (closed || gone.getAsBoolean() || !mayGoOn()) {
                return;
            }
            if (more) {
                Optional<LiveProject.Told> told = project.after(place, stream);
                place = told.isPresent() ? told.get().to() : reset();
                if (told.isPresent() && told.get().events().length > 0) {
                    write(told.get().events());
                }
            } else if (System.nanoTime() - wroteAt > BEAT_NANOSECONDS) {
                // Without data it is no event, but the follower keeps the id.
                write(":\nid: " + place + "\n\n");
            }
        }
    }

    private Position begin() throws SQLException, IOException {
        Position end = stream.feed().arrange();
        project.ended(end);
        String last = stream.lastEvent();
        if (last == null || last.isBlank()) {
            write(RETRY + "id: " + end + "\n\n");
            return end;
        }
        write(RETRY + "\n");
        Position place = Position.parse(last.strip());
        return place == null ? reset() : place;
    }

    /** Tells that changes may be missing, and goes on from now. */
    private Position reset() throws SQLException, IOException {
        Position end = stream.feed().arrange();
        write("id: " + end + "\nevent: reset\ndata: {}\n\n");
        return end;
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        wroteAt = System.nanoTime();
    }

    /** Whether the follower may be told more; what it may be told is found anew when it changed. */
    private boolean mayGoOn() throws IOException {
        Optional<Served> now = served.get();
        if (now.isEmpty()) {
            return false;
        }
        Caller is = caller;
        if (System.nanoTime() - checkedAt > CHECK_MILLISECONDS * 1_000_000 || now.get() != known) {
            try {
                is = callers.apply(now.get());
            } catch (DataCallers.UnknownKey e) {
                return false;
            }
            checkedAt = System.nanoTime();
        }
        if (now.get() == known && is.equals(caller)) {
            return true;
        }
        known = now.get();
        caller = is;
        Renewal renewal = new Renewal();
        known.api().handle(request, caller, renewal);
        if (renewal.stream == null) {
            return false;
        }
        stream = renewal.stream;
        return true;
    }

    /** Takes the stream, if there still is one. */
    private static final class Renewal implements DataAnswer {
        private @Nullable ChangeStream stream;

        @Override
        public void status(int status) {}

        @Override
        public void header(String name, String value) {}

        @Override
        public OutputStream body() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void follow(ChangeStream changes) {
            stream = changes;
        }
    }
}
