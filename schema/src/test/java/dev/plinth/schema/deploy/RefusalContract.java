package dev.plinth.schema.deploy;

import static dev.plinth.schema.deploy.DeployModels.column;
import static dev.plinth.schema.deploy.DeployModels.people;
import static dev.plinth.schema.deploy.DeployModels.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.IntegerType;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What is refused, and leaves everything as it was. */
interface RefusalContract extends OnLab {
    @Test
    default void aRequiredColumnIsRefusedWhileRowsLackIt() throws SQLException {
        deploy(people(text("email", 80)));
        insert("people", "email", "NULL");
        Model required = people(text("email", 80).withRequired(true));
        Prepared prepared = prepare(required);
        assertThat(prepared.isBlocked()).isTrue();
        assertThat(prepared.findings()).extracting(Finding::count).containsExactly(1L);
        assertThat(examples(required)).containsExactly("id 1");
        PlinthException refusal = refusal(required);
        assertThat(refusal.problems()).extracting(p -> p.code()).containsExactly("D203");
        assertThat(values("people", "id")).hasSize(1);

        deploy(
                people(
                        text("email", 80)
                                .withRequired(true)
                                .withBackfill(Expression.sql("'nobody@example.org'"))));
        assertThat(values("people", "email")).containsExactly("nobody@example.org");
    }

    @Test
    default void aNewRequiredColumnNeverGetsMadeUpValues() throws SQLException {
        deploy(people(text("email", 80)));
        insert("people", "email", "'a@b.c'");
        Column age = column("age", IntegerType.NORMAL).withRequired(true);
        assertThat(refusal(people(text("email", 80), age)).problems())
                .extracting(p -> p.code())
                .containsExactly("D203");
        deploy(people(text("email", 80), age.withDefault(new Default.Value("18"))));
        assertThat(values("people", "age")).containsExactly("18");
    }

    @Test
    default void emptyValuesInAUniqueIndexAreForetoldWhereTheyCount() throws SQLException {
        Model plain = people(text("email", 80));
        deploy(plain);
        insert("people", "email", "NULL");
        execute("INSERT INTO \"people\" (\"id\") VALUES (2)");
        Index index = new Index("one", "one", List.of(Index.Part.column("email")), true, null, "");
        Model unique =
                plain.withTables(List.of(plain.tables().getFirst().withIndexes(List.of(index))));
        boolean differ = lab().dialect().limits().nullsDifferInIndexes();
        assertThat(prepare(unique).isBlocked()).isEqualTo(!differ);
        if (differ) {
            deploy(unique);
            assertThat(titles(unique)).isEmpty();
        }
    }

    @Test
    default void emptyComputedValuesAreForetoldWhereTheyAreRefused() throws SQLException {
        Column amount = column("amount", IntegerType.NORMAL);
        Column rest =
                column("rest", IntegerType.BIG)
                        .withRequired(true)
                        .withGenerated(new Generated(Expression.cel("amount % 10"), true));
        deploy(people(amount));
        insert("people", "id", "1");
        Model computed = people(amount, rest);
        boolean refused =
                lab().dialect().diffRules().asKept(rest, computed.tables().getFirst()).required();
        assertThat(prepare(computed).isBlocked()).isEqualTo(refused);
        if (!refused) {
            deploy(computed);
            assertThat(titles(computed)).isEmpty();
        }
    }

    @Test
    default void whatIsLostNeedsConsentByName() throws SQLException {
        deploy(people(text("email", 80), text("phone", 20)));
        insert("people", "phone", "'123'");
        Model without = people(text("email", 80));
        Prepared prepared = prepare(without);
        assertThat(prepared.consentNeeded()).containsExactly(Risk.DESTRUCTIVE);
        assertThat(prepared.findings())
                .extracting(f -> f.count() + " " + f.preflight().question())
                .containsExactly("1 values in people.phone");
        PlinthException refusal =
                catchThrowableOfType(
                        PlinthException.class,
                        () ->
                                lab().deployer()
                                        .deploy(
                                                without,
                                                prepared.plan().fingerprint(),
                                                Set.of(),
                                                Progress.SILENT));
        assertThat(refusal.problems()).extracting(p -> p.code()).containsExactly("D202");
        assertThat(values("people", "phone")).containsExactly("123");
        deploy(without);
        assertThat(titles(without)).isEmpty();
    }

    @Test
    default void aPlanForAnotherStructureIsRefused() throws SQLException {
        deploy(people(text("email", 80)));
        Model wanted = people(text("email", 80), text("phone", 20));
        String shown = prepare(wanted).plan().fingerprint();
        execute("CREATE TABLE intruder (id INTEGER NOT NULL PRIMARY KEY)");
        PlinthException refusal =
                catchThrowableOfType(
                        PlinthException.class,
                        () -> lab().deployer().deploy(wanted, shown, Lab.ALL, Progress.SILENT));
        assertThat(refusal.problems()).extracting(p -> p.code()).containsExactly("D201");
    }
}
