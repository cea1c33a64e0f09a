package dev.plinth.schema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Picture;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a deployment promises, whatever the models. */
class ProofTest {
    private static final String DATABASES = "dev.plinth.schema.proof.ProvenDatabases#selected";

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

    /** It does not matter which way a database came to a model. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void theWayDoesNotMatter(TestDatabase database) {
        Proof.of(
                database,
                "any way",
                40,
                3,
                Script.ANY,
                c -> {
                    Dialect dialect = c.lab().dialect();
                    c.lab().deploy(c.model(0));
                    String first = picture(c.lab().inspected(), dialect);
                    c.lab().deploy(c.model(1));
                    c.lab().deploy(c.model(0));
                    assertThat(picture(c.lab().inspected(), dialect)).isEqualTo(first);
                    c.lab().deploy(c.model(1));
                    c.lab().deploy(c.model(2));
                    try (Lab straight = Lab.on(c.database())) {
                        straight.deploy(c.model(0));
                        straight.deploy(c.model(2));
                        assertThat(picture(c.lab().inspected(), dialect))
                                .isEqualTo(picture(straight.inspected(), dialect));
                    }
                });
    }

    /** What others change is found where they changed it, nowhere else, and repaired. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatOthersChangeIsFoundAndRepaired(TestDatabase database) {
        Proof.of(database, "drift", 40, 2, DRIFT::contains, ProofTest::drifts);
    }

    private static final Set<Edit.Kind> DRIFT =
            Set.of(
                    Edit.Kind.ADD_COLUMN,
                    Edit.Kind.RETYPE_COLUMN,
                    Edit.Kind.REQUIRE_COLUMN,
                    Edit.Kind.SET_DEFAULT,
                    Edit.Kind.COMMENT_COLUMN,
                    Edit.Kind.COMMENT_TABLE,
                    Edit.Kind.ADD_UNIQUE,
                    Edit.Kind.DROP_UNIQUE,
                    Edit.Kind.ADD_INDEX,
                    Edit.Kind.DROP_INDEX,
                    Edit.Kind.ADD_RELATION,
                    Edit.Kind.DROP_RELATION,
                    Edit.Kind.ADD_CHECK,
                    Edit.Kind.DROP_CHECK);

    private static void drifts(Case trial) throws Exception {
        Lab lab = trial.lab();
        Dialect dialect = lab.dialect();
        lab.deploy(trial.model(0));
        List<Step> others = lab.deployer().prepare(trial.model(1)).plan().steps();
        try (Connection connection = lab.connect();
                Statement statement = connection.createStatement()) {
            for (Step step : others) {
                for (String sql : step.sql()) {
                    statement.execute(sql);
                }
            }
        }
        Set<String> changed = tables(others);
        Set<String> reported = tables(lab.deployer().prepare(trial.model(0)).plan().steps());
        assertThat(changed).containsAll(reported);
        assertThat(reported)
                .containsAll(
                        differing(
                                lab.inspected(), Lowering.lower(trial.model(0), dialect), dialect));
        converge(trial, trial.model(0));
    }

    /** Views that are made again because of a table's change tell nothing of themselves. */
    private static Set<String> tables(List<Step> steps) {
        return steps.stream()
                .map(Step::change)
                .filter(c -> !(c instanceof Change.DropView || c instanceof Change.CreateView))
                .map(c -> c.on().name())
                .collect(Collectors.toSet());
    }

    private static Set<String> differing(Model found, Model meant, Dialect dialect) {
        return meant.tables().stream()
                .filter(
                        t ->
                                !alone(found.tableNamed(t.name()).stream().toList(), dialect)
                                        .equals(alone(List.of(t), dialect)))
                .map(t -> t.name().name())
                .collect(Collectors.toSet());
    }

    private static String alone(List<Table> tables, Dialect dialect) {
        List<Table> bare = tables.stream().map(t -> t.withRelations(List.of())).toList();
        return picture(new Model(bare, List.of(), List.of()), dialect);
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
