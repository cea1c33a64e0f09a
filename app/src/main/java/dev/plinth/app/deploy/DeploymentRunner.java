package dev.plinth.app.deploy;

import dev.plinth.app.project.Author;
import dev.plinth.app.project.ModelProblems;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.Saved;
import dev.plinth.app.store.Home;
import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.deploy.Consent;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.deploy.Refusals;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Plans for environments, and runs plans in the background. */
@Service
public class DeploymentRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentRunner.class);
    private static final String CANCELLED = "D207";
    private final EnvironmentDatabases databases;
    private final Environments environments;
    private final Deployments deployments;
    private final ModelStore models;
    private final ModelProblems problems;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String node;

    /** By environment. */
    private final Map<String, DeploymentJob> running = new ConcurrentHashMap<>();

    DeploymentRunner(
            EnvironmentDatabases databases,
            Environments environments,
            Deployments deployments,
            ModelStore models,
            ModelProblems problems,
            ApplicationEventPublisher events,
            Clock clock,
            Home home) {
        this.databases = databases;
        this.environments = environments;
        this.deployments = deployments;
        this.models = models;
        this.problems = problems;
        this.events = events;
        this.clock = clock;
        this.node = home.node();
        closeInterrupted();
    }

    /** Told when an environment holds another model than before. */
    public record Deployed(Environment environment) {}

    /** A server that stops in the middle leaves a deployment that nobody runs any more. */
    private void closeInterrupted() {
        for (String id : deployments.runningOn(node)) {
            deployments.end(
                    id,
                    Deployment.FAILED,
                    ProblemAnswer.Entry.error(
                            Refusal.DEPLOYMENT_INTERRUPTED.code(),
                            "The server stopped while this deployment ran.",
                            "Plan again: the new plan goes on from what the database is now."));
        }
    }

    record Planned(long revision, Model model, Prepared prepared) {}

    /**
     * @param revision an earlier one to go back to; null for the newest
     * @param answers what people said about probable renames
     */
    Planned plan(
            Project project, Environment environment, @Nullable Long revision, Answers answers) {
        refuseAttached(project);
        Saved saved =
                revision == null ? models.current(project.id()) : models.at(project.id(), revision);
        List<Problem> faults =
                problems.of(saved.model()).stream().filter(Problem::isError).toList();
        if (!faults.isEmpty()) {
            throw Refusal.FAULTY_MODEL
                    .because(
                            "The model has "
                                    + faults.size()
                                    + (faults.size() == 1 ? " problem" : " problems")
                                    + " and cannot be deployed.",
                            "Mend what is listed, then plan again.")
                    .with(faults);
        }
        Prepared prepared = databases.deployer(environment).prepare(saved.model(), answers);
        return new Planned(saved.revision(), saved.model(), prepared);
    }

    /**
     * Starts running a plan.
     *
     * @return the id of the deployment
     */
    String start(
            Project project,
            Environment environment,
            @Nullable Long revision,
            Consent consent,
            Author author) {
        DeploymentJob job = new DeploymentJob(Ids.fresh(), deployments);
        if (running.putIfAbsent(environment.id(), job) != null) {
            throw Refusal.DEPLOYMENT_RUNNING.because(
                    "A deployment to this environment is running.", "Wait until it has ended.");
        }
        try {
            Planned planned = plan(project, environment, revision, consent.answers());
            check(planned.prepared(), consent);
            deployments.begin(
                    job.id(),
                    node,
                    project,
                    environment,
                    planned.revision(),
                    planned.prepared().plan().steps(),
                    author);
            Thread.ofVirtual()
                    .name("deployment " + job.id())
                    .start(() -> run(job, environment, planned, consent));
            return job.id();
        } catch (RuntimeException e) {
            running.remove(environment.id(), job);
            throw e;
        }
    }

    /**
     * Plans and runs at once what nobody has to agree to, and waits for its end.
     *
     * @throws PlinthException when the database refuses it
     */
    public void deployNow(Project project, Environment environment, Author author) {
        Planned planned = plan(project, environment, null, Answers.NONE);
        DeploymentJob job = new DeploymentJob(Ids.fresh(), deployments);
        deployments.begin(
                job.id(),
                node,
                project,
                environment,
                planned.revision(),
                planned.prepared().plan().steps(),
                author);
        Consent none = Consent.to(planned.prepared().plan().fingerprint(), Set.of());
        deploy(job, environment, planned, none);
    }

    private static void check(Prepared prepared, Consent consent) {
        if (!prepared.plan().fingerprint().equals(consent.shown())) {
            throw Refusal.PLAN_OUTDATED.because(
                    "The database or the model changed since this plan was made; nothing was run.",
                    "Plan again and read the new plan.");
        }
        List<Problem> missing =
                prepared.plan().steps().stream()
                        .filter(
                                s ->
                                        s.risk().needsConsent()
                                                && !consent.allowed().contains(s.risk()))
                        .map(DeploymentRunner::consentMissing)
                        .toList();
        if (!missing.isEmpty()) {
            throw Refusal.CONSENT_MISSING
                    .because(
                            "The plan loses data, and nobody agreed to that; nothing was run.",
                            "Read what is lost; if it is meant, allow it by name.")
                    .with(missing);
        }
        List<Problem> open = prepared.plan().questions().stream().map(Refusals::open).toList();
        if (!open.isEmpty()) {
            throw Refusal.QUESTION_OPEN
                    .because(
                            "Something may be a rename, and nobody has said whether it is; nothing"
                                    + " was run.",
                            "Answer each question by renamed or notRenamed.")
                    .with(open);
        }
        List<Problem> blocking =
                prepared.findings().stream()
                        .filter(Finding::blocks)
                        .map(DeploymentRunner::inTheWay)
                        .toList();
        if (!blocking.isEmpty()) {
            throw Refusal.ROWS_IN_THE_WAY
                    .because(
                            "Rows of the database stand in the way; nothing was run.",
                            "Mend the rows, or give the column a backfill.")
                    .with(blocking);
        }
    }

    private static Problem consentMissing(Step step) {
        String risk = PlanAnswer.word(step.risk());
        return Problem.error(
                Refusal.CONSENT_MISSING.code(),
                step.change().on().toString(),
                step.title()
                        + " is "
                        + risk
                        + (step.loss().isEmpty() ? "." : ": " + step.loss() + "."),
                "Allow \"" + risk + "\" if that is meant.");
    }

    private static Problem inTheWay(Finding finding) {
        return Problem.error(
                Refusal.ROWS_IN_THE_WAY.code(), "steps/" + finding.step(), finding.sentence(), "");
    }

    private void run(DeploymentJob job, Environment environment, Planned planned, Consent consent) {
        try {
            deploy(job, environment, planned, consent);
        } catch (PlinthException e) {
            LOG.info("Deployment {} ended: {}", job.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Deployment {} failed", job.id(), e);
        } finally {
            running.remove(environment.id(), job);
        }
    }

    private void deploy(
            DeploymentJob job, Environment environment, Planned planned, Consent consent) {
        try {
            Deployer deployer = databases.deployer(environment);
            deployer.deploy(planned.model(), consent, Timeouts.DEFAULT, job);
            environments.deployed(environment.id(), planned.revision(), clock.instant());
            events.publishEvent(new Deployed(environment));
            job.done();
        } catch (PlinthException e) {
            Problem first = e.problems().getFirst();
            boolean cancelled = first.code().equals(CANCELLED);
            job.end(
                    cancelled ? Deployment.CANCELLED : Deployment.FAILED,
                    ProblemAnswer.Entry.error(first.code(), first.message(), first.hint()));
            throw e;
        } catch (RuntimeException e) {
            job.end(
                    Deployment.FAILED,
                    ProblemAnswer.Entry.error(
                            Refusal.INTERNAL.code(),
                            "Something went wrong inside Plinth.",
                            "The log has the details under deployment " + job.id() + "."));
            throw e;
        }
    }

    /** The job, when it runs on this server. */
    Optional<DeploymentJob> job(String id) {
        return running.values().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /**
     * What runs is stopped; the journal says what is done, and planning again goes on from there.
     */
    @PreDestroy
    void stop() {
        running.values().forEach(DeploymentJob::cancel);
    }

    static void refuseAttached(Project project) {
        if (project.attached()) {
            throw attached();
        }
    }

    private static RefusedException attached() {
        return Refusal.READ_ONLY_MODEL.because(
                "This project is attached to a database whose structure Plinth does not change.",
                "");
    }
}
