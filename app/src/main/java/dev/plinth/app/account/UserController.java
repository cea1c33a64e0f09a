package dev.plinth.app.account;

import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;
import dev.plinth.schema.model.Ids;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** People: administrators see and change all, everybody their own name and password. */
@RestController
@RequestMapping("/api/users")
class UserController {
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final GuessLimit limit;
    private final Authenticator authenticator;
    private final MetaStore store;
    private final AuditTrail audit;
    private final Clock clock;

    UserController(
            Users users,
            Sessions sessions,
            Passwords passwords,
            GuessLimit limit,
            Authenticator authenticator,
            MetaStore store,
            AuditTrail audit,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limit = limit;
        this.authenticator = authenticator;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param currentPassword needed to change one's own password
     */
    record Body(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable String currentPassword,
            @Nullable Boolean administrator) {}

    record Answer(String id, String email, String name, boolean administrator, Instant createdAt) {
        static Answer of(User user) {
            return new Answer(
                    user.id(), user.email(), user.name(), user.administrator(), user.createdAt());
        }
    }

    @GetMapping
    List<Answer> all() {
        return users.all().stream().map(Answer::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(@RequestBody Body body, @AuthenticationPrincipal User caller) {
        Input input = new Input();
        String email = SignIn.email(input, body.email());
        String name = input.text("name", body.name(), 200);
        String password = Passwords.checked(input, "password", body.password());
        input.check();
        boolean administrator = Boolean.TRUE.equals(body.administrator());
        User user = new User(Ids.fresh(), email, name, administrator, clock.instant());
        String hash = passwords.hash(password);
        store.inTransaction(
                () -> {
                    audit.add("", caller.id(), caller.name(), "Added a person", email);
                    users.add(user, hash);
                });
        return Answer.of(user);
    }

    @PatchMapping("/{id}")
    Answer change(
            @PathVariable String id,
            @RequestBody Body body,
            @AuthenticationPrincipal User caller,
            HttpServletRequest request) {
        boolean own = caller.id().equals(id);
        if (!caller.administrator()
                && (!own || body.email() != null || body.administrator() != null)) {
            throw Refusal.NOT_ALLOWED.because(
                    "You may change only your own name and password.", "Ask an administrator.");
        }
        User before = existing(id);
        Input input = new Input();
        String email = body.email() == null ? before.email() : SignIn.email(input, body.email());
        String name = body.name() == null ? before.name() : input.text("name", body.name(), 200);
        boolean administrator =
                body.administrator() == null ? before.administrator() : body.administrator();
        if (body.password() != null) {
            Passwords.checked(input, "password", body.password());
        }
        input.check();
        if (body.password() != null && own) {
            checkCurrent(before, body.currentPassword(), request.getRemoteAddr());
        }
        String hash = body.password() == null ? null : passwords.hash(body.password());
        User after = new User(id, email, name, administrator, before.createdAt());
        store.inTransaction(
                () -> {
                    audit.add("", caller.id(), caller.name(), "Changed a person", email);
                    users.update(after);
                    refuseWithoutAdministrator();
                    if (hash != null) {
                        users.setPassword(id, hash);
                    }
                });
        if (hash != null) {
            sessions.endAll(id, own ? authenticator.token(request).orElse("") : "");
        }
        sessions.recheck();
        return Answer.of(after);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @AuthenticationPrincipal User caller) {
        User user = existing(id);
        store.inTransaction(
                () -> {
                    audit.add("", caller.id(), caller.name(), "Removed a person", user.email());
                    users.remove(id);
                    refuseWithoutAdministrator();
                });
        sessions.recheck();
    }

    private User existing(String id) {
        return users.byId(id)
                .orElseThrow(() -> Refusal.UNKNOWN_THING.because("There is no such person.", ""));
    }

    private void checkCurrent(User user, @Nullable String current, String address) {
        limit.check(user.email(), address);
        String hash = users.passwordHash(user.id()).orElse("");
        if (current == null || !passwords.matches(current, hash)) {
            limit.failed(user.email(), address);
            throw Refusal.INVALID_INPUT.because(
                    "The current password is wrong.",
                    "Send it as \"currentPassword\" together with the new one.");
        }
    }

    private void refuseWithoutAdministrator() {
        if (!users.hasAdministrator()) {
            throw Refusal.LAST_ADMINISTRATOR.because(
                    "This is the last administrator.", "Make somebody else one first.");
        }
    }
}
