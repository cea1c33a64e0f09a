package dev.plinth.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the server was started.
 *
 * @param host the address to listen on
 * @param port 0 takes any free one
 * @param home the folder with all that the server keeps on disk
 * @param store the database to keep projects in instead of a file in {@code home}
 * @param attached databases that are served as they are
 * @param files folders, besides one in {@code home}, in which connections may open database files
 * @param internalCalls whether triggers may call addresses of the internal network
 * @param behindProxy whether a proxy in front tells the client's address and protocol
 * @param operation what the operator wants to see
 * @param following what those who follow changes get
 */
public record Settings(
        String host,
        int port,
        Path home,
        Optional<StoreAddress> store,
        List<Attached> attached,
        Optional<Administrator> administrator,
        List<Path> files,
        boolean internalCalls,
        boolean behindProxy,
        Operation operation,
        Following following) {
    public Settings {
        attached = List.copyOf(attached);
        files = List.copyOf(files);
    }

    /** A server on any free port of this machine that keeps everything in a folder. */
    public static Settings in(Path home) {
        return new Settings(
                "127.0.0.1",
                0,
                home,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                false,
                Operation.USUAL,
                Following.USUAL);
    }

    /** The same with another store. */
    public Settings withStore(StoreAddress newStore) {
        return new Settings(
                host,
                port,
                home,
                Optional.of(newStore),
                attached,
                administrator,
                files,
                internalCalls,
                behindProxy,
                operation,
                following);
    }

    /** The same with these databases attached. */
    public Settings withAttached(List<Attached> newAttached) {
        return new Settings(
                host,
                port,
                home,
                store,
                newAttached,
                administrator,
                files,
                internalCalls,
                behindProxy,
                operation,
                following);
    }

    /** The same, with triggers calling addresses of the internal network or not. */
    public Settings withInternalCalls(boolean allowed) {
        return new Settings(
                host,
                port,
                home,
                store,
                attached,
                administrator,
                files,
                allowed,
                behindProxy,
                operation,
                following);
    }

    /** The same for another operator. */
    public Settings withOperation(Operation newOperation) {
        return new Settings(
                host,
                port,
                home,
                store,
                attached,
                administrator,
                files,
                internalCalls,
                behindProxy,
                newOperation,
                following);
    }

    /** The same, with others who follow. */
    public Settings withFollowing(Following newFollowing) {
        return new Settings(
                host,
                port,
                home,
                store,
                attached,
                administrator,
                files,
                internalCalls,
                behindProxy,
                operation,
                newFollowing);
    }

    /**
     * What those who follow changes get.
     *
     * @param most how many may follow one project at once
     * @param kept so long a change can be asked for again
     * @param mostKept so many changes of a project can be asked for again
     * @param patience so long one may leave untaken what it is told
     */
    public record Following(int most, Duration kept, long mostKept, Duration patience) {
        public static final Following USUAL =
                new Following(2000, Duration.ofDays(3), 1_000_000, Duration.ofSeconds(20));

        /** How many of them may be of one caller, so that nobody keeps all others out. */
        public int share() {
            return Math.min(most, Math.max(2, most / 10));
        }
    }

    /**
     * What the operator wants to see.
     *
     * @param metricsToken with which a program may read the metrics; empty if only administrators
     *     may
     * @param slowAfter from when on a request for rows is slow
     */
    public record Operation(Optional<String> metricsToken, Duration slowAfter) {
        public static final Operation USUAL =
                new Operation(Optional.empty(), Duration.ofSeconds(1));

        /** Without the token. */
        @Override
        public String toString() {
            return "Operation[" + slowAfter + "]";
        }
    }

    /** The first administrator, for a start without a person. */
    public record Administrator(String email, String password) {
        @Override
        public String toString() {
            return "Administrator[" + email + "]";
        }
    }

    /** A database that holds the meta store. */
    public record StoreAddress(String url, String user, String password) {
        @Override
        public String toString() {
            return "StoreAddress[" + user + "]";
        }
    }
}
