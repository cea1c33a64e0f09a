package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Index.Part;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What is made is found again, as it was asked for. */
abstract class StructureContract extends LiveDatabase {
    final Samples samples;

    StructureContract(DialectContract subject) {
        super(subject);
        this.samples = new Samples(dialect);
    }

    private void isFoundAsMade(Model model) throws SQLException {
        Model wanted = create(model);
        Inspection found = inspect();
        assertThat(Picture.of(found.model(), dialect)).isEqualTo(Picture.of(wanted, dialect));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void everyType() throws SQLException {
        isFoundAsMade(Samples.model(samples.everyType()));
    }

    @Test
    void defaults() throws SQLException {
        isFoundAsMade(Samples.model(samples.defaults()));
    }

    @Test
    void strangeNames() throws SQLException {
        isFoundAsMade(Samples.model(samples.strangeNames()));
    }

    @Test
    void keysRelationsChecksIndexesAndGeneratedColumns() throws SQLException {
        isFoundAsMade(samples.orders());
    }

    @Test
    void relationsInACircle() throws SQLException {
        isFoundAsMade(samples.circles());
    }

    @Test
    void comments() throws SQLException {
        isFoundAsMade(Samples.model(samples.commented()));
    }

    @Test
    void aDescendingIndex() throws SQLException {
        Part part = new Part("t.a", "", true);
        Table table =
                Samples.table("t", Samples.column("t", "a", IntegerType.NORMAL))
                        .withIndexes(List.of(Samples.index("t", "t_a", false, part)));
        isFoundAsMade(Samples.model(table));
    }

    @Test
    void relationsWithEveryAction() throws SQLException {
        for (Relation.Action action : Relation.Action.values()) {
            String name = "t_" + action.name().toLowerCase(java.util.Locale.ROOT);
            Table target = Samples.table("target_of_" + name);
            Table table = Samples.table(name, Samples.column(name, "a", IntegerType.BIG));
            Relation relation =
                    Samples.relation(
                            name, name + "_a", List.of("a"), target.id(), List.of("id"), action);
            isFoundAsMade(Samples.model(target, table.withRelations(List.of(relation))));
            execute("DROP TABLE " + names.quote(table.name()));
            execute("DROP TABLE " + names.quote(target.name()));
        }
    }

    /**
     * Rows that point at one another come in whatever order; what is still open then is refused.
     */
    @Test
    void aRelationThatIsCheckedAtTheEnd() throws SQLException {
        assumeTrue(dialect.can(Capability.DEFERRABLE_RELATION), "it is never put off");
        Relation relation =
                Samples.relation(
                        "t", "t_a", List.of("a"), "target", List.of("id"), Action.NO_ACTION);
        Table holder =
                Samples.table("t", Samples.column("t", "a", IntegerType.BIG))
                        .withRelations(List.of(relation.withDeferral(Deferral.DEFERRED)));
        Table target = Samples.table("target");
        create(Samples.model(target, holder));
        connection.setAutoCommit(false);
        insert(holder, List.of("id", "a"), 1L, 7L);
        insert(target, List.of("id"), 7L);
        connection.commit();
        insert(holder, List.of("id", "a"), 2L, 8L);
        assertThatThrownBy(() -> connection.commit()).isInstanceOf(SQLException.class);
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(values(holder, "a", "id")).containsExactly(7L);
    }

    @Test
    void aViewWithItsColumns() throws SQLException {
        Model orders = samples.orders();
        View made = samples.view();
        String comment = "What's many";
        create(
                orders.withViews(
                        List.of(
                                new View(
                                        made.id(),
                                        made.name(),
                                        "",
                                        List.of(),
                                        made.query(),
                                        comment))));
        View view = inspect().model().views().getFirst();
        assertThat(view.name().name()).isEqualTo("big_lines");
        assertThat(view.comment()).isEqualTo(dialect.can(Capability.VIEW_COMMENTS) ? comment : "");
        assertThat(view.columns()).extracting(c -> c.name()).containsExactly("id", "price");
        assertThat(view.columns().get(1).type()).isEqualTo(new DecimalType(12, 2));
        assertThat(view.query()).containsIgnoringCase("select");
    }

    @Test
    void theIdsOfWhatIsFoundAreThoseOfTheirNames() throws SQLException {
        create(samples.orders());
        assertThat(inspect().model()).isEqualTo(inspect().model());
        Table lines = inspect().model().tables().getFirst();
        assertThat(lines.id()).isEqualTo(dev.plinth.schema.model.DerivedIds.table(lines.name()));
    }

    @Test
    void plinthsOwnTablesAreLeftOut() throws SQLException {
        execute("CREATE TABLE plinth_journal (id INTEGER NOT NULL)");
        assertThat(inspect().model().tables()).isEmpty();
    }

    @Test
    void anIdentityThatTakesNoValue() throws SQLException {
        Table table = Samples.table("t", Samples.column("t", "a", IntegerType.NORMAL));
        List<dev.plinth.schema.model.Column> columns =
                table.columns().stream()
                        .map(c -> c.identity() == null ? c : c.withIdentity(Identity.ALWAYS))
                        .toList();
        isFoundAsMade(Samples.model(table.withColumns(columns)));
    }

    @Test
    void aUniqueKeyWhereNullsAreEqual() throws SQLException {
        UniqueKey key = new UniqueKey("t.u", "t_u", List.of("t.a"), false);
        Table table =
                Samples.table("t", Samples.column("t", "a", IntegerType.NORMAL))
                        .withUniques(List.of(key));
        isFoundAsMade(Samples.model(table));
    }

    @Test
    void anIndexOfSomeRows() throws SQLException {
        Index index =
                new Index(
                        "t.i",
                        "t_i",
                        List.of(Part.column("t.a")),
                        true,
                        Expression.sql(names.quote("a") + " > 0"),
                        "");
        isFoundOrRefused(Capability.PARTIAL_INDEX, index);
    }

    @Test
    void anIndexOfAnExpression() throws SQLException {
        Part part = new Part("", names.quote("a") + " + 1", false);
        Index index = Samples.index("t", "t_i", false, part, Part.column("t.id"));
        isFoundOrRefused(Capability.EXPRESSION_INDEX, index);
    }

    private void isFoundOrRefused(Capability capability, Index index) throws SQLException {
        Model model =
                Samples.model(
                        Samples.table("t", Samples.column("t", "a", IntegerType.NORMAL))
                                .withIndexes(List.of(index)));
        if (dialect.can(capability)) {
            isFoundAsMade(model);
        } else {
            assertThatThrownBy(() -> create(model))
                    .isInstanceOfAny(SQLException.class, PlinthException.class);
        }
    }

    @Test
    void generatedColumnsOfEitherKind() throws SQLException {
        for (boolean stored : List.of(true, false)) {
            Generated generated = new Generated(Expression.sql(names.quote("a") + " + 1"), stored);
            Table table =
                    Samples.table(
                            "t",
                            Samples.column("t", "a", IntegerType.NORMAL),
                            Samples.column("t", "g", IntegerType.NORMAL).withGenerated(generated));
            isFoundAsMade(Samples.model(table));
            execute("DROP TABLE " + names.quote("t"));
        }
    }

    @Test
    void tablesOfASecondSchema() throws SQLException {
        String second = subject.secondSchema().orElse("");
        assumeFalse(second.isEmpty(), "this database has one schema");
        execute("CREATE SCHEMA " + names.quote(second));
        Table far = Samples.table("far").withName(new TableName(second, "far"));
        Table near =
                Samples.table("near", Samples.column("near", "far", IntegerType.BIG))
                        .withRelations(
                                List.of(
                                        Samples.relation(
                                                "near",
                                                "near_far",
                                                List.of("far"),
                                                "far",
                                                List.of("id"),
                                                Relation.Action.NO_ACTION)));
        Model wanted = create(Samples.model(far, near));
        String own = subject.ownSchema(connection);
        Inspection both = dialect.inspector().inspect(connection, List.of(own, second));
        assertThat(Picture.of(both.model(), dialect)).isEqualTo(Picture.of(wanted, dialect));
        Inspection one = inspect();
        assertThat(one.model().tables()).extracting(t -> t.name().name()).containsExactly("near");
        assertThat(one.notes())
                .extracting(Problem::code)
                .isEqualTo(dialect.limits().relations() ? List.of("I001") : List.of());
    }

    @Test
    void theNumberOfQueriesDoesNotGrowWithThatOfTables() throws SQLException {
        create(samples.orders());
        int few = queries();
        create(samples.circles());
        create(Samples.model(samples.everyType(), samples.defaults()));
        assertThat(queries()).isEqualTo(few);
    }

    private int queries() throws SQLException {
        AtomicInteger count = new AtomicInteger();
        Connection counting =
                (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().contains("Statement")) {
                                        count.incrementAndGet();
                                    }
                                    return method.invoke(connection, arguments);
                                });
        dialect.inspector().inspect(counting, List.of());
        return count.get();
    }
}
