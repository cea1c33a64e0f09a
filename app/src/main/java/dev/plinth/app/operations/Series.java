package dev.plinth.app.operations;

import java.util.concurrent.atomic.LongAdder;

/** The requests of one method for one table. */
public final class Series {
    /** The most that a bucket takes, in nanoseconds, and in seconds as it is told. */
    private static final long[] BOUNDS = {
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        500_000_000,
        1_000_000_000,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    static final String[] SECONDS = {
        "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5",
        "10", "+Inf"
    };

    /** By the first digit of the status; 0 for answers that broke off. */
    static final String[] STATUSES = {"broken", "1xx", "2xx", "3xx", "4xx", "5xx"};

    private final LongAdder[] statuses = adders(STATUSES.length);
    private final LongAdder[] buckets = adders(SECONDS.length);
    private final LongAdder nanos = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    private static LongAdder[] adders(int number) {
        LongAdder[] adders = new LongAdder[number];
        for (int i = 0; i < number; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }

    /**
     * Counts a request.
     *
     * @param status 0 for an answer that broke off
     */
    public void add(int status, long took, long rowsGiven, long bytesSent) {
        statuses[status < 100 || status > 599 ? 0 : status / 100].increment();
        int bucket = 0;
        while (bucket < BOUNDS.length && took > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
        rows.add(rowsGiven);
        bytes.add(bytesSent);
    }

    long status(int number) {
        return statuses[number].sum();
    }

    long bucket(int number) {
        return buckets[number].sum();
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }

    long rows() {
        return rows.sum();
    }

    long bytes() {
        return bytes.sum();
    }
}
