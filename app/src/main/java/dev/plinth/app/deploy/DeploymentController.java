package dev.plinth.app.deploy;

import dev.plinth.app.access.ProjectDoor;
import dev.plinth.app.account.User;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.Projects;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;
import dev.plinth.schema.deploy.Consent;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.plan.Risk;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans, deployments, drift. */
@RestController
class DeploymentController {
    private static final String ENVIRONMENT = "/api/projects/{p}/environments/{e}";
    private final DeploymentRunner runner;
    private final Deployments deployments;
    private final Environments environments;
    private final EnvironmentDatabases databases;
    private final DeploymentEvents events;
    private final ModelStore models;
    private final Projects projects;
    private final ProjectDoor door;

    DeploymentController(
            DeploymentRunner runner,
            Deployments deployments,
            Environments environments,
            EnvironmentDatabases databases,
            DeploymentEvents events,
            ModelStore models,
            Projects projects,
            ProjectDoor door) {
        this.runner = runner;
        this.deployments = deployments;
        this.environments = environments;
        this.databases = databases;
        this.events = events;
        this.models = models;
        this.projects = projects;
        this.door = door;
    }

    /**
     * @param renamed answers to the plan's questions, and notRenamed likewise: {@code OLD=NEW}
     */
    record Start(
            @Nullable String plan,
            @Nullable List<String> allow,
            @Nullable Long revision,
            @Nullable List<String> renamed,
            @Nullable List<String> notRenamed) {}

    /**
     * @param rehearse whether the plan is tried on empty tables first
     * @param revision an earlier one to go back to
     */
    record Wish(
            @Nullable Boolean rehearse,
            @Nullable Long revision,
            @Nullable List<String> renamed,
            @Nullable List<String> notRenamed) {}

    record Started(String id) {}

    record Past(
            String id,
            String status,
            long revision,
            String by,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long steps) {}

    record Drift(boolean differs, boolean deployed, List<Difference> changes) {}

    record Difference(String title, String on) {}

    @PostMapping(ENVIRONMENT + "/plan")
    PlanAnswer plan(
            Project project,
            @PathVariable String e,
            @RequestBody(required = false) @Nullable Wish wish) {
        Wish wanted = wish == null ? new Wish(null, null, null, null) : wish;
        Input input = new Input();
        Answers answers = answers(input, wanted.renamed(), wanted.notRenamed());
        input.check();
        var planned =
                runner.plan(project, environments.required(project, e), wanted.revision(), answers);
        PlanAnswer answer = PlanAnswer.of(planned.revision(), planned.prepared());
        return Boolean.TRUE.equals(wanted.rehearse())
                ? answer.with(
                        databases
                                .deployer(environments.required(project, e))
                                .rehearse(planned.prepared()))
                : answer;
    }

    @PostMapping(ENVIRONMENT + "/deployments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(
            Project project,
            @PathVariable String e,
            @RequestBody Start body,
            @AuthenticationPrincipal User user) {
        Input input = new Input();
        String plan = input.text("plan", body.plan(), 200);
        Set<Risk> allowed = risks(input, body.allow() == null ? List.of() : body.allow());
        Answers answers = answers(input, body.renamed(), body.notRenamed());
        input.check();
        Environment environment = environments.required(project, e);
        return new Started(
                runner.start(
                        project,
                        environment,
                        body.revision(),
                        new Consent(plan, allowed, answers),
                        Author.of(user)));
    }

    private static Answers answers(
            Input input, @Nullable List<String> renamed, @Nullable List<String> others) {
        return new Answers(pairs(input, "renamed", renamed), pairs(input, "notRenamed", others));
    }

    private static Set<Answers.Pair> pairs(
            Input input, String property, @Nullable List<String> texts) {
        Set<Answers.Pair> pairs = new LinkedHashSet<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            Answers.Pair.parse(text)
                    .ifPresentOrElse(
                            pairs::add,
                            () ->
                                    input.problem(
                                            property,
                                            "\"" + text + "\" is no rename.",
                                            "Write OLD=NEW, of a column table.old=new."));
        }
        return pairs;
    }

    private static Set<Risk> risks(Input input, List<String> words) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        for (String word : words) {
            EnumSet.allOf(Risk.class).stream()
                    .filter(risk -> PlanAnswer.word(risk).equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            risks::add,
                            () ->
                                    input.problem(
                                            "allow",
                                            "There is no risk \"" + word + "\".",
                                            "Known are lossy and destructive."));
        }
        return risks;
    }

    @GetMapping(ENVIRONMENT + "/deployments")
    List<Past> history(Project project, @PathVariable String e) {
        Environment environment = environments.required(project, e);
        Map<String, Long> steps = deployments.stepCounts(environment);
        return deployments.of(environment, 200).stream()
                .map(
                        d ->
                                new Past(
                                        d.id(),
                                        d.status(),
                                        d.revision(),
                                        d.by(),
                                        d.startedAt(),
                                        d.finishedAt(),
                                        steps.getOrDefault(d.id(), 0L)))
                .toList();
    }

    @GetMapping(ENVIRONMENT + "/drift")
    Drift drift(Project project, @PathVariable String e) {
        DeploymentRunner.refuseAttached(project);
        Environment environment = environments.required(project, e);
        Long revision = environment.deployedRevision();
        if (revision == null) {
            return new Drift(false, false, List.of());
        }
        var deployed = models.at(project.id(), revision).model();
        var steps = databases.deployer(environment).prepare(deployed).plan().steps();
        return new Drift(
                !steps.isEmpty(),
                true,
                steps.stream()
                        .map(s -> new Difference(s.title(), s.change().on().toString()))
                        .toList());
    }

    @GetMapping("/api/deployments/{id}")
    Deployment one(@PathVariable String id, @AuthenticationPrincipal User user) {
        return allowed(id, user);
    }

    @GetMapping(path = "/api/deployments/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id, @AuthenticationPrincipal User user) {
        allowed(id, user);
        return events.of(id);
    }

    @PostMapping("/api/deployments/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancel(@PathVariable String id, @AuthenticationPrincipal User user) {
        allowed(id, user);
        runner.job(id).ifPresent(DeploymentJob::cancel);
    }

    private Deployment allowed(String id, User user) {
        Deployment deployment =
                deployments
                        .byId(id)
                        .orElseThrow(
                                () ->
                                        Refusal.UNKNOWN_THING.because(
                                                "There is no such deployment.", ""));
        Environment environment =
                environments.byId(deployment.environment()).orElseThrow(Environments::unknown);
        door.check(user, projects.byId(environment.project()).orElseThrow(Projects::unknown), true);
        return deployment;
    }
}
