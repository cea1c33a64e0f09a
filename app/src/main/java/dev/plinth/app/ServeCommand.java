package dev.plinth.app;

import dev.plinth.app.settings.Attached;
import dev.plinth.app.settings.Settings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** {@code plinth serve}: starts the server, which then runs until the process is told to stop. */
@Command(
        name = "serve",
        description = "Starts the server.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "From the environment:",
            "  PLINTH_ADMIN_EMAIL, PLINTH_ADMIN_PASSWORD   the administrator of a first start",
            "  PLINTH_PASSWORD         password for --attach",
            "  PLINTH_STORE_PASSWORD   password for --store",
            "  PLINTH_METRICS_TOKEN    who sends it as Bearer may read /metrics",
            "  PLINTH_SECRET_KEY       32 bytes in base64 that secrets are encrypted with,",
            "                          instead of the file secret.key in the home folder"
        })
final class ServeCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");
    private static final String EVERYTHING = "admin";
    private static final int SHORTEST_TOKEN = 16;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; 0.0.0.0 lets other machines in (default:"
                            + " ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--home",
            defaultValue = "${env:PLINTH_HOME:-plinth-home}",
            description = "Folder with all that is kept on disk (default: ${DEFAULT-VALUE}).")
    private Path home = Path.of("plinth-home");

    @Option(
            names = "--store",
            paramLabel = "JDBC_URL",
            description = "Keep projects in this database instead of a file in the home folder.")
    private @Nullable String store;

    @Option(
            names = "--store-user",
            defaultValue = "",
            paramLabel = "USER",
            description = "User for --store.")
    private String storeUser = "";

    @Option(
            names = "--attach",
            paramLabel = "NAME=JDBC_URL",
            description =
                    "Serve an existing database at once as project NAME; nothing in it is changed.")
    private List<String> attach = new ArrayList<>();

    @Option(names = "--user", defaultValue = "", description = "User for --attach.")
    private String user = "";

    @Option(
            names = "--schema",
            split = ",",
            paramLabel = "SCHEMA",
            description =
                    "Schemas for --attach; the first is the default, the others are chosen by"
                            + " Accept-Profile and Content-Profile.")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--anonymous",
            paramLabel = "ROLE",
            description =
                    "Role of who calls an attached project without a key; admin may do everything"
                            + " (default: nobody gets in).")
    private @Nullable String anonymous;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "What requests to attached projects may ask for: tx-rollback (undo the"
                            + " request's changes at its end), aggregates; with --anonymous admin"
                            + " both are.")
    private Set<String> allow = Set.of();

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description =
                    "Let connections open database files (SQLite, H2) in this folder too, not only"
                            + " in \"files\" of the home folder.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--internal-calls",
            description = "Let triggers call addresses of the internal network.")
    private boolean internalCalls;

    @Option(
            names = "--behind-proxy",
            description =
                    "Believe the X-Forwarded headers of a proxy in front; only when there is one.")
    private boolean behindProxy;

    @Option(
            names = "--slow-after",
            defaultValue = "1000",
            paramLabel = "MILLISECONDS",
            description =
                    "Log requests for rows that take as long, with their SQL and without values"
                            + " (default: ${DEFAULT-VALUE}).")
    private long slowAfter;

    @Option(
            names = "--followers",
            defaultValue = "2000",
            paramLabel = "NUMBER",
            description =
                    "How many may follow the changes of one project at once (default:"
                            + " ${DEFAULT-VALUE}).")
    private int followers;

    @Option(
            names = "--changes-kept",
            defaultValue = "72",
            paramLabel = "HOURS",
            description =
                    "How long a follower may stay away and go on where it was (default:"
                            + " ${DEFAULT-VALUE}).")
    private int changesKept;

    @Option(
            names = "--most-changes",
            defaultValue = "1000000",
            paramLabel = "NUMBER",
            description =
                    "How many changes of a project are kept for that (default:"
                            + " ${DEFAULT-VALUE}).")
    private long mostChanges;

    /** Ends at once; the server's threads keep the process alive. */
    @Override
    public Integer call() {
        try {
            Server.start(settings());
            return 0;
        } catch (ParameterException e) {
            throw e;
        } catch (RuntimeException e) {
            StartFailure.print(e, port);
            return 1;
        }
    }

    private Settings settings() {
        return new Settings(
                host,
                port,
                home,
                Optional.ofNullable(store)
                        .map(
                                url ->
                                        new Settings.StoreAddress(
                                                url,
                                                storeUser,
                                                environment("PLINTH_STORE_PASSWORD"))),
                attach.stream().map(this::attached).toList(),
                administrator(),
                files,
                internalCalls,
                behindProxy,
                new Settings.Operation(metricsToken(), Duration.ofMillis(slowAfter)),
                following());
    }

    private Settings.Following following() {
        if (followers < 0 || changesKept < 1 || mostChanges < 1) {
            throw wrong("--followers, --changes-kept and --most-changes are counts.");
        }
        return new Settings.Following(
                followers,
                Duration.ofHours(changesKept),
                mostChanges,
                Settings.Following.USUAL.patience());
    }

    private Optional<String> metricsToken() {
        String token = environment("PLINTH_METRICS_TOKEN");
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            throw wrong("PLINTH_METRICS_TOKEN needs at least " + SHORTEST_TOKEN + " characters.");
        }
        return Optional.of(token).filter(t -> !t.isEmpty());
    }

    private Optional<Settings.Administrator> administrator() {
        String email = environment("PLINTH_ADMIN_EMAIL");
        String password = environment("PLINTH_ADMIN_PASSWORD");
        if (email.isEmpty() != password.isEmpty()) {
            throw wrong(
                    "PLINTH_ADMIN_EMAIL and PLINTH_ADMIN_PASSWORD go together; one is missing.");
        }
        return email.isEmpty()
                ? Optional.empty()
                : Optional.of(new Settings.Administrator(email, password));
    }

    private Attached attached(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || !text.startsWith("jdbc:", equals + 1)) {
            throw wrong(
                    "--attach takes NAME=JDBC_URL, such as shop=jdbc:postgresql://localhost/shop.");
        }
        for (String word : allow) {
            if (!word.equals("tx-rollback") && !word.equals("aggregates")) {
                throw wrong("--allow knows tx-rollback and aggregates, not \"" + word + "\".");
            }
        }
        String name = text.substring(0, equals);
        if (!NAME.matcher(name).matches()) {
            throw wrong(
                    "\"" + name + "\" is no name for a project; take letters, digits, - and _.");
        }
        UrlCredentials credentials = UrlCredentials.of(text.substring(equals + 1));
        String who = user.isEmpty() ? credentials.user() : user;
        // Who lets everybody do everything does not mean to forbid that something is undone.
        boolean everything = EVERYTHING.equals(anonymous);
        return new Attached(
                name,
                credentials.url(),
                who,
                credentials.password().isEmpty() ? password(who) : credentials.password(),
                schemas,
                Optional.ofNullable(anonymous),
                everything || allow.contains("tx-rollback"),
                everything || allow.contains("aggregates"));
    }

    private static String password(String who) {
        String given = environment("PLINTH_PASSWORD");
        var console = System.console();
        if (!given.isEmpty() || who.isEmpty() || console == null || !console.isTerminal()) {
            return given;
        }
        char[] typed = console.readPassword("Password of %s: ", who);
        return typed == null ? "" : new String(typed);
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), message);
    }
}
