package dev.plinth.schema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.sqlserver.TSqlJudge;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.RandomModels;
import dev.plinth.schema.model.Seeds;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What plans write for SQL Server, held against what its documentation says. */
class TSqlPlansTest {
    private static final Dialect SQL_SERVER = Dialects.named("sqlserver");

    @Test
    void changesOfModelsMadeByChance() {
        Seeds.each(
                60,
                seed -> {
                    Script script = Script.of(seed, 3, Script.ANY);
                    List<Model> models =
                            script.made(List.of(SQL_SERVER), SQL_SERVER.names()).models();
                    obeys(models.get(0), models.get(1));
                    obeys(models.get(1), models.get(2));
                    obeys(models.get(2), models.get(1));
                    obeys(models.get(2), Model.empty());
                });
    }

    /** Models with names and texts that are hard to write down. */
    @Test
    void modelsOfHardNames() {
        Seeds.each(
                100,
                seed -> {
                    Model model = RandomModels.wild(seed);
                    boolean fits =
                            PortabilityCheck.problems(model, SQL_SERVER).stream()
                                    .noneMatch(Problem::isError);
                    if (fits) {
                        obeys(Model.empty(), model);
                    }
                });
    }

    private static void obeys(Model before, Model after) {
        assertThat(TSqlJudge.problems(before, after)).isEmpty();
    }
}
