package dev.plinth.app.account;

import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes and checks passwords with argon2id. */
@Component
final class Passwords {
    private static final int SHORTEST = 8;

    /** A hash costs as much as its memory; without an end to that, a long password is an attack. */
    private static final int LONGEST = 200;

    /** Each hash takes 19 MB, so only some are made at the same time. */
    private final Semaphore places = new Semaphore(4);

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String hashOfNobody = encoder.encode("nobody has this password");

    /** Notes a problem with a new password. */
    static String checked(Input input, String field, @Nullable String password) {
        if (password == null || password.length() < SHORTEST) {
            input.problem(
                    field,
                    "The password is too short.",
                    "Take at least " + SHORTEST + " characters; longer is better.");
        } else if (password.length() > LONGEST) {
            input.problem(field, "The password is longer than " + LONGEST + " characters.", "");
        }
        return password == null ? "" : password;
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes as long as checking a password, so that nobody learns who has an account. */
    void matchesNobody(String password) {
        matches(password, hashOfNobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(10, TimeUnit.SECONDS)) {
                throw Refusal.TOO_MANY_TRIES
                        .because("Too many people are signing in right now.", "Try again soon.")
                        .with("retryAfter", 10L);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to check a password", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
