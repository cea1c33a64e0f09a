package dev.plinth.schema.dialect;

import java.time.Duration;

/**
 * How long a deployment waits.
 *
 * @param lock for what another session holds; whoever waits for a lock on a table keeps all later
 *     readers of it waiting as well
 * @param statement for one statement to end; zero is without limit
 */
public record Timeouts(Duration lock, Duration statement) {
    /** Ten seconds for a lock, and as long as it takes for a statement. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ZERO);
}
