package dev.plinth.app.deploy;

import dev.plinth.app.account.User;
import dev.plinth.app.connection.Connections;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;
import dev.plinth.schema.model.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** Where a project is deployed to. */
@RestController
@RequestMapping("/api/projects/{p}/environments")
class EnvironmentController {
    private final Environments environments;
    private final EnvironmentDatabases databases;
    private final Connections connections;

    EnvironmentController(
            Environments environments, EnvironmentDatabases databases, Connections connections) {
        this.environments = environments;
        this.databases = databases;
        this.connections = connections;
    }

    record Body(
            @Nullable String id,
            @Nullable String name,
            @Nullable String connection,
            @Nullable String schema,
            @Nullable Boolean serving,
            @Nullable Long deployedRevision,
            @Nullable String deployedAt) {}

    record Answer(
            String id,
            String name,
            String connection,
            String schema,
            boolean serving,
            @Nullable Long deployedRevision,
            @Nullable Instant deployedAt) {
        static Answer of(Environment environment) {
            return new Answer(
                    environment.id(),
                    environment.name(),
                    environment.isEmbedded() ? Environment.EMBEDDED : environment.connection(),
                    String.join(",", environment.schemas()),
                    environment.serving(),
                    environment.deployedRevision(),
                    environment.deployedAt());
        }
    }

    @GetMapping
    List<Answer> all(Project project) {
        return environments.of(project.id()).stream().map(Answer::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(Project project, @RequestBody Body body, @AuthenticationPrincipal User user) {
        // The first one serves, so that what was deployed can be used at once.
        boolean first = environments.of(project.id()).isEmpty();
        Environment environment = environment(project, Ids.fresh(), body, null, first, user);
        environments.add(project, environment, Author.of(user));
        return Answer.of(environment);
    }

    @PutMapping("/{e}")
    Answer change(
            Project project,
            @PathVariable String e,
            @RequestBody Body body,
            @AuthenticationPrincipal User user) {
        Environment before = environments.required(project, e);
        Environment after = environment(project, before.id(), body, before, before.serving(), user);
        environments.update(project, before, after, Author.of(user));
        if (before.isEmbedded() && !after.isEmbedded()) {
            databases.forget(before);
        }
        return Answer.of(environments.required(project, before.id()));
    }

    @DeleteMapping("/{e}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Project project, @PathVariable String e, @AuthenticationPrincipal User user) {
        Environment environment = environments.required(project, e);
        environments.remove(project, environment, Author.of(user));
        databases.forget(environment);
    }

    private Environment environment(
            Project project,
            String id,
            Body body,
            @Nullable Environment before,
            boolean serving,
            User user) {
        Input input = new Input();
        String name = input.name("name", body.name());
        String schema = input.optional("schema", body.schema(), 400);
        String connection = body.connection() == null ? Environment.EMBEDDED : body.connection();
        boolean embedded = connection.equals(Environment.EMBEDDED);
        if (!embedded && connections.byId(connection).isEmpty()) {
            input.problem("connection", "There is no such connection.", "");
        }
        if (embedded && !schema.isEmpty()) {
            input.problem("schema", "The embedded database has no schemas to choose from.", "");
        }
        input.check();
        boolean same = before != null && before.connection().equals(embedded ? "" : connection);
        if (!embedded && !same && !user.administrator()) {
            throw Refusal.NOT_ALLOWED.because(
                    "Only administrators give a project a connection.", "Ask an administrator.");
        }
        return new Environment(
                id,
                project.id(),
                name,
                embedded ? "" : connection,
                schema.isEmpty() ? List.of() : List.of(schema.split("\\s*,\\s*")),
                body.serving() == null ? serving : body.serving(),
                null,
                null);
    }
}
