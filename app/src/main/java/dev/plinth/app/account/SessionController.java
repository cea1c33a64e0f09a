package dev.plinth.app.account;

import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** First start, signing in and out. */
@RestController
class SessionController {
    private final Authenticator authenticator;
    private final SignIn signIn;

    SessionController(Authenticator authenticator, SignIn signIn) {
        this.authenticator = authenticator;
        this.signIn = signIn;
    }

    record Setup(@Nullable String email, @Nullable String name, @Nullable String password) {}

    record Credentials(@Nullable String email, @Nullable String password) {}

    /**
     * @param setup whether there is no administrator yet
     */
    record Session(boolean setup, String csrf, @Nullable Person user) {}

    record Person(String id, String email, String name, boolean administrator) {
        static Person of(User user) {
            return new Person(user.id(), user.email(), user.name(), user.administrator());
        }
    }

    @GetMapping("/api/session")
    Session session(HttpServletRequest request, HttpServletResponse response) {
        Person user = authenticator.user(request).map(Person::of).orElse(null);
        String token =
                authenticator
                        .token(request)
                        .orElseGet(
                                () -> {
                                    String fresh = Sessions.freshToken();
                                    authenticator.setCookie(request, response, fresh);
                                    return fresh;
                                });
        boolean setup = user == null && signIn.needsSetup();
        return new Session(setup, Authenticator.csrf(token), user);
    }

    @PostMapping("/api/setup")
    Session setup(
            @RequestBody Setup body, HttpServletRequest request, HttpServletResponse response) {
        Input input = new Input();
        String email = SignIn.email(input, body.email());
        String name = input.text("name", body.name(), 200);
        String password = Passwords.checked(input, "password", body.password());
        if (!signIn.needsSetup()) {
            throw SignIn.alreadySetUp();
        }
        if (!isThisMachine(request.getRemoteAddr())) {
            throw Refusal.SETUP_FROM_AFAR.because(
                    "The first administrator is created on the machine that Plinth runs on.",
                    "Open it there or through a tunnel, or start it with PLINTH_ADMIN_EMAIL and"
                            + " PLINTH_ADMIN_PASSWORD.");
        }
        input.check();
        return started(signIn.setUp(email, name, password), request, response);
    }

    @PostMapping("/api/session")
    Session signIn(
            @RequestBody Credentials body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Input input = new Input();
        String email = input.text("email", body.email(), 254);
        String password = body.password() == null ? "" : body.password();
        input.check();
        User user = signIn.check(email, password, request.getRemoteAddr());
        return started(user, request, response);
    }

    /**
     * A new token, whatever the browser had before: a token known from before must not become one.
     */
    private Session started(User user, HttpServletRequest request, HttpServletResponse response) {
        authenticator.token(request).ifPresent(signIn::end);
        String token = signIn.start(user);
        authenticator.setCookie(request, response, token);
        return new Session(false, Authenticator.csrf(token), Person.of(user));
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        authenticator.token(request).ifPresent(signIn::end);
        authenticator.setCookie(request, response, Sessions.freshToken());
    }

    private static boolean isThisMachine(String address) {
        try {
            // An address, never a name: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
