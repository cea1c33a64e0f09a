package dev.plinth.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

class MetaModelTest {
    @Test
    void theStoresOwnModelHasNoProblems() {
        assertThat(StoreUpgrade.model().tables()).hasSizeGreaterThan(30);
        assertThat(ModelCheck.problems(StoreUpgrade.model())).isEmpty();
    }

    @Test
    void everyDatabaseCanHoldIt() {
        for (Dialect dialect : Dialects.all()) {
            assertThat(PortabilityCheck.problems(StoreUpgrade.model(), dialect))
                    .as(dialect.title())
                    .noneMatch(Problem::isError);
        }
    }
}
