package dev.plinth.app.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.plinth.app.account.User;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** The secret with which calls of triggers are signed. */
@RestController
@RequestMapping("/api/projects/{p}/webhook-secret")
class WebhookController {
    private final WebhookSecrets secrets;

    WebhookController(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param madeAt null when there is none
     * @param secret only in the answer to its making
     */
    record Answer(
            @Nullable Instant madeAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {}

    @GetMapping
    Answer state(Project project) {
        return new Answer(secrets.madeAt(project.id()).orElse(null), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer renew(Project project, @AuthenticationPrincipal User user) {
        String secret = secrets.renew(project, Author.of(user)).toString();
        return new Answer(secrets.madeAt(project.id()).orElse(null), secret);
    }
}
