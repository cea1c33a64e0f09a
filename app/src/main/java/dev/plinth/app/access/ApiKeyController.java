package dev.plinth.app.access;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.plinth.app.account.User;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** The API keys of a project. */
@RestController
@RequestMapping("/api/projects/{p}/keys")
class ApiKeyController {
    private final ApiKeys keys;
    private final Roles roles;

    ApiKeyController(ApiKeys keys, Roles roles) {
        this.keys = keys;
        this.roles = roles;
    }

    record Body(@Nullable String name, @Nullable String role, @Nullable Instant expiresAt) {}

    /**
     * @param secret only in the answer to its making
     */
    record Answer(
            String id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
        static Answer of(ApiKeys.ApiKey key, @Nullable String secret) {
            return new Answer(
                    key.id(),
                    key.name(),
                    key.role(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    secret);
        }
    }

    @GetMapping
    List<Answer> all(Project project) {
        return keys.of(project.id()).stream().map(k -> Answer.of(k, null)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(Project project, @RequestBody Body body, @AuthenticationPrincipal User user) {
        Input input = new Input();
        String name = input.text("name", body.name(), 100);
        String role = body.role() == null ? "" : body.role();
        if (roles.of(project.id()).stream().noneMatch(r -> r.id().equals(role))) {
            input.problem("role", "There is no role \"" + role + "\".", "Name it by its id.");
        }
        input.check();
        String id = ApiKeys.freshId();
        String secret = keys.add(project, id, name, role, body.expiresAt(), Author.of(user));
        return Answer.of(key(project, id), secret);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Project project, @PathVariable String id, @AuthenticationPrincipal User user) {
        keys.remove(project, key(project, id), Author.of(user));
    }

    private ApiKeys.ApiKey key(Project project, String id) {
        return keys.of(project.id()).stream()
                .filter(k -> k.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.UNKNOWN_THING.because("There is no such key.", ""));
    }
}
