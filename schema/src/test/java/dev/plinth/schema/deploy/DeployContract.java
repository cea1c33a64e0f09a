package dev.plinth.schema.deploy;

import static dev.plinth.schema.deploy.DeployModels.column;
import static dev.plinth.schema.deploy.DeployModels.people;
import static dev.plinth.schema.deploy.DeployModels.relation;
import static dev.plinth.schema.deploy.DeployModels.table;
import static dev.plinth.schema.deploy.DeployModels.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** What a deployment promises, on whatever database. */
abstract class DeployContract
        implements ColumnDeployContract, KeyDeployContract, ViewDeployContract, RefusalContract {
    private Lab lab;

    abstract TestDatabase databases();

    abstract Dialect dialect();

    /**
     * Whether a deployment waits for a session that changed rows of a table; else it goes ahead and
     * the session is told that it came too late.
     */
    boolean isHeldUpByOthers() {
        return true;
    }

    /** What a deployment is refused with that is held up by others. */
    String heldUp() {
        return "D208";
    }

    @BeforeEach
    void start() {
        FreshDatabase database = databases().fresh();
        Deployer deployer = new Deployer(dialect(), database::connect, List.of());
        lab = new Lab(database, dialect(), deployer);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Test
    void aDeployedModelLeavesNothingToDo() {
        deploy(shop());
        assertThat(titles(shop())).isEmpty();
    }

    @Test
    void deployingAnEmptyModelTakesOurTablesAwayButNoOthers() throws SQLException {
        execute("CREATE TABLE foreign_one (id INTEGER NOT NULL PRIMARY KEY)");
        deploy(shop());
        deploy(Model.empty());
        execute("INSERT INTO foreign_one VALUES (1)");
        assertThat(prepare(Model.empty()).live().tables())
                .extracting(t -> t.name().name().toLowerCase(java.util.Locale.ROOT))
                .containsExactly("foreign_one");
    }

    @Test
    void aDeploymentDoesNotWaitForeverForOthers() throws SQLException {
        deploy(people(text("email", 80)));
        insert("people", "email", "'a@b.c'");
        Model wanted = people(text("email", 80).withType(IntegerType.NORMAL));
        execute("UPDATE \"people\" SET \"email\" = '1'");
        String shown = prepare(wanted).plan().fingerprint();
        Timeouts impatient = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(30));
        try (Connection other = lab().database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(lab().sql("UPDATE \"people\" SET \"email\" = '2'"));
            if (!isHeldUpByOthers()) {
                lab().deployer()
                        .deploy(wanted, Consent.to(shown, Lab.ALL), impatient, Progress.SILENT);
                assertThatThrownBy(other::commit).isInstanceOf(SQLException.class);
                assertThat(values("people", "email")).containsExactly("1");
                return;
            }
            PlinthException refusal =
                    catchThrowableOfType(
                            PlinthException.class,
                            () ->
                                    lab().deployer()
                                            .deploy(
                                                    wanted,
                                                    Consent.to(shown, Lab.ALL),
                                                    impatient,
                                                    Progress.SILENT));
            assertThat(refusal.problems()).extracting(p -> p.code()).first().isEqualTo(heldUp());
            other.rollback();
        }
        deploy(wanted);
        assertThat(values("people", "email")).containsExactly("1");
    }

    @Test
    void aCancelledDeploymentIsGoneOnWith() {
        Model wanted = shop();
        Prepared prepared = prepare(wanted);
        Progress stopping =
                new Progress() {
                    private int seen;

                    @Override
                    public boolean isCancelled() {
                        return seen++ == 2;
                    }
                };
        PlinthException stopped =
                catchThrowableOfType(
                        PlinthException.class,
                        () ->
                                lab().deployer()
                                        .deploy(
                                                wanted,
                                                prepared.plan().fingerprint(),
                                                Lab.ALL,
                                                stopping));
        assertThat(stopped.problems()).extracting(p -> p.code()).containsExactly("D207");
        deploy(wanted);
        assertThat(titles(wanted)).isEmpty();
    }

    private static Model shop() {
        Choice status =
                new Choice(
                        "s1",
                        "status",
                        List.of(
                                new Choice.Option("open", "Open", ""),
                                new Choice.Option("it's paid", "Paid", "")));
        Table customer =
                table(
                                "customer",
                                text("email", 80).withRequired(true),
                                column("since", ColumnTypes.parse("date").orElseThrow()),
                                column("note", ColumnTypes.parse("longtext").orElseThrow()))
                        .withUniques(List.of(new UniqueKey("u1", "", List.of("email"), true)));
        Column id =
                column("id", IntegerType.BIG).withRequired(true).withIdentity(Identity.BY_DEFAULT);
        Table order =
                Table.of(
                                "order",
                                "order",
                                List.of(
                                        id,
                                        column("customer", IntegerType.NORMAL).withRequired(true),
                                        column("status", new ChoiceType("s1"))
                                                .withDefault(new Default.Value("open")),
                                        column(
                                                        "placed",
                                                        ColumnTypes.parse("timestamptz")
                                                                .orElseThrow())
                                                .withDefault(new Default.Now()),
                                        column(
                                                        "total",
                                                        ColumnTypes.parse("decimal(12,2)")
                                                                .orElseThrow())
                                                .withRequired(true)
                                                .withDefault(new Default.Value("0"))))
                        .withPrimaryKey(new PrimaryKey("", List.of("id")))
                        .withRelations(List.of(relation("r1", "customer", "customer")))
                        .withIndexes(
                                List.of(
                                        new Index(
                                                "i1",
                                                "",
                                                List.of(Index.Part.column("placed")),
                                                false,
                                                null,
                                                "")));
        return new Model(List.of(customer, order), List.of(), List.of(status));
    }
}
