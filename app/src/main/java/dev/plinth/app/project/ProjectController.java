package dev.plinth.app.project;

import dev.plinth.app.account.User;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.Collectors;

/** Lists, creates and changes projects. */
@RestController
@RequestMapping("/api/projects")
class ProjectController {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectController.class);
    private final Projects projects;
    private final ModelStore models;
    private final List<ProjectStart> starts;

    ProjectController(Projects projects, ModelStore models, List<ProjectStart> starts) {
        this.projects = projects;
        this.models = models;
        this.starts = List.copyOf(starts);
    }

    record Creation(
            @Nullable String name,
            @Nullable String title,
            @Nullable String start,
            @Nullable String connection,
            @Nullable List<String> schemas) {}

    record Change(@Nullable String name, @Nullable String title) {}

    @GetMapping
    List<ProjectSummary> all(@AuthenticationPrincipal User user) {
        return projects.summaries(user.administrator() ? projects.all() : projects.of(user.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProjectSummary create(@RequestBody Creation body, @AuthenticationPrincipal User user) {
        if (!user.administrator()) {
            throw Refusal.NOT_ALLOWED.because(
                    "Only administrators create projects.", "Ask an administrator.");
        }
        Input input = new Input();
        String name = input.name("name", body.name());
        String title = input.optional("title", body.title(), 200);
        String kind = body.start() == null ? "empty" : body.start();
        ProjectStart start =
                starts.stream().filter(s -> s.kind().equals(kind)).findFirst().orElse(null);
        if (start == null) {
            String known =
                    starts.stream()
                            .map(ProjectStart::kind)
                            .sorted()
                            .collect(Collectors.joining(", "));
            input.problem(
                    "start",
                    "A project cannot start with \"" + kind + "\".",
                    "Known are " + known + ".");
        }
        input.check();
        ProjectStart.Wanted wanted =
                new ProjectStart.Wanted(
                        body.connection(), body.schemas() == null ? List.of() : body.schemas());
        return summary(
                created(
                        name,
                        title,
                        java.util.Objects.requireNonNull(start),
                        wanted,
                        Author.of(user)));
    }

    private Project created(
            String name,
            String title,
            ProjectStart start,
            ProjectStart.Wanted wanted,
            Author author) {
        start.check(wanted);
        Project project = projects.add(name, title, start.attached(), author);
        try {
            start.start(project, wanted, author);
        } catch (RuntimeException e) {
            try {
                projects.remove(project, author);
            } catch (RuntimeException second) {
                LOG.error("A project that could not be started cannot be removed", second);
                e.addSuppressed(second);
            }
            throw e;
        }
        return projects.byId(project.id()).orElseThrow(Projects::unknown);
    }

    @GetMapping("/{p}")
    ProjectSummary one(Project project) {
        return summary(project);
    }

    @PatchMapping("/{p}")
    ProjectSummary change(
            Project project, @RequestBody Change body, @AuthenticationPrincipal User user) {
        Input input = new Input();
        String name = body.name() == null ? project.name() : input.name("name", body.name());
        String title =
                body.title() == null ? project.title() : input.optional("title", body.title(), 200);
        input.check();
        return summary(projects.rename(project, name, title, Author.of(user)));
    }

    @DeleteMapping("/{p}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Project project, @AuthenticationPrincipal User user) {
        if (!user.administrator()) {
            throw Refusal.NOT_ALLOWED.because(
                    "Only administrators remove projects.", "Ask an administrator.");
        }
        projects.remove(project, Author.of(user));
        models.forget(project.id());
    }

    private ProjectSummary summary(Project project) {
        return projects.summaries(List.of(project)).getFirst();
    }
}
