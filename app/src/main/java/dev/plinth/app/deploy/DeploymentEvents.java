package dev.plinth.app.deploy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a browser how a deployment goes. What it tells is read from the store, so that it does not
 * matter which server runs the deployment and when somebody starts to watch.
 */
@Component
class DeploymentEvents {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentEvents.class);
    private static final Duration LONGEST = Duration.ofHours(2);

    /** How often a deployment is looked at that another server runs. */
    private static final long LOOK_MILLISECONDS = 1000;

    private final Deployments deployments;
    private final DeploymentRunner runner;

    DeploymentEvents(Deployments deployments, DeploymentRunner runner) {
        this.deployments = deployments;
        this.runner = runner;
    }

    SseEmitter of(String id) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("events of " + id).start(() -> tell(id, emitter));
        return emitter;
    }

    private void tell(String id, SseEmitter emitter) {
        try {
            Map<Integer, Deployment.StepState> told = new HashMap<>();
            long known = 0;
            while (isGoingOn(id, told, emitter)) {
                Optional<DeploymentJob> job = runner.job(id);
                known = job.isPresent() ? job.get().await(known, LOOK_MILLISECONDS) : pause();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Nobody watches deployment {} any more", id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private boolean isGoingOn(
            String id, Map<Integer, Deployment.StepState> told, SseEmitter emitter)
            throws IOException {
        Optional<Deployment> now = deployments.byId(id);
        if (now.isEmpty()) {
            return false;
        }
        for (Deployment.StepState step : now.get().steps()) {
            if (!step.equals(told.put(step.number(), step))) {
                emitter.send(SseEmitter.event().name("step").data(step));
            }
        }
        if (!now.get().isRunning()) {
            emitter.send(SseEmitter.event().name("end").data(now.get()));
        }
        return now.get().isRunning();
    }

    private static long pause() throws InterruptedException {
        Thread.sleep(LOOK_MILLISECONDS);
        return 0;
    }
}
