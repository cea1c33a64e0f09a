package dev.plinth.app.access;

import dev.plinth.app.access.Roles.AccessChanged;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.schema.model.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys by which programs reach the data API. Only a digest of a key is kept; what was verified is
 * remembered for a short while, so that a request costs no look into the store.
 */
@Repository
public class ApiKeys {
    private static final String PREFIX = "plinth_";
    private static final int SECRET_BYTES = 32;
    private static final int REMEMBERED = 10_000;
    private static final Duration TRUSTED = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final MetaStore store;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** By secret: a digest for each request would be a good part of what a small one costs. */
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    ApiKeys(MetaStore store, AuditTrail audit, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param role id of the role that the key acts in
     */
    public record ApiKey(
            String id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    private record Verified(String project, ApiKey key, Instant at) {}

    List<ApiKey> of(String project) {
        return store.query(
                        "SELECT * FROM {meta_api_keys} WHERE {project} = :p ORDER BY {created_at}",
                        "p",
                        project)
                .query((rows, number) -> key(rows))
                .list();
    }

    /** Makes a key; the answer is its secret, which is not kept. */
    String add(
            Project project,
            String id,
            String name,
            String role,
            @Nullable Instant expiresAt,
            Author author) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("project", project.id());
        row.put("name", name);
        row.put("role_id", role);
        row.put("digest", digest(secret));
        row.put("created_at", store.time(clock.instant()));
        row.put("expires_at", store.time(expiresAt));
        store.inTransaction(
                () -> {
                    audit.add(project.id(), author.id(), author.name(), "Made an API key", name);
                    store.insert("meta_api_keys", row);
                });
        return secret;
    }

    static String freshId() {
        return Ids.fresh();
    }

    void remove(Project project, ApiKey key, Author author) {
        store.inTransaction(
                () -> {
                    audit.add(
                            project.id(),
                            author.id(),
                            author.name(),
                            "Removed an API key",
                            key.name());
                    store.change("DELETE FROM {meta_api_keys} WHERE {id} = :id", "id", key.id());
                });
        verified.values().removeIf(v -> v.key.id().equals(key.id()));
        events.publishEvent(new AccessChanged(project.name()));
    }

    /** The key with this secret, if it is one of the project and has not run out. */
    public Optional<ApiKey> verified(String project, String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Verified known = verified.get(secret);
        if (known == null || known.at.plus(TRUSTED).isBefore(now)) {
            known = look(secret, now);
        }
        return Optional.ofNullable(known)
                .filter(v -> v.project.equals(project))
                .map(v -> v.key)
                .filter(k -> k.expiresAt() == null || k.expiresAt().isAfter(now));
    }

    private @Nullable Verified look(String secret, Instant now) {
        Verified found =
                store.query(
                                "SELECT * FROM {meta_api_keys} WHERE {digest} = :d",
                                "d",
                                digest(secret))
                        .query(
                                (rows, number) ->
                                        new Verified(rows.getString("project"), key(rows), now))
                        .optional()
                        .orElse(null);
        if (found == null) {
            verified.remove(secret);
            return null;
        }
        store.change(
                "UPDATE {meta_api_keys} SET {last_used_at} = :now WHERE {id} = :id",
                "now",
                store.time(now),
                "id",
                found.key.id());
        if (verified.size() >= REMEMBERED) {
            verified.clear();
        }
        verified.put(secret, found);
        return found;
    }

    private ApiKey key(ResultSet rows) throws SQLException {
        return new ApiKey(
                rows.getString("id"),
                rows.getString("name"),
                rows.getString("role_id"),
                store.requiredTime(rows, "created_at"),
                store.time(rows, "expires_at"),
                store.time(rows, "last_used_at"));
    }

    /** The secret has 256 random bits, so a plain digest cannot be guessed back. */
    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
