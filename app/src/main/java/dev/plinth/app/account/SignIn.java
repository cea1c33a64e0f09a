package dev.plinth.app.account;

import dev.plinth.app.settings.Settings;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.model.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creates the first administrator, and lets people in. */
@Service
class SignIn {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final GuessLimit limit;
    private final MetaStore store;
    private final AuditTrail audit;
    private final Clock clock;

    SignIn(
            Users users,
            Sessions sessions,
            Passwords passwords,
            GuessLimit limit,
            MetaStore store,
            AuditTrail audit,
            Clock clock,
            Settings settings) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limit = limit;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        settings.administrator().ifPresent(this::create);
    }

    /** Without a person at hand, the first start takes the administrator from its environment. */
    private void create(Settings.Administrator given) {
        if (!users.hasAdministrator()) {
            Input input = new Input();
            String email = email(input, given.email());
            String password = Passwords.checked(input, "password", given.password());
            input.check();
            setUp(email, "Administrator", password);
        }
    }

    static String email(Input input, @Nullable String value) {
        String email = Users.spelling(input.text("email", value, 254));
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            input.problem("email", "\"" + email + "\" is no e-mail address.", "");
        }
        return email;
    }

    static RefusedException alreadySetUp() {
        return Refusal.ALREADY_SET_UP.because("There is already an administrator.", "Sign in.");
    }

    boolean needsSetup() {
        return !users.hasAdministrator();
    }

    /** Creates the first administrator, once only even when two ask at the same time. */
    User setUp(String email, String name, String password) {
        User user = new User(Ids.fresh(), email, name, true, clock.instant());
        String hash = passwords.hash(password);
        store.inTransaction(
                () -> {
                    // The audit trail's lock makes two who ask at once take turns.
                    audit.add("", user.id(), user.name(), "Set up", user.email());
                    if (users.hasAdministrator()) {
                        throw alreadySetUp();
                    }
                    users.add(user, hash);
                });
        return user;
    }

    /**
     * The person with this address and password.
     *
     * @param address where the request comes from, for slowing down who guesses
     */
    User check(String email, String password, String address) {
        String spelling = Users.spelling(email);
        limit.check(spelling, address);
        Optional<Users.Stored> stored = users.byEmail(spelling);
        boolean right;
        if (stored.isPresent()) {
            right = passwords.matches(password, stored.get().passwordHash());
        } else {
            passwords.matchesNobody(password);
            right = false;
        }
        if (!right) {
            limit.failed(spelling, address);
            audit.add("", "", spelling, "Failed to sign in", address);
            throw Refusal.WRONG_PASSWORD.because(
                    "The e-mail address or the password is wrong.",
                    "Check both; capital letters count in the password.");
        }
        limit.succeeded(spelling, address);
        User user = stored.orElseThrow().user();
        audit.add("", user.id(), user.name(), "Signed in", address);
        return user;
    }

    String start(User user) {
        sessions.sweep();
        return sessions.start(user);
    }

    void end(String token) {
        sessions.end(token);
    }
}
