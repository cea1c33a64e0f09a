package dev.plinth.app.operations;

import dev.plinth.app.settings.Settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Requests for rows that took long: the last ones are kept, and a few each minute are logged. */
@Component
public class SlowRequests {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plinth.slow");
    private static final int KEPT = 100;
    private static final int LINES_A_MINUTE = 30;
    private final long slowNanos;
    private final Deque<Slow> last = new ArrayDeque<>();
    private long minute;
    private int lines;
    private long unsaid;

    SlowRequests(Settings settings) {
        this.slowNanos = settings.operation().slowAfter().toNanos();
    }

    /**
     * One of them, without a value of it or of a row.
     *
     * @param path with the names of parameters and the operators of filters
     * @param status 0 for an answer that broke off
     * @param steps how long they took, as Server-Timing says it
     * @param sql the first texts that were run
     */
    public record Slow(
            Instant at,
            String project,
            String table,
            String method,
            String path,
            int status,
            long milliseconds,
            long rows,
            long bytes,
            String steps,
            List<String> sql) {}

    /** Whether that is slow. */
    public boolean isSlow(long nanos) {
        return nanos >= slowNanos;
    }

    /** Notes a slow request. */
    public void add(Slow slow) {
        if (isToBeSaid(slow)) {
            LOG.info(
                    "{} {} status={} ms={} rows={} bytes={} project={} table={} steps=\"{}\""
                            + " sql={}",
                    slow.method,
                    slow.path,
                    slow.status,
                    slow.milliseconds,
                    slow.rows,
                    slow.bytes,
                    slow.project,
                    slow.table,
                    slow.steps,
                    slow.sql);
        }
    }

    private synchronized boolean isToBeSaid(Slow slow) {
        last.addFirst(slow);
        if (last.size() > KEPT) {
            last.removeLast();
        }
        long now = slow.at.getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            lines = 0;
            if (unsaid > 0) {
                LOG.info("{} more slow requests were not logged", unsaid);
                unsaid = 0;
            }
        }
        if (++lines > LINES_A_MINUTE) {
            unsaid++;
            return false;
        }
        return true;
    }

    /** The last ones, the newest first. */
    synchronized List<Slow> last() {
        return new ArrayList<>(last);
    }
}
