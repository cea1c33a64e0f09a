package dev.plinth.app;

import dev.plinth.app.settings.Settings;

import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The whole server on a port of its own, with a home folder of its own. */
final class RunningServer implements AutoCloseable {
    static final String EMAIL = "ada@example.org";
    static final String PASSWORD = "correct horse battery";
    private final Path home;
    private final ConfigurableApplicationContext context;

    private RunningServer(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    static RunningServer start() {
        return start(settings -> settings);
    }

    static RunningServer start(UnaryOperator<Settings> change) {
        try {
            return at(Files.createTempDirectory("plinth-home"), change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts with a home folder that another server has left. */
    static RunningServer at(Path home, UnaryOperator<Settings> change) {
        return new RunningServer(home, Server.start(change.apply(Settings.in(home))));
    }

    Path home() {
        return home;
    }

    String url() {
        return "http://127.0.0.1:" + Server.port(context);
    }

    /** A part of the running server. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody who has not signed in. */
    Browser browser() {
        return new Browser(url());
    }

    /** The administrator, created when there is none. */
    Browser administrator() {
        Browser browser = browser();
        if (browser.get("/api/session").at("/setup").asBoolean()) {
            browser.post(
                            "/api/setup",
                            """
                            {"email":"%s","name":"Ada","password":"%s"}\
                            """
                                    .formatted(EMAIL, PASSWORD))
                    .is(200);
        } else {
            browser.signIn(EMAIL, PASSWORD).is(200);
        }
        return browser;
    }

    /** Stops the server and leaves its home folder. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
