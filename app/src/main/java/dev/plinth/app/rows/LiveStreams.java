package dev.plinth.app.rows;

import dev.plinth.app.rows.ServedProjects.Served;
import dev.plinth.app.settings.Settings;
import dev.plinth.data.DataApi;
import dev.plinth.data.DataRequest;
import dev.plinth.data.access.Caller;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.ChangeFeed;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Those who follow changes. Each has a virtual thread that mostly sleeps, and neither a thread of
 * the web server nor a connection.
 */
@Component
class LiveStreams {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    private static final long PURGE_MINUTES = 10;

    private final ServedProjects served;
    private final DataCallers callers;
    private final Settings.Following settings;
    private final Clock clock;
    private final Map<String, LiveProject> projects = new ConcurrentHashMap<>();
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService purging =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("purging changes").factory());
    private volatile boolean stopped;

    LiveStreams(ServedProjects served, DataCallers callers, Settings settings, Clock clock) {
        this.served = served;
        this.callers = callers;
        this.settings = settings.following();
        this.clock = clock;
        purging.scheduleWithFixedDelay(this::purge, 1, PURGE_MINUTES, TimeUnit.MINUTES);
    }

    /** Answers a request from here on. */
    void open(
            Served project,
            Caller caller,
            ChangeStream stream,
            DataRequest data,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String name = project.project().name();
        LiveProject live = projects.computeIfAbsent(name, this::live);
        String who = UnderWay.callerOf(request, caller);
        LiveProject.Admission admission =
                stopped
                        ? LiveProject.Admission.FULL
                        : live.join(who, settings.most(), settings.share());
        if (admission != LiveProject.Admission.ADMITTED) {
            boolean isFull = admission == LiveProject.Admission.FULL;
            project.counters().followerTurnedAway(isFull);
            throw turnedAway(isFull);
        }
        project.counters().followerCame();
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-store");
        // Proxies that hold back an answer until it is long enough leave this one alone.
        response.setHeader("X-Accel-Buffering", "no");
        TomcatResponse tomcat = TomcatResponse.of(request);
        tomcat.waitToWrite(settings.patience());
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        LiveStream follower =
                new LiveStream(
                        live,
                        () -> served.named(name),
                        now -> callers.caller(request, now.project(), false),
                        data,
                        response.getOutputStream(),
                        tomcat::isClientGone,
                        project,
                        caller,
                        stream);
        open.add(follower);
        Thread.ofVirtual()
                .name("follower of " + name)
                .start(
                        () -> {
                            try {
                                follower.run();
                            } finally {
                                open.remove(follower);
                                live.leave(who);
                                project.counters().followerLeft();
                                complete(context);
                            }
                        });
    }

    private static Refusal turnedAway(boolean isFull) {
        Refusal refusal =
                isFull
                        ? new Refusal(
                                Reason.BUSY,
                                "As many follow this project as this server takes",
                                null,
                                "Come back later.")
                        : new Refusal(
                                Reason.TOO_MANY,
                                "You follow this project as often as one may at a time",
                                null,
                                "Follow a table once for all who want to know of it, and come back"
                                        + " when you have ended other streams.");
        return refusal.with(Map.of("Retry-After", "30"));
    }

    private static void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // Tomcat has ended it already, as what was written was not taken.
            LOG.debug("A stream of changes was cut off", e);
        }
    }

    private LiveProject live(String name) {
        return new LiveProject(() -> served.named(name).map(Served::api).map(DataApi::changes));
    }

    /** Something was written in a project. */
    void written(String project) {
        LiveProject live = projects.get(project);
        if (live != null) {
            live.written();
        }
    }

    private void purge() {
        for (Served project : served.known()) {
            if (project.api().tellsChanges()) {
                purge(project.api().changes());
            }
        }
    }

    private void purge(ChangeFeed changes) {
        try {
            changes.purge(clock.instant().minus(settings.kept()), settings.mostKept());
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Old changes cannot be purged; it is tried again", e);
        }
    }

    /** Before the web server waits for the requests that are under way. */
    @EventListener
    void stopping(ContextClosedEvent event) {
        stopped = true;
        open.forEach(LiveStream::close);
    }

    @PreDestroy
    void stop() {
        purging.shutdownNow();
    }
}
