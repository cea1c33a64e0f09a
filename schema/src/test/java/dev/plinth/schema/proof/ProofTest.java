package dev.plinth.schema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Picture;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a deployment promises, whatever the models. */
class ProofTest {
    private static final String DATABASES = "dev.plinth.testing.TestDatabases#selected";

    @AfterAll
    static void tell() {
        Tally.write();
    }

    /** After a deployment the database is what the model says, and there is nothing left to do. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void everyDeploymentConverges(TestDatabase database) {
        Proof.of(
                database,
                "converges",
                100,
                2,
                Script.ANY,
                c -> {
                    converge(c, c.model(0));
                    converge(c, c.model(1));
                    converge(c, Model.empty());
                });
    }

    private static void converge(Case trial, Model model) throws Exception {
        trial.lab().deploy(model);
        assertThat(trial.lab().titles(model)).isEmpty();
        Dialect dialect = trial.lab().dialect();
        assertThat(picture(trial.lab().inspected(), dialect))
                .isEqualTo(picture(Lowering.lower(model, dialect), dialect));
    }

    /** MariaDB keeps a default's emoji but shows it as a question mark. */
    private static String picture(Model model, Dialect dialect) {
        String picture = Picture.of(model, dialect);
        return dialect.limits().keepsEmoji()
                ? picture
                : picture.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
    }
}
