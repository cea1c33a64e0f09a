package dev.plinth.schema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.deploy.KilledConnections;
import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A deployment of any models that is killed anywhere is gone on with or undone. */
class CrashTest {
    private static final String DATABASES = "dev.plinth.schema.proof.ProvenDatabases#selected";
    private static final int MOST_STATEMENTS = 60;

    @AfterAll
    static void tell() {
        Tally.write();
    }

    /** What another process can reach: these two lie in memory. */
    static List<TestDatabase> reachedByOthers() {
        return ProvenDatabases.selected().stream()
                .filter(d -> !Set.of("h2", "derby").contains(d.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void lostConnectionsLoseNothing(TestDatabase database) {
        Proof.of(
                database,
                "crashes",
                40,
                2,
                Script.ANY,
                c ->
                        survives(
                                c,
                                at -> {
                                    KilledConnections.deploy(c.lab(), c.model(1), at);
                                    return true;
                                }));
    }

    /** The whole process is killed; {@code -Dplinth.kills=50} as often as that. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("reachedByOthers")
    void killedProcessesLoseNothing(TestDatabase database) {
        Proof.times(
                database,
                "kills",
                Integer.getInteger("plinth.kills", 1),
                2,
                Script.ANY,
                c -> survives(c, at -> die(c, at)));
    }

    private interface Killing {
        /** Whether the deployment was begun as it should. */
        boolean at(int statement) throws Exception;
    }

    private static void survives(Case trial, Killing killing) throws Exception {
        Lab lab = trial.lab();
        lab.deploy(trial.model(0));
        Rows.put(lab, trial.model(0), trial.seed());
        Model was = Lowering.lower(trial.model(0), lab.dialect());
        Contents before = Contents.of(lab, was);
        var prepared = lab.deployer().prepare(trial.model(1));
        if (prepared.isBlocked()) {
            return;
        }
        boolean exact =
                prepared.plan().steps().stream()
                        .noneMatch(s -> s.risk() == Risk.LOSSY || isRetyping(s) || isForGood(s));
        Random random = new Random(trial.seed());
        assertThat(killing.at(1 + random.nextInt(MOST_STATEMENTS))).isTrue();
        if (random.nextBoolean() || !exact) {
            lab.deploy(trial.model(1));
            assertThat(lab.titles(trial.model(1))).isEmpty();
        }
        if (exact) {
            lab.deploy(trial.model(0));
            assertThat(lab.titles(trial.model(0))).isEmpty();
            Contents after = Contents.of(lab, was);
            for (var table : was.tables()) {
                List<String> columns =
                        table.columns().stream()
                                .filter(c -> c.generated() == null)
                                .map(c -> c.id())
                                .toList();
                assertThat(Contents.lines(after.of(table), columns))
                        .as(table.name().toString())
                        .isEqualTo(Contents.lines(before.of(table), columns));
            }
        }
    }

    private static boolean isRetyping(Step step) {
        return step.title().contains(" becomes ") || step.title().contains("fill");
    }

    private static boolean isForGood(Step step) {
        return step.loss().contains("for good") || step.loss().contains("lose the key");
    }

    private static boolean die(Case trial, int at) throws Exception {
        Lab lab = trial.lab();
        // Otherwise H2 writes what was committed up to half a second later.
        String durable = lab.dialect().name().equals("h2") ? ";WRITE_DELAY=0" : "";
        Path model = Files.createTempFile("plinth", ".json");
        Path said = Files.createTempFile("plinth", ".log");
        try {
            Files.writeString(model, ModelJson.write(trial.model(1)));
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    KilledConnections.class.getName(),
                                    lab.database().url() + durable,
                                    lab.database().user(),
                                    lab.database().password(),
                                    String.valueOf(at),
                                    model.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(said))
                    .isIn(0, KilledConnections.DEAD);
            return true;
        } finally {
            Files.delete(model);
            Files.delete(said);
        }
    }
}
