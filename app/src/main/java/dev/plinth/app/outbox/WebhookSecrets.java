package dev.plinth.app.outbox;

import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.store.Secrets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets that calls of triggers are signed with, one for each project that wants it. */
@Repository
class WebhookSecrets {
    /**
     * So long calls are signed with the secret before as well, until receivers know the new one.
     */
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private final MetaStore store;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    WebhookSecrets(MetaStore store, Secrets secrets, AuditTrail audit, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    private record Kept(String secret, Instant madeAt, @Nullable String old) {}

    private Optional<Kept> kept(String project) {
        return store.query(
                        "SELECT * FROM {meta_webhook_secrets} WHERE {project} = :p", "p", project)
                .query(
                        (rows, number) ->
                                new Kept(
                                        rows.getString("secret"),
                                        store.requiredTime(rows, "made_at"),
                                        rows.getString("old_secret")))
                .optional();
    }

    /** When the secret of a project was made, if it has one. */
    Optional<Instant> madeAt(String project) {
        return kept(project).map(Kept::madeAt);
    }

    /** Those that a call is signed with now, the newest first. */
    List<WebhookSecret> of(String project) {
        Optional<Kept> kept = kept(project);
        if (kept.isEmpty()) {
            return List.of();
        }
        boolean both =
                kept.get().old != null && clock.instant().isBefore(kept.get().madeAt.plus(OVERLAP));
        return Stream.of(kept.get().secret, both ? kept.get().old : null)
                .filter(Objects::nonNull)
                .map(s -> secrets.decrypt(s, place(project)))
                .flatMap(Optional::stream)
                .map(WebhookSecret::parse)
                .toList();
    }

    /** Makes a new one; the one before goes on for a while. */
    WebhookSecret renew(Project project, Author author) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        WebhookSecret fresh = new WebhookSecret(Base64.getEncoder().encodeToString(bytes));
        store.inTransaction(
                () -> {
                    Optional<Kept> before = kept(project.id());
                    store.change(
                            "DELETE FROM {meta_webhook_secrets} WHERE {project} = :p",
                            "p",
                            project.id());
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("project", project.id());
                    row.put("secret", secrets.encrypt(fresh.toString(), place(project.id())));
                    row.put("made_at", store.time(clock.instant()));
                    row.put("old_secret", before.map(Kept::secret).orElse(null));
                    store.insert("meta_webhook_secrets", row);
                    audit.add(
                            project.id(),
                            author.id(),
                            author.name(),
                            "Made a webhook secret",
                            project.name());
                });
        return fresh;
    }

    private static String place(String project) {
        return "webhooks " + project;
    }
}
