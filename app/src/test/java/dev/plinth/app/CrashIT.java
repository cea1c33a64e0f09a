package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that is killed: what it had acknowledged is still there. */
class CrashIT {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://[0-9.]+:[0-9]+)");

    @Test
    void whatWasAcknowledgedOutlivesTheProcess(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Path log = folder.resolve("log");
        Process process = serve(home, log);
        try {
            Browser ada = new Browser(address(process, log));
            setUp(ada);
            ada.post("/api/projects", "{\"name\":\"kept\"}").is(201);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (RunningServer again = RunningServer.at(home, settings -> settings)) {
            again.administrator().get("/api/projects/kept").is(200);
            again.administrator().get("/api/audit/verification").has("\"intact\":true");
        }
    }

    @Test
    void rowsOfEmbeddedDatabasesOutliveItToo(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Path begun = folder.resolve("begun");
        Process first = serve(home, begun);
        try {
            Browser ada = new Browser(address(first, begun));
            setUp(ada);
            ada.deploy(
                    "kept",
                    """
                    {"id":"note00000000","name":"note","columns":[
                      {"id":"note0000key0","name":"id","type":"integer","required":true}],
                     "primaryKey":{"name":"","columns":["note0000key0"]}}\
                    """);
        } finally {
            // It gets to close its files.
            first.destroy();
            first.waitFor();
        }
        Path log = folder.resolve("log");
        Process process = serve(home, log);
        try {
            Browser ada = new Browser(address(process, log));
            ada.get("/api/session").is(200);
            ada.signIn(RunningServer.EMAIL, RunningServer.PASSWORD).is(200);
            ada.post("/p/kept/rest/v1/note", "{\"id\":7}").is(201);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (RunningServer again = RunningServer.at(home, settings -> settings)) {
            again.administrator().get("/p/kept/rest/v1/note").has("[{\"id\":7}]");
        }
    }

    private static void setUp(Browser ada) {
        ada.get("/api/session").is(200);
        ada.post(
                        "/api/setup",
                        "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\"}"
                                .formatted(RunningServer.EMAIL, RunningServer.PASSWORD))
                .is(200);
    }

    private static Process serve(Path home, Path log) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Plinth.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String address(Process process, Path log)
            throws IOException, InterruptedException {
        while (process.isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return address.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(Files.readString(log)).as("the server ended").isEmpty();
        throw new IllegalStateException("the server ended");
    }
}
