package dev.plinth.app.rows;

import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.run.ChangeFeed;
import dev.plinth.data.run.ChangeFeed.Position;
import dev.plinth.data.run.ChangeFeed.Window;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The changes of one project while somebody follows them: numbered at once when this server wrote,
 * and looked for each second, as others may have written. What several are told is read once.
 */
final class LiveProject {
    private static final Logger LOG = LoggerFactory.getLogger(LiveProject.class);
    private static final long LOOK_MILLISECONDS = 1000;

    private static final long FRESH_NANOSECONDS = 2_000_000_000L;

    /** So few connections read what is told, however many follow. */
    private static final int READERS = 3;

    private final Supplier<Optional<ChangeFeed>> feed;
    private final Semaphore readers = new Semaphore(READERS);
    private final ReentrantLock loading = new ReentrantLock();
    private @Nullable Shared newest;
    private @Nullable Position end;

    /** Guards what follows, so that a write wakes nobody but who looks for changes. */
    private final Object pulse = new Object();

    private final Map<String, Integer> byCaller = new HashMap<>();
    private int followers;
    private boolean written;
    private boolean looking;

    /**
     * @param feed empty when the project is served no more
     */
    LiveProject(Supplier<Optional<ChangeFeed>> feed) {
        this.feed = feed;
    }

    /**
     * Some changes, and what was made of them so far.
     *
     * @param told by audience
     */
    private record Shared(Window window, Map<Object, Telling> told, long loadedAt) {
        /** Rows may have changed since without being told. */
        boolean isFresh() {
            return System.nanoTime() - loadedAt < FRESH_NANOSECONDS;
        }
    }

    /** What one audience is told; the first who needs it reads it. */
    private static final class Telling {
        private byte @Nullable [] events;
    }

    /** What follows a place: where it ends, and the events. */
    record Told(Position to, byte[] events) {}

    /** Whether somebody who wants to follow may. */
    enum Admission {
        ADMITTED,
        /** As many follow already as may. */
        FULL,
        /** The caller follows already as often as one may. */
        SHARE_USED
    }

    /**
     * Somebody follows from now on, if they are admitted.
     *
     * @param most how many may follow
     * @param share how many of them may be of one caller
     */
    Admission join(String caller, int most, int share) {
        synchronized (pulse) {
            if (byCaller.getOrDefault(caller, 0) >= share) {
                return Admission.SHARE_USED;
            }
            if (followers >= most) {
                return Admission.FULL;
            }
            byCaller.merge(caller, 1, Integer::sum);
            followers++;
            if (!looking) {
                looking = true;
                Thread.ofVirtual().name("changes").start(this::look);
            }
            return Admission.ADMITTED;
        }
    }

    /** Somebody follows no more. */
    void leave(String caller) {
        int left;
        synchronized (pulse) {
            byCaller.computeIfPresent(caller, (c, count) -> count == 1 ? null : count - 1);
            followers--;
            pulse.notifyAll();
            left = followers;
        }
        if (left == 0) {
            forget();
        }
    }

    private void forget() {
        loading.lock();
        try {
            newest = null;
        } finally {
            loading.unlock();
        }
    }

    /** This server wrote something. */
    void written() {
        synchronized (pulse) {
            written = true;
            pulse.notifyAll();
        }
    }

    private void look() {
        try {
            while (pause()) {
                arrange();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pause() throws InterruptedException {
        synchronized (pulse) {
            long until = System.nanoTime() + LOOK_MILLISECONDS * 1_000_000;
            long left = LOOK_MILLISECONDS;
            while (followers > 0 && !written && left > 0) {
                pulse.wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
            written = false;
            looking = followers > 0;
            return looking;
        }
    }

    /** Whatever goes wrong, be it with the store, the next look may go better. */
    private void arrange() {
        try {
            Optional<ChangeFeed> changes = feed.get();
            if (changes.isPresent()) {
                ended(changes.get().arrange());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Changes cannot be looked for; it is tried again", e);
        }
    }

    /** Tells how far the changes go by now. */
    synchronized void ended(Position newEnd) {
        boolean isLate =
                end != null
                        && end.series().equals(newEnd.series())
                        && end.number() >= newEnd.number();
        if (!isLate) {
            end = newEnd;
            notifyAll();
        }
    }

    /** Wakes all who wait for changes. */
    synchronized void wake() {
        notifyAll();
    }

    /** Waits until changes follow a place, though not for long. */
    synchronized boolean await(Position place, long milliseconds) throws InterruptedException {
        if (place.equals(end)) {
            wait(milliseconds);
        }
        return !place.equals(end);
    }

    /** What follows a place; empty when that is not known any more. */
    Optional<Told> after(Position place, ChangeStream stream)
            throws SQLException, IOException, InterruptedException {
        Shared shared = shared(place, stream.feed());
        if (shared == null) {
            return Optional.empty();
        }
        Telling telling = shared.told.computeIfAbsent(stream.audience(), a -> new Telling());
        synchronized (telling) {
            if (telling.events == null) {
                String text = read(shared.window, stream);
                if (text == null) {
                    return Optional.empty();
                }
                telling.events = text.getBytes(StandardCharsets.UTF_8);
            }
            return Optional.of(new Told(shared.window.to(), telling.events));
        }
    }

    private @Nullable String read(Window window, ChangeStream stream)
            throws SQLException, IOException, InterruptedException {
        readers.acquire();
        try {
            return stream.tell(window);
        } finally {
            readers.release();
        }
    }

    /**
     * All who wait for the same changes get the same. Who is behind gets others, kept by nobody.
     */
    private @Nullable Shared shared(Position place, ChangeFeed changes) throws SQLException {
        loading.lock();
        try {
            Shared known = newest;
            if (known != null && known.window.from().equals(place) && known.isFresh()) {
                return known;
            }
            Window window = changes.after(place);
            if (window == null) {
                return null;
            }
            Shared loaded = new Shared(window, new ConcurrentHashMap<>(), System.nanoTime());
            if (known == null
                    || !known.isFresh()
                    || window.to().number() >= known.window.to().number()) {
                newest = loaded;
            }
            return loaded;
        } finally {
            loading.unlock();
        }
    }
}
