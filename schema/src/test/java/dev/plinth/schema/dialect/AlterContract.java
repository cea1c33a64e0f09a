package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Index.Part;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every kind of change, on a table with rows: they stay, and nothing is left to do afterwards. */
abstract class AlterContract extends LiveDatabase {
    private static final TextType SHORT = new TextType(10);

    private final Samples samples;

    AlterContract(DialectContract subject) {
        super(subject);
        this.samples = new Samples(dialect);
    }

    /** A table {@code t} with a column {@code a} of that type. */
    private static Table of(ColumnType type) {
        return Samples.table("t", Samples.column("t", "a", type));
    }

    private static Table with(Table table, UnaryOperator<Column> change) {
        List<Column> columns =
                table.columns().stream()
                        .map(c -> c.name().equals("a") ? change.apply(c) : c)
                        .toList();
        return table.withColumns(columns);
    }

    private static Table plus(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    private void create(Table table, @Nullable Object... values) throws SQLException {
        create(Samples.model(table));
        for (Object value : values) {
            insert(table, List.of("a"), value);
        }
    }

    private void becomes(Table before, Table after) throws SQLException {
        becomes(Samples.model(before), Samples.model(after));
    }

    private void becomes(Model before, Model after) throws SQLException {
        change(before, after);
        Model wanted = dev.plinth.schema.diff.Lowering.lower(after, dialect);
        assertThat(Picture.of(inspect().model(), dialect)).isEqualTo(Picture.of(wanted, dialect));
        assertThat(change(after, after)).isEmpty();
    }

    private void holds(Table table, String column, @Nullable Object... values) throws SQLException {
        assertThat(values(table, column, "id")).isEqualTo(Arrays.asList(values));
    }

    @Test
    void anOptionalColumnIsAdded() throws SQLException {
        Table before = of(SHORT);
        create(before, "x");
        Table after = plus(before, Samples.column("t", "b", IntegerType.NORMAL));
        becomes(before, after);
        holds(after, "a", "x");
        holds(after, "b", (Object) null);
    }

    @Test
    void aRequiredColumnWithADefaultIsAdded() throws SQLException {
        Table before = of(SHORT);
        create(before, "x");
        Column added =
                Samples.column("t", "b", IntegerType.NORMAL)
                        .withRequired(true)
                        .withDefault(new Default.Value("7"));
        Table after = plus(before, added);
        becomes(before, after);
        holds(after, "b", 7L);
    }

    @Test
    void aRequiredColumnIsAddedAndFilled() throws SQLException {
        Table before = of(SHORT);
        create(before, "x", "y");
        Column added =
                Samples.column("t", "b", new TextType(20))
                        .withRequired(true)
                        .withBackfill(Expression.sql(names.quote("a")));
        Table after = plus(before, added);
        becomes(before, after);
        holds(after, "b", "x", "y");
    }

    @Test
    void aColumnIsDropped() throws SQLException {
        Table after = of(SHORT);
        Table before = plus(after, Samples.column("t", "b", IntegerType.NORMAL));
        create(before, "x");
        becomes(before, after);
        holds(after, "a", "x");
    }

    @Test
    void aColumnIsRenamed() throws SQLException {
        Table before =
                of(SHORT).withIndexes(List.of(Samples.index("t", "t_a", true, Part.column("t.a"))));
        create(before, "x");
        Table after = with(before, c -> c.withName("Neuer \"Name\""));
        becomes(before, after);
        holds(after, "Neuer \"Name\"", "x");
    }

    @Test
    void twoColumnsSwapTheirNames() throws SQLException {
        Table before = plus(of(SHORT), Samples.column("t", "b", SHORT));
        create(before, "x");
        Table after =
                before.withColumns(
                        before.columns().stream()
                                .map(
                                        c ->
                                                switch (c.name()) {
                                                    case "a" -> c.withName("b");
                                                    case "b" -> c.withName("a");
                                                    default -> c;
                                                })
                                .toList());
        becomes(before, after);
        holds(after, "b", "x");
        holds(after, "a", (Object) null);
    }

    @Test
    void aTableIsRenamedWithAllThatHangsOnIt() throws SQLException {
        Model before = samples.orders();
        create(before);
        Table orders = before.tables().get(0);
        insert(orders, List.of("region", "number"), "n", 1L);
        Model after =
                before.withTables(
                        List.of(
                                orders.withName(TableName.of("bestellungen")),
                                before.tables().get(1).withName(TableName.of("positionen"))));
        becomes(before, after);
        assertThat(values(after.tables().get(0), "region", "number")).containsExactly("n");
    }

    @Test
    void aTypeIsWidened() throws SQLException {
        retyped(IntegerType.NORMAL, IntegerType.BIG, -2147483648L, -2147483648L);
        retyped(SHORT, new TextType(100), "0123456789", "0123456789");
        retyped(SHORT, new LongTextType(), "ü", "ü");
        retyped(new DecimalType(10, 2), new DecimalType(14, 4), dec("1.25"), dec("1.2500"));
    }

    @Test
    void aTypeIsNarrowedWhereAllRowsFit() throws SQLException {
        retyped(IntegerType.BIG, IntegerType.SMALL, 32767L, 32767L);
        retyped(new TextType(100), SHORT, "0123456789", "0123456789");
        retyped(new DecimalType(14, 4), new DecimalType(10, 2), dec("1.2500"), dec("1.25"));
    }

    @Test
    void aTypeIsConverted() throws SQLException {
        retyped(IntegerType.NORMAL, SHORT, -12L, "-12");
        retyped(SHORT, IntegerType.NORMAL, "-12", -12L);
        retyped(IntegerType.NORMAL, new DecimalType(10, 2), 3L, dec("3.00"));
        retyped(SHORT, new DecimalType(10, 2), "3.25", dec("3.25"));
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    private void retyped(ColumnType from, ColumnType to, Object was, Object is)
            throws SQLException {
        Table before = of(from);
        create(before, was, null);
        Table after = of(to);
        becomes(before, after);
        holds(after, "a", is, null);
        execute("DROP TABLE " + names.quote("t"));
    }

    @Test
    void aTypeChangesUnderItsDefault() throws SQLException {
        Table before = with(of(SHORT), c -> c.withDefault(new Default.Value("5")));
        create(before, "7");
        Table after = with(of(IntegerType.NORMAL), c -> c.withDefault(new Default.Value("5")));
        becomes(before, after);
        holds(after, "a", 7L);
    }

    @Test
    void aColumnBecomesRequiredAndOptionalAgain() throws SQLException {
        Table optional = of(SHORT);
        Table required = with(optional, c -> c.withRequired(true));
        create(optional, "x");
        becomes(optional, required);
        becomes(required, optional);
        holds(optional, "a", "x");
    }

    @Test
    void aColumnBecomesRequiredAndItsGapsAreFilled() throws SQLException {
        Table before = of(SHORT);
        create(before, "x", null);
        String none = types.literal(SHORT, "none");
        Table after = with(before, c -> c.withRequired(true).withBackfill(Expression.sql(none)));
        becomes(before, after);
        holds(after, "a", "x", "none");
    }

    @Test
    void aDefaultIsSetChangedAndDropped() throws SQLException {
        Table without = of(SHORT);
        Table one = with(without, c -> c.withDefault(new Default.Value("one")));
        Table two = with(without, c -> c.withDefault(new Default.Value("two")));
        create(without, "x");
        becomes(without, one);
        execute(dialect.queries().insertDefaults(names.quote("t"), names.quote("id")));
        becomes(one, two);
        execute(dialect.queries().insertDefaults(names.quote("t"), names.quote("id")));
        becomes(two, without);
        execute(dialect.queries().insertDefaults(names.quote("t"), names.quote("id")));
        holds(without, "a", "x", "one", "two", null);
    }

    @Test
    void aKeyBecomesAnIdentityThatGoesOnAfterTheRows() throws SQLException {
        Table after = of(SHORT);
        Table before =
                after.withColumns(after.columns().stream().map(c -> c.withIdentity(null)).toList());
        create(Samples.model(before));
        insert(before, List.of("id", "a"), 41L, "x");
        becomes(before, after);
        insert(after, List.of("a"), "y");
        holds(after, "id", 41L, 42L);
    }

    @Test
    void anIdentityIsDropped() throws SQLException {
        Table before = of(SHORT);
        Table after =
                before.withColumns(
                        before.columns().stream().map(c -> c.withIdentity(null)).toList());
        create(before, "x");
        becomes(before, after);
        insert(after, List.of("id", "a"), 5L, "y");
        holds(after, "id", 1L, 5L);
    }

    @Test
    void anIdentityIsRestartedAfterRowsThatBroughtTheirNumbers() throws SQLException {
        Table table = of(SHORT);
        create(table, "x");
        insert(table, List.of("id", "a"), 2L, "y");
        execute(dialect.statements().restartIdentity(table).toArray(String[]::new));
        insert(table, List.of("a"), "z");
        holds(table, "id", 1L, 2L, 3L);
    }

    @Test
    void anIdentityIsRestartedAboveNumbersThatAreAllNegative() throws SQLException {
        Table table = of(SHORT);
        create(Samples.model(table));
        insert(table, List.of("id", "a"), -5L, "x");
        execute(dialect.statements().restartIdentity(table).toArray(String[]::new));
        insert(table, List.of("a"), "y");
        holds(table, "id", -5L, 1L);
    }

    @Test
    void anIdentityChangesItsKind() throws SQLException {
        Table before = of(SHORT);
        Table after =
                before.withColumns(
                        before.columns().stream()
                                .map(
                                        c ->
                                                c.identity() == null
                                                        ? c
                                                        : c.withIdentity(Identity.ALWAYS))
                                .toList());
        create(before, "x");
        becomes(before, after);
        becomes(after, before);
        holds(before, "a", "x");
    }

    @Test
    void aGeneratedColumnIsAddedChangedAndDropped() throws SQLException {
        Table without = of(IntegerType.NORMAL);
        create(without, 20L);
        Table once = plus(without, generated("+ 1"));
        becomes(without, once);
        holds(once, "g", 21L);
        Table twice = plus(without, generated("* 2"));
        becomes(once, twice);
        holds(twice, "g", 40L);
        becomes(twice, without);
        holds(without, "a", 20L);
    }

    @Test
    void whatHangsOnAGeneratedColumnStaysWhenItChanges() throws SQLException {
        Table before = withGenerated(IntegerType.NORMAL, "+ 1");
        create(before, 20L);
        Table after = withGenerated(IntegerType.NORMAL, "+ 2");
        becomes(before, after);
        holds(after, "g", 22L);
    }

    @Test
    void aColumnThatOthersAreComputedFromChangesItsType() throws SQLException {
        Table before = withGenerated(IntegerType.NORMAL, "+ 1");
        create(before, 20L);
        Table after = withGenerated(IntegerType.BIG, "+ 1");
        becomes(before, after);
        holds(after, "g", 21L);
    }

    /**
     * A generated column {@code g} in two indexes and, where that can be, a unique key and a check.
     */
    private Table withGenerated(ColumnType type, String operation) {
        String g = names.quote("g");
        Table bare = plus(of(type), generated(operation));
        Table indexed =
                !dialect.limits().indexesOnGenerated()
                        ? bare
                        : bare.withIndexes(
                                List.of(
                                        Samples.index("t", "t_g", false, Part.column("t.g")),
                                        Samples.index(
                                                "t",
                                                "t_both",
                                                true,
                                                Part.column("t.g"),
                                                Part.column("t.id"))));
        return dialect.limits().constraintsOnGenerated()
                ? indexed.withUniques(
                                List.of(new UniqueKey("t.u", "t_u", List.of("t.a", "t.g"), true)))
                        .withChecks(
                                List.of(new Check("t.c", "t_c", Expression.sql(g + " > 0"), "")))
                : indexed;
    }

    @Test
    void aGeneratedColumnBecomesAPlainOneAndKeepsItsValues() throws SQLException {
        Table before = plus(of(IntegerType.NORMAL), generated("+ 1"));
        Table after = plus(of(IntegerType.NORMAL), Samples.column("t", "g", IntegerType.NORMAL));
        create(before, 20L);
        becomes(before, after);
        holds(after, "g", 21L);
        becomes(after, before);
        holds(before, "g", 21L);
    }

    private Column generated(String operation) {
        boolean stored = !dialect.can(Capability.GENERATED_VIRTUAL);
        return Samples.column("t", "g", IntegerType.NORMAL)
                .withGenerated(
                        new Generated(Expression.sql(names.quote("a") + " " + operation), stored));
    }

    @Test
    void commentsAreChangedAndDropped() throws SQLException {
        Table before = samples.commented();
        Table other =
                new Table(
                        before.id(),
                        before.name(),
                        "",
                        "another",
                        before.columns().stream()
                                .map(c -> c.name().equals("a") ? c.withComment("new") : c)
                                .toList(),
                        before.primaryKey(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        Table none =
                Samples.table("commented", Samples.column("commented", "a", IntegerType.NORMAL));
        create(before, 1L);
        becomes(before, other);
        becomes(other, none);
        holds(none, "a", 1L);
    }

    @Test
    void aPrimaryKeyIsReplacedDroppedAndAdded() throws SQLException {
        Table one = numbered(List.of("t.n"));
        Table both = numbered(List.of("t.m", "t.n"));
        Table none = one.withPrimaryKey(null);
        create(Samples.model(one));
        insert(one, List.of("id", "n", "m"), 1L, 1L, 1L);
        becomes(one, both);
        becomes(both, none);
        becomes(none, one);
        holds(one, "m", 1L);
    }

    @Test
    void aColumnNumbersItselfByAnIndexAlone() throws SQLException {
        if (dialect.limits().numbered() == Limits.Numbered.PRIMARY_KEY) {
            return;
        }
        Table plain =
                Table.of(
                        "t",
                        "t",
                        List.of(
                                Samples.column("t", "id", IntegerType.BIG).withRequired(true),
                                Samples.column("t", "n", IntegerType.NORMAL)));
        Table numbers =
                plain.withColumns(
                                plain.columns().stream()
                                        .map(
                                                c ->
                                                        c.name().equals("id")
                                                                ? c.withIdentity(
                                                                        Identity.BY_DEFAULT)
                                                                : c)
                                        .toList())
                        .withIndexes(
                                List.of(Samples.index("t", "t_id", false, Part.column("t.id"))));
        create(numbers);
        insert(numbers, List.of("n"), 1L);
        insert(numbers, List.of("n"), 2L);
        holds(numbers, "id", 1L, 2L);
        becomes(numbers, plain);
        if (dialect.name().equals("generic")) {
            assertThatThrownBy(() -> becomes(plain, numbers))
                    .hasMessageContaining("cannot be told from its driver");
            return;
        }
        becomes(plain, numbers);
        insert(numbers, List.of("n"), 3L);
        holds(numbers, "id", 1L, 2L, 3L);
    }

    private static Table numbered(List<String> key) {
        return Table.of(
                        "t",
                        "t",
                        List.of(
                                Samples.column("t", "id", IntegerType.BIG),
                                Samples.column("t", "n", IntegerType.NORMAL).withRequired(true),
                                Samples.column("t", "m", IntegerType.NORMAL).withRequired(true)))
                .withPrimaryKey(new PrimaryKey("", key));
    }

    @Test
    void aUniqueKeyIsAddedAndDropped() throws SQLException {
        Table without = of(SHORT);
        Table with =
                without.withUniques(
                        List.of(new UniqueKey("t.u", "t_unique", List.of("t.a"), true)));
        create(without, "x");
        becomes(without, with);
        becomes(with, without);
        insert(without, List.of("a"), "x");
        holds(without, "a", "x", "x");
    }

    @Test
    void anIndexIsAddedChangedAndDropped() throws SQLException {
        Table without = of(SHORT);
        Index index = Samples.index("t", "t_a", false, Part.column("t.a"));
        Table one = without.withIndexes(List.of(index));
        Table other =
                without.withIndexes(
                        List.of(
                                Samples.index(
                                        "t",
                                        "t_a",
                                        true,
                                        Part.column("t.a"),
                                        Part.column("t.id"))));
        create(without, "x");
        becomes(without, one);
        becomes(one, other);
        becomes(other, without);
        holds(without, "a", "x");
    }

    @Test
    void aCheckIsAddedChangedAndDropped() throws SQLException {
        Table without = of(IntegerType.NORMAL);
        Table one = without.withChecks(List.of(check(" > 0")));
        Table other = without.withChecks(List.of(check(" BETWEEN 1 AND 10")));
        create(without, 5L);
        becomes(without, one);
        becomes(one, other);
        becomes(other, without);
        insert(without, List.of("a"), -1L);
        holds(without, "a", 5L, -1L);
    }

    private Check check(String condition) {
        return new Check("t.check", "t_check", Expression.sql(names.quote("a") + condition), "");
    }

    @Test
    void aRelationIsAddedChangedAndDropped() throws SQLException {
        Table target = Samples.table("target");
        Table without = of(IntegerType.BIG);
        create(Samples.model(target, without));
        execute(dialect.queries().insertDefaults(names.quote("target"), names.quote("id")));
        insert(without, List.of("a"), 1L);
        Table restricted = without.withRelations(List.of(relation(Action.NO_ACTION)));
        Table cascading = without.withRelations(List.of(relation(Action.CASCADE)));
        becomes(Samples.model(target, without), Samples.model(target, restricted));
        becomes(Samples.model(target, restricted), Samples.model(target, cascading));
        becomes(Samples.model(target, cascading), Samples.model(target, without));
        execute("DELETE FROM " + names.quote("target"));
        holds(without, "a", 1L);
    }

    private static Relation relation(Action onDelete) {
        return Samples.relation("t", "t_target", List.of("a"), "target", List.of("id"), onDelete);
    }

    @Test
    void tablesThatPointToEachOtherAreDropped() throws SQLException {
        Model circles = samples.circles();
        create(circles);
        becomes(circles, Model.empty());
    }

    @Test
    void aViewIsDropped() throws SQLException {
        Model with = samples.orders().withViews(List.of(samples.view()));
        create(with);
        run(new dev.plinth.schema.change.Change.DropView(samples.view()));
        assertThat(inspect().model().views()).isEmpty();
    }

    @Test
    void aBooleanColumnWithADefaultIsAdded() throws SQLException {
        Table before = of(SHORT);
        create(before, "x");
        Column added =
                Samples.column("t", "b", new BooleanType())
                        .withRequired(true)
                        .withDefault(new Default.Value("true"));
        Table after = plus(before, added);
        becomes(before, after);
        holds(after, "b", true);
    }
}
