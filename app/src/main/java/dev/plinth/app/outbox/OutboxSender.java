package dev.plinth.app.outbox;

import dev.plinth.app.connection.ConnectionPools.Pooled;
import dev.plinth.app.deploy.DeploymentRunner;
import dev.plinth.app.deploy.Environment;
import dev.plinth.app.deploy.EnvironmentDatabases;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.operations.Counters;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.Projects;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.data.run.Outbox;
import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Trigger.TriggerAction;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends what triggers left in the outboxes of the serving databases. A call that fails is tried
 * again, each time later, for about two days. It may arrive twice when a server dies at the wrong
 * moment; its key then tells the receiver.
 */
@Component
class OutboxSender {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration COUNT = Duration.ofSeconds(5);
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int TRIES = 20;
    private static final int AT_ONCE = 20;

    private final Projects projects;
    private final ModelStore models;
    private final Environments environments;
    private final EnvironmentDatabases databases;
    private final Post post;
    private final WebhookSecrets secrets;
    private final AuditTrail audit;
    private final Counters counters;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("outbox").factory());

    /** Where something may wait; looked up rarely, as most projects call nobody. */
    private List<Place> places = List.of();

    private Instant lookedUp = Instant.EPOCH;

    OutboxSender(
            Projects projects,
            ModelStore models,
            Environments environments,
            EnvironmentDatabases databases,
            Post post,
            WebhookSecrets secrets,
            AuditTrail audit,
            Counters counters,
            Clock clock) {
        this.projects = projects;
        this.models = models;
        this.environments = environments;
        this.databases = databases;
        this.post = post;
        this.secrets = secrets;
        this.audit = audit;
        this.counters = counters;
        this.clock = clock;
    }

    /** An outbox. */
    private static final class Place {
        private final Project project;
        private final Environment environment;
        private Instant countedAt = Instant.EPOCH;

        Place(Project project, Environment environment) {
            this.project = project;
            this.environment = environment;
        }

        /** Not at each look, as an outbox may be long. */
        boolean isToBeCounted(Instant now) {
            boolean isTime = countedAt.isBefore(now.minus(COUNT));
            if (isTime) {
                countedAt = now;
            }
            return isTime;
        }
    }

    @EventListener
    void begin(ApplicationReadyEvent event) {
        long step = LOOK.toMillis();
        thread.scheduleWithFixedDelay(this::round, step, step, TimeUnit.MILLISECONDS);
    }

    /** The table is there before the first row can want it. */
    @EventListener
    void deployed(DeploymentRunner.Deployed event) {
        Environment environment = event.environment();
        if (callsSomebody(models.current(environment.project()).model())) {
            Pooled pooled = databases.pool(environment);
            try (Connection connection = pooled.source().getConnection()) {
                new Outbox(pooled.dialect()).ensure(connection);
            } catch (SQLException e) {
                throw Faults.reading(pooled.dialect(), e);
            }
        }
        lookAgain();
    }

    @EventListener
    void changed(Environments.Changed event) {
        lookAgain();
    }

    private synchronized void lookAgain() {
        lookedUp = Instant.EPOCH;
    }

    private void round() {
        try {
            for (Place place : current()) {
                send(place);
            }
        } catch (RuntimeException e) {
            // The next round may go better; without this there would be none.
            LOG.warn("The outboxes cannot be looked through", e);
        }
    }

    private synchronized List<Place> current() {
        Instant now = clock.instant();
        if (lookedUp.isBefore(now.minus(REFRESH))) {
            places = lookUp();
            lookedUp = now;
        }
        return places;
    }

    private List<Place> lookUp() {
        List<Place> found = new ArrayList<>();
        for (Project project : projects.all()) {
            environments
                    .serving(project.id())
                    .filter(e -> e.deployedRevision() != null && !project.attached())
                    .filter(e -> callsSomebody(models.current(project.id()).model()))
                    .ifPresent(environment -> found.add(new Place(project, environment)));
        }
        return List.copyOf(found);
    }

    private static boolean callsSomebody(Model model) {
        return model.tables().stream()
                .flatMap(table -> table.triggers().stream())
                .anyMatch(trigger -> trigger.action() instanceof TriggerAction.CallUrl);
    }

    private void send(Place place) {
        Pooled pooled = databases.pool(place.environment);
        Outbox outbox = new Outbox(pooled.dialect());
        List<Outbox.Call> due;
        try (Connection connection = pooled.source().getConnection()) {
            outbox.ensure(connection);
            due = outbox.due(connection, clock.instant(), AT_ONCE);
            if (place.isToBeCounted(clock.instant())) {
                count(place, outbox.waiting(connection));
            }
        } catch (SQLException e) {
            LOG.warn("The outbox of {} cannot be read", place.project.name(), e);
            return;
        }
        // A receiver that is slow to answer keeps neither the others waiting nor a connection busy.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(call -> threads.submit(() -> send(place, pooled, call)));
        }
    }

    private void count(Place place, Outbox.Waiting waiting) {
        counters.of(place.project.name())
                .outbox(
                        new Counters.Waiting(
                                waiting.length(), Optional.ofNullable(waiting.oldest())));
    }

    /** Put off before it is tried, so that of several servers one tries it, and none forgets it. */
    private void send(Place place, Pooled pooled, Outbox.Call call) {
        Outbox outbox = new Outbox(pooled.dialect());
        try {
            if (!isMine(pooled, outbox, call)) {
                return;
            }
            if (isSent(place, call)) {
                try (Connection connection = pooled.source().getConnection()) {
                    outbox.done(connection, call);
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The outbox of {} cannot be written", place.project.name(), e);
        }
    }

    private boolean isMine(Pooled pooled, Outbox outbox, Outbox.Call call) throws SQLException {
        try (Connection connection = pooled.source().getConnection()) {
            return outbox.postpone(connection, call, clock.instant().plus(pause(call.attempts())));
        }
    }

    /** Whether a call needs no further try: it got through, or was tried often enough. */
    private boolean isSent(Place place, Outbox.Call call) {
        try {
            post.send(call, secrets.of(place.project.id()));
            return true;
        } catch (IOException e) {
            long tries = call.attempts() + 1;
            LOG.info(
                    "A call of {} did not get through at try {}: {}",
                    place.project.name(),
                    tries,
                    e.getMessage());
            if (tries >= TRIES) {
                audit.add(place.project.id(), "", "Plinth", "Gave up a call", call.url());
            }
            return tries >= TRIES;
        }
    }

    static Duration pause(long attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /**
     * What is under way gets a moment to end; what does not end is tried again at the next start.
     */
    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
