package dev.plinth.app.account;

import dev.plinth.app.web.Refusal;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after some failures each further one doubles the wait. Counted
 * for an account from one address, so that a stranger cannot lock out its owner; for an address,
 * whatever the account; and, much later, for an account from everywhere.
 */
@Component
final class GuessLimit {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > REMEMBERED;
                }
            };

    GuessLimit(Clock clock) {
        this.clock = clock;
    }

    /** Refuses while there is a wait. */
    synchronized void check(String email, String address) {
        Instant now = clock.instant();
        Instant until = now;
        for (Counter counter : counters(email, address)) {
            Failures known = failures.get(counter.key);
            if (known != null && known.until.isAfter(until)) {
                until = known.until;
            }
        }
        if (until.isAfter(now)) {
            long seconds = Duration.between(now, until).plusMillis(999).toSeconds();
            throw Refusal.TOO_MANY_TRIES
                    .because(
                            "Too many failed tries.",
                            "Try again in " + seconds + (seconds == 1 ? " second." : " seconds."))
                    .with("retryAfter", seconds);
        }
    }

    synchronized void failed(String email, String address) {
        Instant now = clock.instant();
        for (Counter counter : counters(email, address)) {
            Failures known = failures.get(counter.key);
            int count = 1;
            if (known != null && known.last.plus(FORGOTTEN_AFTER).isAfter(now)) {
                count += known.count;
            }
            failures.put(
                    counter.key, new Failures(count, now, now.plus(wait(count - counter.free))));
        }
    }

    synchronized void succeeded(String email, String address) {
        failures.remove(counters(email, address)[0].key);
    }

    private static Counter[] counters(String email, String address) {
        return new Counter[] {
            new Counter(email + "\0" + address, 5),
            new Counter("\0" + address, 30),
            new Counter(email + "\0", 100)
        };
    }

    private static Duration wait(int over) {
        if (over <= 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(over - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /**
     * @param free failures before the first wait
     */
    private record Counter(String key, int free) {}

    private record Failures(int count, Instant last, Instant until) {}
}
