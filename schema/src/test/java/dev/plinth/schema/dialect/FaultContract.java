package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

/**
 * What a database refuses is told in neutral terms, with the name of the rule and no row's value.
 */
abstract class FaultContract extends LiveDatabase {
    private static final String SECRET = "s3cret";

    private Table table = Samples.table("t");

    FaultContract(DialectContract subject) {
        super(subject);
    }

    @BeforeEach
    void createTables() throws SQLException {
        Table target = Samples.table("target");
        table =
                Samples.table(
                                "t",
                                Samples.column("t", "näme \"x\"", new TextType(20))
                                        .withRequired(true),
                                Samples.column("t", "short", new TextType(8)),
                                Samples.column("t", "amount", new DecimalType(5, 2)),
                                Samples.column("t", "small", IntegerType.SMALL),
                                Samples.column("t", "to", IntegerType.BIG))
                        .withPrimaryKey(new PrimaryKey("t_pkey", List.of("t.id")))
                        .withUniques(
                                List.of(
                                        new UniqueKey(
                                                "t.u",
                                                "unique ü \"name\"",
                                                List.of("t.näme \"x\""),
                                                true)))
                        .withChecks(
                                List.of(
                                        new Check(
                                                "t.c",
                                                "check ü \"amount\"",
                                                Expression.sql(names.quote("amount") + " > 0"),
                                                "")))
                        .withRelations(
                                List.of(
                                        Samples.relation(
                                                "t",
                                                "relation ü \"to\"",
                                                List.of("to"),
                                                "target",
                                                List.of("id"),
                                                Action.NO_ACTION)));
        Model model = Samples.model(target, table);
        create(model);
        execute(dialect.queries().insertDefaults(names.quote("target"), names.quote("id")));
        insert(table, List.of("id", "näme \"x\"", "to"), 1L, SECRET, 1L);
    }

    private Fault refused(List<String> columns, @Nullable Object... values) {
        SQLException exception =
                catchThrowableOfType(SQLException.class, () -> insert(table, columns, values));
        return fault(exception);
    }

    private Fault refused(String sql) {
        return fault(catchThrowableOfType(SQLException.class, () -> statement(sql)));
    }

    private void statement(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Fault fault(SQLException exception) {
        assertThat((Throwable) exception).as("a refusal").isNotNull();
        Fault fault = dialect.errors().fault(exception);
        assertThat(fault.detail()).isNotBlank().doesNotContain(SECRET).doesNotContain("\n");
        return fault;
    }

    @Test
    void aValueThatIsTaken() {
        Fault fault = refused(List.of("id", "näme \"x\""), 2L, SECRET);
        assertThat(fault.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(fault.constraint())
                .isEqualTo(subject.tellsUniqueKeys() ? "unique ü \"name\"" : null);
    }

    @Test
    void aKeyThatIsTaken() {
        Fault fault = refused(List.of("id", "näme \"x\""), 1L, "other");
        assertThat(fault.kind()).isEqualTo(Kind.UNIQUE);
    }

    @Test
    void aRelationToNowhere() {
        assumeTrue(dialect.limits().relations(), "relations are not kept");
        Fault fault = refused(List.of("id", "näme \"x\"", "to"), 2L, "other", 77L);
        assertThat(fault.kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(fault.constraint())
                .isEqualTo(subject.tellsRelations() ? "relation ü \"to\"" : null);
    }

    @Test
    void aRowThatOthersPointTo() {
        assumeTrue(dialect.limits().relations(), "relations are not kept");
        Fault fault = refused("DELETE FROM " + names.quote("target"));
        assertThat(fault.kind()).isEqualTo(Kind.FOREIGN_KEY);
    }

    @Test
    void noValueWhereOneIsRequired() {
        Fault fault = refused(List.of("id", "näme \"x\"", "short"), 2L, null, SECRET);
        assertThat(fault.kind()).isEqualTo(Kind.NOT_NULL);
        assertThat(fault.column()).isEqualTo(subject.tellsRequired() ? "näme \"x\"" : null);
    }

    @Test
    void aRowThatBreaksACheck() {
        Fault fault =
                refused(
                        List.of("id", "näme \"x\"", "short", "amount"),
                        2L,
                        "other",
                        SECRET,
                        new java.math.BigDecimal("-1.00"));
        assertThat(fault.kind()).isEqualTo(Kind.CHECK);
        assertThat(fault.constraint())
                .isEqualTo(subject.tellsChecks() ? "check ü \"amount\"" : null);
    }

    @Test
    void aTextThatIsTooLong() {
        assumeTrue(subject.keepsLimits(), "limits are kept by the API alone");
        Fault fault = refused(List.of("id", "näme \"x\"", "short"), 2L, "other", SECRET + "long");
        assertThat(fault.kind()).isIn(Kind.TOO_LONG, Kind.CHECK);
    }

    @Test
    void aNumberOutOfRange() {
        assumeTrue(subject.keepsLimits(), "limits are kept by the API alone");
        if (subject.keepsDigits()) {
            Fault fault =
                    refused(
                            List.of("id", "näme \"x\"", "amount"),
                            2L,
                            "other",
                            new java.math.BigDecimal("99999.00"));
            assertThat(fault.kind()).isIn(subject.outOfRange());
        }
        Fault small = refused(List.of("id", "näme \"x\"", "small"), 2L, "other", 99999L);
        assertThat(small.kind()).isIn(subject.outOfRange());
    }

    @Test
    void anUnknownTableAndColumn() {
        assertThat(refused("SELECT * FROM nowhere").kind()).isEqualTo(Kind.UNKNOWN_OBJECT);
        assertThat(refused("SELECT missing FROM " + names.quote("t")).kind())
                .isEqualTo(Kind.UNKNOWN_OBJECT);
    }

    @Test
    void aStatementThatIsNoSql() {
        assertThat(refused("SELEC 1").kind()).isEqualTo(Kind.SYNTAX);
    }
}
