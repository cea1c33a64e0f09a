package dev.plinth.app.connection;

import dev.plinth.app.account.User;
import dev.plinth.app.project.Author;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.RefusedException;
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

import java.util.List;

/** Connections, for administrators. A password goes in and never comes out. */
@RestController
@RequestMapping("/api/connections")
class ConnectionController {
    private final Connections connections;
    private final ConnectionSecrets secrets;
    private final ConnectionTest test;
    private final UrlRules rules;
    private final ConnectionPools pools;

    ConnectionController(
            Connections connections,
            ConnectionSecrets secrets,
            ConnectionTest test,
            UrlRules rules,
            ConnectionPools pools) {
        this.connections = connections;
        this.secrets = secrets;
        this.test = test;
        this.rules = rules;
        this.pools = pools;
    }

    /**
     * @param password a new one, a reference to one, or nothing to keep what is there
     */
    record Body(
            @Nullable String id,
            @Nullable String name,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable Boolean hasPassword,
            @Nullable Integer poolSize) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Body[" + name + "]";
        }
    }

    record Answer(
            String id, String name, String url, String user, boolean hasPassword, int poolSize) {
        static Answer of(ConnectionSettings settings) {
            return new Answer(
                    settings.id(),
                    settings.name(),
                    settings.url(),
                    settings.user(),
                    !settings.secret().isEmpty(),
                    settings.poolSize());
        }
    }

    @GetMapping
    List<Answer> all() {
        return connections.all().stream().map(Answer::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(@RequestBody Body body, @AuthenticationPrincipal User user) {
        ConnectionSettings settings =
                settings(Ids.fresh(), body, "", ConnectionSettings.USUAL_SIZE);
        connections.add(settings, Author.of(user));
        return Answer.of(settings);
    }

    @PutMapping("/{id}")
    Answer change(
            @PathVariable String id, @RequestBody Body body, @AuthenticationPrincipal User user) {
        ConnectionSettings before = connections.required(id);
        ConnectionSettings settings = settings(id, body, before.secret(), before.poolSize());
        refuseMovedSecret(before, settings, body);
        connections.update(settings, Author.of(user));
        pools.forget(id);
        return Answer.of(settings);
    }

    /** A stored password must not be sent to another server than it was meant for. */
    private static void refuseMovedSecret(
            ConnectionSettings before, ConnectionSettings after, Body body) {
        boolean moved = !before.url().equals(after.url()) || !before.user().equals(after.user());
        if (moved && body.password() == null && !before.secret().isEmpty()) {
            Input input = new Input();
            input.problem(
                    "password",
                    "With another URL or user the password has to be entered again.",
                    "So nobody can have it sent to a server of their own.");
            input.check();
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @AuthenticationPrincipal User user) {
        connections.remove(connections.required(id), Author.of(user));
        pools.forget(id);
    }

    @PostMapping("/test")
    ConnectionTest.Verdict test(@RequestBody Body body) {
        ConnectionSettings stored = body.id() == null ? null : connections.required(body.id());
        Body whole =
                stored == null
                        ? body
                        : new Body(
                                stored.id(),
                                stored.name(),
                                body.url() == null ? stored.url() : body.url(),
                                body.user() == null ? stored.user() : body.user(),
                                body.password(),
                                null,
                                null);
        Input input = new Input();
        String url = input.text("url", whole.url(), 2000);
        String user = input.optional("user", whole.user(), 200);
        input.check();
        String id = stored == null ? "new" : stored.id();
        ConnectionSettings settings =
                new ConnectionSettings(
                        id,
                        "",
                        url,
                        user,
                        stored == null ? "" : stored.secret(),
                        ConnectionSettings.USUAL_SIZE);
        if (stored != null) {
            refuseMovedSecret(stored, settings, whole);
        }
        try {
            return test.of(settings, password(settings, whole.password()));
        } catch (RefusedException e) {
            return ConnectionTest.Verdict.bad(e.refusal().code(), e.detail(), e.hint());
        }
    }

    private String password(ConnectionSettings settings, @Nullable String given) {
        if (given == null) {
            return secrets.password(settings.id(), settings.secret());
        }
        return secrets.password(settings.id(), secrets.kept(settings.id(), given));
    }

    private ConnectionSettings settings(String id, Body body, String secret, int size) {
        Input input = new Input();
        String name = input.text("name", body.name(), 100);
        String url = input.text("url", body.url(), 2000);
        String user = input.optional("user", body.user(), 200);
        int poolSize = body.poolSize() == null ? size : body.poolSize();
        if (poolSize < 1 || poolSize > ConnectionSettings.LARGEST_SIZE) {
            input.problem(
                    "poolSize",
                    "\"poolSize\" must be from 1 to " + ConnectionSettings.LARGEST_SIZE + ".",
                    "More connections than a database has cores rarely make it faster.");
        }
        input.check();
        rules.check(url);
        String kept = body.password() == null ? secret : secrets.kept(id, body.password());
        return new ConnectionSettings(id, name, url, user, kept, poolSize);
    }
}
