package dev.plinth.schema.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.TypeChange;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;
import dev.plinth.testing.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every type becomes every other, with values in the columns. */
class RetypeTest {
    /** One of each kind, and those that differ in how they are made others. */
    private static final List<ColumnType> TYPES =
            List.of(
                    new TextType(255),
                    new LongTextType(),
                    IntegerType.SMALL,
                    IntegerType.BIG,
                    new DecimalType(12, 2),
                    FloatType.SINGLE,
                    FloatType.DOUBLE,
                    new BooleanType(),
                    new DateType(),
                    new TimeType(0),
                    new TimestampType(6),
                    new ZonedTimestampType(6),
                    new UuidType(),
                    new JsonType(),
                    new BinaryType(0),
                    new BinaryType(16));

    private static final String DATABASES = "dev.plinth.schema.proof.ProvenDatabases#selected";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void valuesOfEveryTypeBecomeThoseOfEveryOther(TestDatabase database) {
        List<String> failures = new ArrayList<>();
        List<ColumnType> failing = new ArrayList<>();
        try (Lab lab = Lab.on(database)) {
            for (ColumnType from : chosen(database)) {
                if (failure(lab, from, TYPES) != null) {
                    failing.add(from);
                }
            }
        }
        for (ColumnType from : failing) {
            for (ColumnType to : TYPES) {
                try (Lab lab = Lab.on(database)) {
                    String failure = failure(lab, from, List.of(to));
                    if (failure != null) {
                        failures.add(from.text() + " to " + to.text() + ": " + failure);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(failing).isEmpty();
    }

    /** Even where values could not: there are none that could be lost. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void aColumnWithoutValuesBecomesAnything(TestDatabase database) {
        List<String> failures = new ArrayList<>();
        try (Lab lab = Lab.on(database)) {
            for (ColumnType from : chosen(database)) {
                for (List<ColumnType> some : List.of(others(from, true), others(from, false))) {
                    try {
                        lab.deploy(model(some.stream().map(to -> from).toList()));
                        lab.deploy(model(some));
                    } catch (PlinthException e) {
                        failures.add(from.text() + ": " + e.getMessage());
                    }
                    lab.deploy(Model.empty());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** Every fourth, not the same for all databases; all of them where many cases are wanted. */
    private static List<ColumnType> chosen(TestDatabase database) {
        boolean all = Integer.getInteger("plinth.cases", 0) >= 100;
        int first = database.name().length() % 4;
        return IntStream.range(0, TYPES.size())
                .filter(i -> all || i % 4 == first)
                .mapToObj(TYPES::get)
                .toList();
    }

    private static List<ColumnType> others(ColumnType from, boolean meant) {
        return TYPES.stream()
                .filter(to -> !to.equals(from) && Conversion.hasMeaning(from, to) == meant)
                .toList();
    }

    /** A column for each type wanted, in every row a value that is to become one of it. */
    private static @Nullable String failure(Lab lab, ColumnType from, List<ColumnType> wanted) {
        List<ColumnType> others = new ArrayList<>();
        for (ColumnType to : wanted) {
            if (!to.equals(from) && !fitting(from, to).isEmpty()) {
                others.add(to);
            }
        }
        try {
            if (!lab.inspected().tables().isEmpty()) {
                lab.execute("DROP TABLE \"values\"");
            }
            Statements statements = lab.dialect().statements();
            refuses(lab, from, others.stream().filter(to -> !statements.converts(from, to)));
            others.removeIf(to -> !statements.converts(from, to));
            List<List<String>> values = filled(lab, from, others);
            lab.deploy(model(others));
            Model found = Lowering.lower(model(others), lab.dialect());
            Contents contents = Contents.of(lab, found);
            for (int i = 0; i < others.size(); i++) {
                String column = "c" + i;
                List<String> then =
                        contents.of(found.tables().get(0)).stream()
                                .map(r -> r.get(column))
                                .filter(Objects::nonNull)
                                .toList();
                same(values.get(i), then, from, others.get(i));
            }
            return null;
        } catch (Exception | AssertionError e) {
            return e.getMessage();
        }
    }

    private static List<List<String>> filled(Lab lab, ColumnType from, List<ColumnType> others)
            throws SQLException {
        lab.deploy(model(others.stream().map(to -> from).toList()));
        List<List<String>> values = others.stream().map(to -> fitting(from, to)).toList();
        put(lab, from, values);
        return values;
    }

    /** What a database cannot convert stays as it is. */
    private static void refuses(Lab lab, ColumnType from, Stream<ColumnType> others)
            throws SQLException {
        List<ColumnType> refused = others.toList();
        if (!refused.isEmpty()) {
            List<List<String>> values = filled(lab, from, refused);
            assertThatThrownBy(() -> lab.deploy(model(refused)))
                    .isInstanceOfSatisfying(
                            PlinthException.class,
                            e ->
                                    assertThat(e.problems())
                                            .hasSize(refused.size())
                                            .allMatch(p -> p.code().equals("D203")));
            assertThat(lab.rows("SELECT \"id\" FROM \"values\""))
                    .hasSize(values.stream().mapToInt(List::size).sum());
            lab.execute("DROP TABLE \"values\"");
        }
    }

    private static void put(Lab lab, ColumnType from, List<List<String>> values)
            throws SQLException {
        Types types = lab.dialect().types();
        Names names = lab.dialect().names();
        try (Connection connection = lab.connect()) {
            for (int i = 0; i < values.size(); i++) {
                for (String value : values.get(i)) {
                    String sql =
                            "INSERT INTO %s (%s) VALUES (%s)"
                                    .formatted(
                                            names.quote("values"),
                                            names.quote("c" + i),
                                            types.placeholder(from));
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        types.bind(insert, 1, from, from.parse(value));
                        insert.executeUpdate();
                    }
                }
            }
        }
    }

    /** What the new type keeps of a value is in it; what it need not keep is not looked at. */
    private static void same(
            List<String> before, List<String> then, ColumnType from, ColumnType to) {
        if (TypeChange.risk(from, to) == Risk.LOSSY) {
            assertThat(then).hasSameSizeAs(before);
            return;
        }
        // Where the new type has more than one text for the value, the old one tells if it is that.
        boolean wider = isText(to) || to instanceof JsonType || from instanceof FloatType;
        ColumnType compared = wider ? from : to;
        assertThat(spelled(compared, then))
                .as(from.text() + " to " + to.text())
                .isEqualTo(
                        spelled(
                                compared,
                                before.stream()
                                        .map(v -> from.parse(v))
                                        .map(v -> to.format(Conversion.of(v, from, to)))
                                        .toList()));
    }

    private static List<String> spelled(ColumnType type, List<String> texts) {
        return texts.stream()
                .map(t -> type.format(type.parse(t)))
                .map(t -> type.equals(FloatType.SINGLE) ? Float.toString(Float.parseFloat(t)) : t)
                .map(t -> type instanceof JsonType ? t.replaceAll("([,:]) ", "$1") : t)
                .sorted()
                .toList();
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof LongTextType;
    }

    private static List<String> fitting(ColumnType from, ColumnType to) {
        return Values.samples(from).stream()
                .map(text -> from.format(from.parse(text)))
                .filter(text -> fits(text, from, to))
                .toList();
    }

    private static boolean fits(String text, ColumnType from, ColumnType to) {
        try {
            Conversion.of(from.parse(text), from, to);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static Model model(List<ColumnType> types) {
        List<Column> columns = new ArrayList<>();
        columns.add(
                Column.of("id", "id", IntegerType.BIG)
                        .withRequired(true)
                        .withIdentity(Identity.BY_DEFAULT));
        for (int i = 0; i < types.size(); i++) {
            columns.add(Column.of("c" + i, "c" + i, types.get(i)));
        }
        Table table = Table.of("values", "values", columns);
        return Model.empty()
                .withTables(List.of(table.withPrimaryKey(new PrimaryKey("", List.of("id")))));
    }
}
