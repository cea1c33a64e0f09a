package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands in a process of their own, as people run them. */
class ProcessIT {
    @TempDir private Path folder;

    private Run plinth(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add("dev.plinth.app.Plinth");
        line.addAll(List.of(command));
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PLINTH_PASSWORD", "s€cret");
        int code =
                builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(out)
                        .redirectError(err)
                        .start()
                        .waitFor();
        return new Run(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    @Test
    void theResultAloneIsOnStandardOutput() throws Exception {
        String model = Models.write(folder, "m.yaml", Models.SHOP.replace("fax", "fäx"));
        String url = "jdbc:sqlite:" + folder.resolve("x.db");

        Run ddl = plinth("ddl", model, "--dialect", "sqlite");
        assertThat(ddl).isEqualTo(Run.of("ddl", model, "--dialect", "sqlite"));
        assertThat(ddl.out()).contains("fäx");

        assertThat(plinth("plan", model, url).code()).isEqualTo(2);
        Run refused = plinth("apply", model, url);
        assertThat(refused.code()).isEqualTo(3);
        Run apply = plinth("apply", model, url, "--yes");
        assertThat(apply.code()).as(apply.err()).isZero();
        Run plan = plinth("plan", model, url, "--json");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).startsWith("{\"dialect\":\"sqlite\"").endsWith("}\n");
        assertThat(plan.err()).isEqualTo("comparing with " + url + "\n");
    }

    @Test
    void aPlanOfOneProcessRunsInAnother() throws Exception {
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        String url = "jdbc:h2:file:" + folder.resolve("x");
        String user = "somebody";
        String plan = folder.resolve("plan.json").toString();
        assertThat(plinth("plan", model, url, "--user", user, "-o", plan).code()).isEqualTo(2);
        Run apply = plinth("apply", plan, url, "--user", user, "--yes");
        assertThat(apply.code()).as(apply.err()).isZero();
        assertThat(apply.out()).endsWith("Done.\n");
    }

    @Test
    void errorsEndWithOneAndNoTrace() throws Exception {
        Run run = plinth("validate", folder.resolve("none").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error F001 ").doesNotContain("\tat ");
    }
}
