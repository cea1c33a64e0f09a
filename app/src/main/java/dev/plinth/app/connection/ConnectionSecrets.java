package dev.plinth.app.connection;

import dev.plinth.app.store.Home;
import dev.plinth.app.store.Secrets;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Passwords of connections: encrypted in the store, or found elsewhere: {@code env:NAME} in the
 * environment of the server, {@code file:PATH} in a file.
 */
@Component
public final class ConnectionSecrets {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final String ENCRYPTED = "aes:";

    /** What would open Plinth itself to whoever owns the database that it is sent to. */
    private static final Set<String> OWN =
            Set.of("PLINTH_SECRET_KEY", "PLINTH_STORE_PASSWORD", "PLINTH_ADMIN_PASSWORD");

    private final Secrets secrets;
    private final List<Path> folders;

    ConnectionSecrets(Secrets secrets, Home home) {
        this.secrets = secrets;
        this.folders = List.of(home.folder().resolve("secrets"), Path.of("/run/secrets"));
    }

    /** A password as it is kept. */
    public String kept(String connection, String given) {
        if (given.isEmpty()) {
            return "";
        }
        if (given.startsWith(ENVIRONMENT) || given.startsWith(FILE)) {
            // A reference that cannot be followed is refused now, not at the first use.
            password(connection, given);
            return given;
        }
        return ENCRYPTED + secrets.encrypt(given, place(connection));
    }

    /** The password itself. */
    String password(String connection, String kept) {
        if (kept.startsWith(ENVIRONMENT)) {
            return fromEnvironment(kept.substring(ENVIRONMENT.length()));
        }
        if (kept.startsWith(FILE)) {
            return fromFile(Path.of(kept.substring(FILE.length())));
        }
        if (kept.startsWith(ENCRYPTED)) {
            return secrets.decrypt(kept.substring(ENCRYPTED.length()), place(connection))
                    .orElseThrow(
                            () ->
                                    unreadable(
                                            "The stored password cannot be decrypted.",
                                            "The server's secret key is another one than when it"
                                                    + " was stored; enter the password again."));
        }
        return "";
    }

    private static String fromEnvironment(String name) {
        String value = OWN.contains(name) ? null : System.getenv(name);
        if (value == null) {
            throw unreadable(
                    "The server's environment has no variable \"" + name + "\" for this.",
                    "Set it and start the server again.");
        }
        return value;
    }

    private String fromFile(Path given) {
        Path path = folders.getFirst().resolve(given).normalize();
        if (folders.stream().noneMatch(path::startsWith)) {
            throw unreadable(
                    "Passwords are read only from files in "
                            + folders.getFirst()
                            + " and "
                            + folders.getLast()
                            + ".",
                    "Put the file there.");
        }
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw unreadable("The file " + path + " cannot be read.", "Check that it is there.");
        }
    }

    private static String place(String connection) {
        return "connection " + connection;
    }

    private static RefusedException unreadable(String detail, String hint) {
        return Refusal.SECRET_UNREADABLE.because(detail, hint);
    }
}
