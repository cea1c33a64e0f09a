package dev.plinth.data.run;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Errors.Kind;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries a transaction again that gave way to another one: the database undid it as a whole, so
 * nobody sees that there were several. Not for long, as its caller waits.
 */
public final class Retry {
    private static final int MOST_TRIES = 12;
    private static final int MOST_OVERTAKEN = 3;
    private static final long PATIENCE = 3_000_000_000L;
    private static final int LONGEST_PAUSE = 20;
    private final Errors errors;
    private final long begun = System.nanoTime();
    private int tries;

    public Retry(Errors errors) {
        this.errors = errors;
    }

    /** What is tried. */
    @FunctionalInterface
    public interface Transaction<E extends Exception> {
        void run() throws SQLException, E;
    }

    /**
     * Runs a transaction until it comes through, or is refused for a reason of its own.
     *
     * @throws SQLException the last refusal
     */
    public <E extends Exception> void run(Transaction<E> transaction) throws SQLException, E {
        while (true) {
            try {
                transaction.run();
                return;
            } catch (OvertakenException e) {
                if (++tries >= MOST_OVERTAKEN) {
                    throw e.refusal();
                }
            } catch (SQLException e) {
                if (!gaveWay(errors, e) || ++tries >= MOST_TRIES || !mayPause()) {
                    throw e;
                }
            }
        }
    }

    /** Whether a transaction may come through when it is tried again. */
    public static boolean helps(Errors errors, SQLException e) {
        return e instanceof OvertakenException || gaveWay(errors, e);
    }

    private static boolean gaveWay(Errors errors, SQLException e) {
        return errors.fault(e).kind() == Kind.CONFLICT;
    }

    /** Of different length for each, so that they do not meet again. */
    private boolean mayPause() {
        if (System.nanoTime() - begun > PATIENCE) {
            return false;
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE * tries) + 1L);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
