package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Index.Part;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimestampType;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is said of a database's limits is so: at the limit it works; beyond, the check tells it and
 * the database refuses, or holds something else.
 */
abstract class LimitsContract extends LiveDatabase {
    private final Limits limits;

    LimitsContract(DialectContract subject) {
        super(subject);
        this.limits = dialect.limits();
    }

    private List<String> errors(Model model) {
        return PortabilityCheck.problems(model, dialect).stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .distinct()
                .toList();
    }

    private void fits(Table table) throws SQLException {
        Model model = Samples.model(table);
        assertThat(errors(model)).as("at the limit").isEmpty();
        create(model);
    }

    private void refused(String code, Table table) {
        Model model = Samples.model(table);
        assertThat(errors(model)).as("beyond the limit").contains(code);
        try {
            create(model);
        } catch (SQLException | IllegalStateException | IllegalArgumentException e) {
            return;
        }
        fail("%s takes what the check refuses with %s", dialect.title(), code);
    }

    private static List<Column> columns(int count, ColumnType type) {
        return IntStream.range(0, count).mapToObj(i -> Samples.column("t", "c" + i, type)).toList();
    }

    @Test
    void names() throws SQLException {
        int most = dialect.names().maxLength();
        if (most > 900) {
            return;
        }
        String longest = "n".repeat(most);
        fits(Samples.table(longest, Samples.column(longest, longest, IntegerType.BIG)));
        assertThat(inspect().model().tables()).extracting(t -> t.name().name()).contains(longest);
        String longer = longest + "x";
        Model model =
                Samples.model(Samples.table(longer, Samples.column(longer, "a", IntegerType.BIG)));
        assertThat(errors(model)).contains("M101");
        if (!subject.knowsLongestName()) {
            return;
        }
        try {
            create(model);
        } catch (SQLException e) {
            return;
        }
        assertThat(inspect().model().tables())
                .extracting(t -> t.name().name())
                .as("it is cut in silence")
                .doesNotContain(longer);
    }

    @Test
    void namesWithLongCharacters() throws SQLException {
        Table table = Samples.table("a😀", Samples.column("a😀", "b😀", IntegerType.BIG));
        if (limits.keepsEmoji()) {
            fits(table);
        } else {
            refused("M103", table);
        }
    }

    @Test
    void namesThatAreReserved() throws SQLException {
        for (String name : limits.reservedColumns()) {
            refused("M104", Samples.table("t", Samples.column("t", name, IntegerType.BIG)));
        }
        if (!limits.reservedPrefix().isEmpty()) {
            String name = limits.reservedPrefix() + "t";
            refused("M104", Samples.table(name, Samples.column(name, "a", IntegerType.BIG)));
        }
        for (String name : limits.reservedIndexes()) {
            refused(
                    "M104",
                    Samples.table("t", Samples.column("t", "a", IntegerType.BIG))
                            .withUniques(
                                    List.of(new UniqueKey("t.u", name, List.of("t.a"), true))));
        }
    }

    @Test
    void columnsOfATable() throws SQLException {
        int most = limits.columns();
        if (most == Integer.MAX_VALUE) {
            return;
        }
        Table empty = Samples.table("t");
        int left = most - empty.columns().size();
        List<Column> all = new ArrayList<>(empty.columns());
        all.addAll(columns(left, IntegerType.SMALL));
        Table table = empty.withColumns(all);
        fits(table);
        execute("DROP TABLE " + names.quote("t"));
        List<Column> more = new ArrayList<>(all);
        more.add(Samples.column("t", "more", IntegerType.SMALL));
        refused("M116", table.withColumns(more));
    }

    private static Table indexed(List<Column> columns) {
        Table table = Samples.table("t", columns.toArray(Column[]::new));
        List<Part> parts = columns.stream().map(c -> Part.column(c.id())).toList();
        return table.withIndexes(List.of(new Index("t.i", "i", parts, false, null, "")));
    }

    @Test
    void columnsOfAnIndex() throws SQLException {
        int most = limits.indexParts();
        if (most == Integer.MAX_VALUE) {
            return;
        }
        fits(indexed(columns(most, IntegerType.SMALL)));
        execute("DROP TABLE " + names.quote("t"));
        refused("M117", indexed(columns(most + 1, IntegerType.SMALL)));
    }

    @Test
    void keysOfTheSameColumns() throws SQLException {
        Table table = keyed(IntegerType.BIG);
        List<String> same = table.primaryKey().columns();
        Table twice = table.withUniques(List.of(new UniqueKey("t.u", "u", same, true)));
        if (limits.keysOfSameColumns()) {
            fits(twice);
        } else {
            assertThat(errors(Samples.model(twice))).contains("M147");
        }
    }

    /** Not of an index, of which MariaDB silently makes a shorter one. */
    private static Table keyed(ColumnType type) {
        Column key = Samples.column("t", "a", type).withRequired(true);
        return Table.of("t", "t", List.of(key))
                .withPrimaryKey(new PrimaryKey("", List.of(key.id())));
    }

    @Test
    void bytesOfAKey() throws SQLException {
        int most = limits.primaryKeyBytes();
        if (most > 100_000) {
            return;
        }
        int characters = most / limits.bytesPerCharacter();
        fits(keyed(new TextType(characters)));
        execute("DROP TABLE " + names.quote("t"));
        refused("M110", keyed(new TextType(characters + 1)));
    }

    /** Of what has no limit, a database that cannot keep all as keys refuses at least one kind. */
    @Test
    void whatHasNoLimitAsAKey() throws SQLException {
        if (limits.unlimitedKeys()) {
            fits(keyed(new LongTextType()));
            return;
        }
        int taken = 0;
        List<ColumnType> types = List.of(new LongTextType(), new JsonType(), new BinaryType(0));
        for (ColumnType type : types) {
            assertThat(errors(Samples.model(keyed(type)))).contains("M111");
            try {
                create(Samples.model(keyed(type)));
                execute("DROP TABLE " + names.quote("t"));
                taken++;
            } catch (SQLException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(taken).as("kinds that are taken as keys").isLessThan(types.size());
    }

    @Test
    void bytesOfARow() throws SQLException {
        if (limits.rowBytes() == Integer.MAX_VALUE) {
            return;
        }
        Table bare = Samples.table("t");
        long taken = bare.columns().stream().mapToLong(c -> limits.bytesInRow(c.type())).sum();
        // The columns that fill the row, then one that is empty or is not by three bytes.
        int characters = (int) ((limits.rowBytes() - taken - 1) / 4 - 1000 - 2);
        List<Column> full = new ArrayList<>();
        full.add(Samples.column("t", "a", new TextType(characters)));
        for (int n = 1; n < 2000; n++) {
            Table next = rowOf(full, n);
            if (errors(Samples.model(next)).contains("M118")) {
                fits(rowOf(full, n - 1));
                execute("DROP TABLE " + names.quote("t"));
                refused("M118", next);
                return;
            }
        }
        fail("the row is never full");
    }

    private static Table rowOf(List<Column> full, int characters) {
        List<Column> columns = new ArrayList<>(full);
        columns.add(Samples.column("t", "b", new TextType(characters)));
        return Samples.table("t", columns.toArray(Column[]::new));
    }

    @Test
    void digitsOfADecimal() throws SQLException {
        int most = limits.decimalDigits();
        if (most > 10_000) {
            return;
        }
        DecimalType type = new DecimalType(most, 0);
        Table table = Samples.table("t", Samples.column("t", "a", type));
        fits(table);
        String longest = "9".repeat(most);
        insert(table, List.of("a"), type.parse(longest));
        assertThat(type.format(values(table, "a", "id").getFirst())).isEqualTo(longest);
        execute("DROP TABLE " + names.quote("t"));
        refused("M112", Samples.table("t", Samples.column("t", "a", new DecimalType(most + 1, 0))));
        int scale = limits.decimalScale();
        if (scale < most) {
            fits(Samples.table("t", Samples.column("t", "a", new DecimalType(most, scale))));
            execute("DROP TABLE " + names.quote("t"));
            refused(
                    "M112",
                    Samples.table("t", Samples.column("t", "a", new DecimalType(most, scale + 1))));
        }
    }

    @Test
    void digitsOfASecond() throws SQLException {
        int most = limits.secondDigits();
        TimestampType type = new TimestampType(most);
        Table table = Samples.table("t", Samples.column("t", "a", type));
        fits(table);
        int kept = Math.min(most, limits.secondDigitsKept());
        Object moment = type.parse("2024-02-29T12:34:56." + "123456789".substring(0, kept));
        insert(table, List.of("a"), moment);
        insert(
                table,
                List.of("a"),
                type.parse("2024-02-29T12:34:56.123456789".substring(0, 20 + most)));
        assertThat(values(table, "a", "id")).as("whole, and cut").containsExactly(moment, moment);
        execute("DROP TABLE " + names.quote("t"));
        if (most == 9) {
            return;
        }
        TimestampType finer = new TimestampType(most + 1);
        Table more = Samples.table("t", Samples.column("t", "a", finer));
        assertThat(errors(Samples.model(more))).contains("M115");
        String fine = "2024-02-29T12:34:56." + "123456789".substring(0, most + 1);
        try {
            create(Samples.model(more));
            insert(more, List.of("a"), finer.parse(fine));
        } catch (SQLException e) {
            return;
        }
        assertThat(finer.format(values(more, "a", "id").getFirst()))
                .as("a digit is lost")
                .isNotEqualTo(fine);
    }

    @Test
    void numberedColumnsWithoutAKey() throws SQLException {
        Column number =
                Samples.column("t", "a", IntegerType.BIG)
                        .withRequired(true)
                        .withIdentity(Identity.BY_DEFAULT);
        Table table = Table.of("t", "t", List.of(number));
        Table keyed =
                table.withUniques(List.of(new UniqueKey("t.u", "u", List.of(number.id()), true)));
        switch (limits.numbered()) {
            case ANY -> fits(table);
            case FIRST_OF_A_KEY -> {
                refused("M126", table);
                fits(keyed);
            }
            case PRIMARY_KEY -> {
                refused("M126", keyed);
                fits(table.withPrimaryKey(new PrimaryKey("", List.of(number.id()))));
            }
        }
    }

    @Test
    void valuesThatAreTooLongForAKey() throws SQLException {
        int most = limits.indexValueBytes();
        if (most == Integer.MAX_VALUE) {
            return;
        }
        Table table = indexed(List.of(Samples.column("t", "a", new TextType(most))));
        assertThat(PortabilityCheck.problems(Samples.model(table), dialect))
                .extracting(Problem::code)
                .contains("M119");
        create(Samples.model(table));
        // What can be pressed together would fit.
        StringBuilder noise = new StringBuilder();
        new java.util.Random(7).ints(most - 20L, '!', '~').forEach(c -> noise.append((char) c));
        String text = noise.toString();
        try {
            insert(table, List.of("a"), text + "!".repeat(20));
            insert(table, List.of("a"), (text + text).substring(0, most));
        } catch (SQLException e) {
            return;
        }
        fail("no value is too long");
    }
}
