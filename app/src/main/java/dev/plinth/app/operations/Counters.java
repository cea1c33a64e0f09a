package dev.plinth.app.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * Counts requests for rows since the server started, by project, table and method. Only names of
 * catalogs become series, so that nobody can make any number of them by asking for what is not
 * there.
 */
@Component
public class Counters {
    private static final String OTHER = "other";
    private final Map<String, OfProject> projects = new ConcurrentSkipListMap<>();

    /** The counters of a project, which go on when its catalog changes. */
    public OfProject of(String project, Collection<String> names) {
        OfProject counters = projects.computeIfAbsent(project, p -> new OfProject());
        names.stream()
                .filter(name -> !name.equals(OTHER))
                .forEach(name -> counters.tables.computeIfAbsent(name, n -> new OfTable()));
        return counters;
    }

    /** The counters of a project, known by its name alone. */
    public OfProject of(String project) {
        return of(project, Set.of());
    }

    void forEach(BiConsumer<String, OfProject> taker) {
        projects.forEach(taker);
    }

    /** What came for one project. */
    public static final class OfProject {
        private final OfTable other = new OfTable();
        private final Map<String, OfTable> tables = new ConcurrentHashMap<>();
        private final LongAdder full = new LongAdder();
        private final LongAdder shareUsed = new LongAdder();
        private final LongAdder followersTurnedAway = new LongAdder();
        private final LongAdder followersShareUsed = new LongAdder();
        private final AtomicInteger followers = new AtomicInteger();
        private volatile @Nullable Waiting outbox;

        /** The counters of a table or whatever else is named there. */
        public Series of(String name, String method) {
            return tables.getOrDefault(name, other).of(Method.of(method));
        }

        /** Whether a name has counters of its own. */
        public String label(String name) {
            return tables.containsKey(name) ? name : OTHER;
        }

        /** Counts a request for which there was no place. */
        public void turnedAway(boolean wasFull) {
            (wasFull ? full : shareUsed).increment();
        }

        /** Counts one who wanted to follow when as many did as may, or as many of theirs. */
        public void followerTurnedAway(boolean wasFull) {
            (wasFull ? followersTurnedAway : followersShareUsed).increment();
        }

        /** Counts one who follows changes from now on. */
        public void followerCame() {
            followers.incrementAndGet();
        }

        /** Counts one who follows no more. */
        public void followerLeft() {
            followers.decrementAndGet();
        }

        /** Tells what waits in the outbox by now. */
        public void outbox(Waiting newOutbox) {
            outbox = newOutbox;
        }

        int followers() {
            return followers.get();
        }

        long followersShareUsed() {
            return followersShareUsed.sum();
        }

        long followersTurnedAway() {
            return followersTurnedAway.sum();
        }

        /** Null where no trigger calls anybody. */
        @Nullable Waiting outbox() {
            return outbox;
        }

        long full() {
            return full.sum();
        }

        long shareUsed() {
            return shareUsed.sum();
        }

        void forEach(SeriesTaker taker) {
            tables.forEach((name, table) -> table.forEach(name, taker));
            other.forEach(OTHER, taker);
        }
    }

    /**
     * What waits in an outbox.
     *
     * @param length how many calls
     * @param oldest when the oldest of them was left; empty if none waits
     */
    public record Waiting(long length, Optional<Instant> oldest) {}

    /** Takes the series of a table. */
    @FunctionalInterface
    interface SeriesTaker {
        void take(String table, Method method, Series series);
    }

    /** A series for each method that ever came. */
    private static final class OfTable {
        private final AtomicReferenceArray<Series> series =
                new AtomicReferenceArray<>(Method.values().length);

        Series of(Method method) {
            Series known = series.get(method.ordinal());
            if (known != null) {
                return known;
            }
            series.compareAndSet(method.ordinal(), null, new Series());
            return series.get(method.ordinal());
        }

        void forEach(String name, SeriesTaker taker) {
            for (Method method : Method.values()) {
                Series known = series.get(method.ordinal());
                if (known != null) {
                    taker.take(name, method, known);
                }
            }
        }
    }

    /** The methods that are told apart. */
    enum Method {
        GET,
        HEAD,
        POST,
        PATCH,
        PUT,
        DELETE,
        OPTIONS,
        OTHER;

        static Method of(String method) {
            return switch (method) {
                case "GET" -> GET;
                case "HEAD" -> HEAD;
                case "POST" -> POST;
                case "PATCH" -> PATCH;
                case "PUT" -> PUT;
                case "DELETE" -> DELETE;
                case "OPTIONS" -> OPTIONS;
                default -> OTHER;
            };
        }
    }
}
