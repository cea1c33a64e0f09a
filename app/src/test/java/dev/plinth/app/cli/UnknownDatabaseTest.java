package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.database.ForeignDriver;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A database that no dialect knows, whose driver's jar somebody put into the folder for them. */
class UnknownDatabaseTest {
    @TempDir private Path home;
    private final String url = "jdbc:elsewhere://host/" + UUID.randomUUID();

    @BeforeEach
    void putDriver() {
        ForeignDriver.putInto(home);
    }

    private Run run(String... command) {
        return Run.with(Map.of("PLINTH_HOME", home.toString()), command);
    }

    @Test
    void isBroughtToAModelAndBack() {
        String model = Models.write(home, "m.yaml", Models.SHOP);
        Run plan = run("plan", model, url);
        assertThat(plan.code()).as(plan.err()).isEqualTo(2);
        assertThat(plan.out()).contains("Create table customer");
        Run apply = run("apply", model, url, "--yes");
        assertThat(apply.code()).as(apply.err()).isZero();
        Run again = run("plan", model, url);
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        Run found = run("inspect", url);
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out()).contains("customer").contains("fax");

        String changed =
                Models.write(
                        home,
                        "n.yaml",
                        Models.SHOP.replace("      - {name: fax, type: text(40)}\n", ""));
        Run lossy = run("apply", changed, url, "--yes", "--allow", "destructive");
        assertThat(lossy.code()).as(lossy.err()).isZero();
        assertThat(run("plan", changed, url).code()).isZero();
        Run undone = run("undo", url, "--yes");
        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(run("plan", model, url).code()).isZero();
    }

    @Test
    void whoseDriverIsMissingIsRefusedWithAdvice() {
        Run plan = run("plan", Models.write(home, "m.yaml", Models.SHOP), "jdbc:nowhere://host/x");
        assertThat(plan.code()).isEqualTo(1);
        assertThat(plan.err()).contains("S002", "\"drivers\"");
    }
}
