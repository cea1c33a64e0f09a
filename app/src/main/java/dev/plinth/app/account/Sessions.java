package dev.plinth.app.account;

import dev.plinth.app.store.MetaStore;

import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in. The store knows only digests of the tokens that browsers hold. */
@Repository
class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final Duration IDLE = Duration.ofHours(12);
    static final Duration LIFETIME = Duration.ofDays(30);

    /** So long another server's sign-out may go unnoticed here. */
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private static final Duration SEEN_STEP = Duration.ofMinutes(5);
    private static final int CACHED = 10_000;

    private final MetaStore store;
    private final Users users;
    private final Clock clock;
    private final Map<String, Trusted> cache = new ConcurrentHashMap<>();

    Sessions(MetaStore store, Users users, Clock clock) {
        this.store = store;
        this.users = users;
        this.clock = clock;
    }

    /** A token that nobody can guess. */
    static String freshToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Starts a session and answers its token. */
    String start(User user) {
        String token = freshToken();
        Instant now = clock.instant();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", digest(token));
        row.put("person", user.id());
        row.put("created_at", store.time(now));
        row.put("seen_at", store.time(now));
        store.insert("meta_sessions", row);
        return token;
    }

    /** The person whose session it is, as long as it lasts. */
    Optional<User> user(String token) {
        String id = digest(token);
        Instant now = clock.instant();
        Trusted trusted = cache.get(id);
        if (trusted != null && trusted.until.isAfter(now)) {
            return Optional.of(trusted.user);
        }
        Optional<User> user = stored(id, now);
        if (user.isPresent()) {
            if (cache.size() >= CACHED) {
                cache.clear();
            }
            cache.put(id, new Trusted(user.get(), now.plus(TRUSTED)));
        } else {
            cache.remove(id);
        }
        return user;
    }

    private Optional<User> stored(String id, Instant now) {
        Optional<Times> times =
                store.query(
                                "SELECT {person}, {created_at}, {seen_at} FROM {meta_sessions}"
                                        + " WHERE {id} = :id",
                                "id",
                                id)
                        .query(
                                (rows, number) ->
                                        new Times(
                                                rows.getString("person"),
                                                store.requiredTime(rows, "created_at"),
                                                store.requiredTime(rows, "seen_at")))
                        .optional();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Times found = times.get();
        if (found.seen.plus(IDLE).isBefore(now) || found.created.plus(LIFETIME).isBefore(now)) {
            store.change("DELETE FROM {meta_sessions} WHERE {id} = :id", "id", id);
            return Optional.empty();
        }
        if (found.seen.plus(SEEN_STEP).isBefore(now)) {
            store.change(
                    "UPDATE {meta_sessions} SET {seen_at} = :now WHERE {id} = :id",
                    "now",
                    store.time(now),
                    "id",
                    id);
        }
        return users.byId(found.person);
    }

    void end(String token) {
        String id = digest(token);
        cache.remove(id);
        store.change("DELETE FROM {meta_sessions} WHERE {id} = :id", "id", id);
    }

    /** Ends all sessions of a person, save one. */
    void endAll(String person, String exceptToken) {
        cache.clear();
        store.change(
                "DELETE FROM {meta_sessions} WHERE {person} = :person AND {id} <> :kept",
                "person",
                person,
                "kept",
                exceptToken.isEmpty() ? "none" : digest(exceptToken));
    }

    /** Forgets what is trusted, after somebody's rights changed. */
    void recheck() {
        cache.clear();
    }

    /** Removes what has ended. */
    void sweep() {
        Instant now = clock.instant();
        store.change(
                "DELETE FROM {meta_sessions} WHERE {seen_at} < :idle OR {created_at} < :old",
                "idle",
                store.time(now.minus(IDLE)),
                "old",
                store.time(now.minus(LIFETIME)));
    }

    static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Times(String person, Instant created, Instant seen) {}

    private record Trusted(User user, Instant until) {}
}
