package dev.plinth.data;

import org.jspecify.annotations.Nullable;

/**
 * What a project allows.
 *
 * @param mostRows that one answer has; null for any number
 * @param aggregates whether values may be computed over rows
 * @param rollbackByRequest whether {@code Prefer: tx=rollback} is heeded
 * @param unfilteredWrites whether an update or delete may go to all rows without saying how many
 * @param timeoutSeconds after which a statement is given up; 0 for never
 * @param estimateAbove from how many rows on {@code count=estimated} is only estimated
 * @param keepsAnswers whether answers may be kept in the database, in a table of Plinth's own
 */
public record DataSettings(
        @Nullable Long mostRows,
        boolean aggregates,
        boolean rollbackByRequest,
        boolean unfilteredWrites,
        int timeoutSeconds,
        long estimateAbove,
        boolean keepsAnswers) {
    public static final DataSettings USUAL =
            new DataSettings(null, true, false, false, 60, 10_000, true);

    /** What is added to give a driver the time to stop a statement itself; SQLite's does not. */
    private static final int GRACE_SECONDS = 5;

    /** What is added until the database, or the network to it, is taken for gone. */
    private static final int GONE_SECONDS = 30;

    /**
     * From when on a statement without progress is stopped from outside.
     *
     * @return 0 for never
     */
    public int stopSeconds() {
        return timeoutSeconds == 0 ? 0 : timeoutSeconds + GRACE_SECONDS;
    }

    /**
     * From when on a connection without progress is cut.
     *
     * @return 0 for never
     */
    public int cutSeconds() {
        return timeoutSeconds == 0 ? 0 : timeoutSeconds + GONE_SECONDS;
    }
}
