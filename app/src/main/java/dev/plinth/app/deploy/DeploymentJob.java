package dev.plinth.app.deploy;

import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.schema.deploy.Cancellation;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.Problem;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A deployment that runs on this server: hears of its steps, tells who watches, may be cancelled.
 */
final class DeploymentJob implements Progress {
    private final String id;
    private final Deployments deployments;
    private final AtomicInteger current = new AtomicInteger();
    private final Cancellation cancellation = new Cancellation();
    private String told = "";
    private long changes;

    DeploymentJob(String id, Deployments deployments) {
        this.id = id;
        this.deployments = deployments;
    }

    String id() {
        return id;
    }

    @Override
    public void running(Step step) {
        current.set(step.number());
        deployments.step(id, step.number(), Deployment.RUNNING, null, "");
        changed();
    }

    @Override
    public void finished(Step step, long milliseconds) {
        deployments.step(id, step.number(), Deployment.DONE, milliseconds, told);
        told = "";
        changed();
    }

    @Override
    public void told(Problem note) {
        told += (told.isEmpty() ? "" : "\n") + note.message();
    }

    @Override
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    @Override
    public void awaitCancel() throws InterruptedException {
        cancellation.await();
    }

    void cancel() {
        cancellation.cancel();
    }

    void end(String status, ProblemAnswer.Entry problem) {
        int step = current.get();
        if (step > 0 && status.equals(Deployment.FAILED)) {
            deployments.step(id, step, Deployment.FAILED, null, problem.message());
        }
        deployments.end(id, status, problem);
        changed();
    }

    void done() {
        deployments.end(id, Deployment.DONE, null);
        changed();
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** Waits until there was another change than the caller knows of, or for a while. */
    synchronized long await(long known, long milliseconds) throws InterruptedException {
        if (changes == known) {
            wait(milliseconds);
        }
        return changes;
    }
}
