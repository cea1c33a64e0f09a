package dev.plinth.schema.dialect;

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
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Models that the contract is tried on. The id of an element is its name, with its table's before.
 */
final class Samples {
    private final Dialect dialect;

    Samples(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Every type once. */
    static final List<ColumnType> TYPES =
            List.of(
                    new TextType(40),
                    new LongTextType(),
                    IntegerType.SMALL,
                    IntegerType.NORMAL,
                    IntegerType.BIG,
                    new DecimalType(12, 2),
                    new DecimalType(30, 10),
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

    static Column column(String table, String name, ColumnType type) {
        return Column.of(table + "." + name, name, type);
    }

    static Column id(String table) {
        return column(table, "id", IntegerType.BIG)
                .withRequired(true)
                .withIdentity(Identity.BY_DEFAULT);
    }

    /** A table with a numbered key {@code id}. */
    static Table table(String name, Column... others) {
        List<Column> columns = new ArrayList<>();
        columns.add(id(name));
        columns.addAll(List.of(others));
        return Table.of(name, name, columns)
                .withPrimaryKey(new PrimaryKey("", List.of(name + ".id")));
    }

    static Relation relation(
            String table,
            String name,
            List<String> columns,
            String target,
            List<String> targetColumns,
            Action onDelete) {
        return new Relation(
                table + "." + name,
                name,
                "",
                "",
                columns.stream().map(c -> table + "." + c).toList(),
                target,
                targetColumns.stream().map(c -> target + "." + c).toList(),
                onDelete,
                Action.NO_ACTION);
    }

    static Index index(String table, String name, boolean unique, Part... parts) {
        return new Index(table + "." + name, name, List.of(parts), unique, null, "");
    }

    static Model model(Table... tables) {
        return new Model(List.of(tables), List.of(), List.of());
    }

    /** A decimal that the database cannot hold is refused by the check of the model. */
    private boolean fits(ColumnType type) {
        return !(type instanceof DecimalType decimal)
                || decimal.precision() <= dialect.limits().decimalDigits();
    }

    String quote(String name) {
        return dialect.names().quote(name);
    }

    /** A column of each type. */
    Table everyType() {
        Column[] columns =
                IntStream.range(0, TYPES.size())
                        .filter(i -> fits(TYPES.get(i)))
                        .mapToObj(i -> column("every_type", "c" + i, TYPES.get(i)))
                        .toArray(Column[]::new);
        return table("every_type", columns);
    }

    Table defaults() {
        String t = "defaults";
        return table(
                t,
                fallback(t, "a_text", new TextType(40), new Default.Value("it's ü \"x\" \\ 100%")),
                fallback(t, "a_small", IntegerType.SMALL, new Default.Value("-3")),
                fallback(t, "a_big", IntegerType.BIG, new Default.Value("9223372036854775807")),
                fallback(t, "a_decimal", new DecimalType(12, 2), new Default.Value("1.5")),
                fallback(t, "a_double", FloatType.DOUBLE, new Default.Value("2.5")),
                fallback(t, "a_true", new BooleanType(), new Default.Value("true")),
                fallback(t, "a_date", new DateType(), new Default.Value("2024-02-29")),
                fallback(t, "a_time", new TimeType(0), new Default.Value("13:45:00")),
                fallback(
                        t,
                        "a_timestamp",
                        new TimestampType(6),
                        new Default.Value(
                                dialect.limits().secondDigitsKept() < 6
                                        ? "2024-02-29T13:45:00.1234"
                                        : "2024-02-29T13:45:00.123456")),
                fallback(
                        t,
                        "an_instant",
                        new ZonedTimestampType(6),
                        new Default.Value("2024-02-29T13:45:00+00:00")),
                fallback(
                        t,
                        "a_uuid",
                        new UuidType(),
                        new Default.Value("0190f5fb-1c3f-7b0a-8f9b-0123456789ab")),
                fallback(t, "a_new_uuid", new UuidType(), new Default.NewUuid()),
                fallback(t, "a_now", new TimestampType(6), new Default.Now()),
                fallback(t, "an_instant_now", new ZonedTimestampType(6), new Default.Now()),
                fallback(t, "a_today", new DateType(), new Default.Now()));
    }

    private static Column fallback(
            String table, String name, ColumnType type, @Nullable Default value) {
        return column(table, name, type).withRequired(true).withDefault(value);
    }

    /** Names that must be quoted, with every kind of quote in them. */
    Table strangeNames() {
        String t = "select";
        Table table =
                table(
                        t,
                        column(t, "from", new TextType(20)),
                        column(t, "Größe in m²", new DecimalType(5, 2)),
                        column(t, "a\"b", IntegerType.NORMAL),
                        column(t, "a`b", IntegerType.NORMAL),
                        column(t, "a[b]c", IntegerType.NORMAL),
                        column(t, "it's", IntegerType.NORMAL),
                        column(t, "UPPER", IntegerType.NORMAL),
                        column(t, "back\\slash", IntegerType.NORMAL),
                        column(t, "{b}?", IntegerType.NORMAL));
        return table.withUniques(
                        List.of(
                                new UniqueKey(
                                        "select.unique",
                                        "un'ique \"ü\"",
                                        List.of("select.a\"b"),
                                        true)))
                .withIndexes(List.of(index(t, "where", false, Part.column("select.from"))))
                .withChecks(
                        List.of(
                                new Check(
                                        "select.check",
                                        "or \"der\"",
                                        Expression.sql(quote("Größe in m²") + " > 0"),
                                        "")));
    }

    /** Keys of two columns, a relation between them, and one of each other element. */
    Model orders() {
        Table orders =
                Table.of(
                                "orders",
                                "orders",
                                List.of(
                                        column("orders", "region", new TextType(10)),
                                        column("orders", "number", IntegerType.NORMAL),
                                        column("orders", "note", new LongTextType())))
                        .withPrimaryKey(
                                new PrimaryKey("", List.of("orders.region", "orders.number")));
        Table lines =
                table(
                        "lines",
                        column("lines", "region", new TextType(10)),
                        column("lines", "number", IntegerType.NORMAL),
                        column("lines", "price", new DecimalType(12, 2)).withRequired(true),
                        column("lines", "quantity", IntegerType.NORMAL).withRequired(true),
                        total());
        return model(
                orders,
                lines.withRelations(
                                List.of(
                                        relation(
                                                "lines",
                                                "lines_orders",
                                                List.of("region", "number"),
                                                "orders",
                                                List.of("region", "number"),
                                                Action.CASCADE)))
                        .withUniques(
                                List.of(
                                        new UniqueKey(
                                                "lines.unique",
                                                "lines_unique",
                                                List.of("lines.price", "lines.quantity"),
                                                true)))
                        .withChecks(
                                List.of(
                                        new Check(
                                                "lines.check",
                                                "lines_positive",
                                                Expression.sql(
                                                        quote("quantity")
                                                                + " > 0 AND "
                                                                + quote("price")
                                                                + " IN (1, 2, 3)"),
                                                "")))
                        .withIndexes(
                                List.of(
                                        index(
                                                "lines",
                                                "lines_region",
                                                false,
                                                Part.column("lines.region"),
                                                Part.column("lines.quantity")),
                                        index(
                                                "lines",
                                                "lines_quantity",
                                                true,
                                                Part.column("lines.quantity"),
                                                Part.column("lines.id")))));
    }

    private Column total() {
        DecimalType total = new DecimalType(Math.min(24, dialect.limits().decimalDigits()), 2);
        return column("lines", "total", total)
                .withGenerated(
                        new Generated(
                                Expression.sql(
                                        "CAST("
                                                + quote("price")
                                                + " * "
                                                + quote("quantity")
                                                + " AS "
                                                + dialect.types().sql(total)
                                                + ")"),
                                dialect.can(Capability.GENERATED_STORED)));
    }

    /** A table that points to itself, and two that point to each other. */
    Model circles() {
        Table node = table("node", column("node", "parent", IntegerType.BIG));
        Table hen = table("hen", column("hen", "egg", IntegerType.BIG));
        Table egg = table("egg", column("egg", "hen", IntegerType.BIG));
        return model(
                node.withRelations(
                        List.of(
                                relation(
                                        "node",
                                        "node_parent",
                                        List.of("parent"),
                                        "node",
                                        List.of("id"),
                                        Action.NO_ACTION))),
                hen.withRelations(
                        List.of(
                                relation(
                                        "hen",
                                        "hen_egg",
                                        List.of("egg"),
                                        "egg",
                                        List.of("id"),
                                        dialect.limits().unlikePaths()
                                                        || !dialect.limits().deletingCircles()
                                                ? Action.SET_NULL
                                                : Action.CASCADE))),
                egg.withRelations(
                        List.of(
                                relation(
                                        "egg",
                                        "egg_hen",
                                        List.of("hen"),
                                        "hen",
                                        List.of("id"),
                                        dialect.limits().deletingCircles()
                                                ? Action.CASCADE
                                                : Action.SET_NULL))));
    }

    Table commented() {
        Table table =
                table(
                        "commented",
                        column("commented", "a", IntegerType.NORMAL)
                                .withComment("it's \"a\" ü \\ comment"));
        return new Table(
                table.id(),
                table.name(),
                "",
                "of the\ntable's",
                table.columns(),
                table.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    View view() {
        return new View(
                "big_lines",
                TableName.of("big_lines"),
                "",
                List.of(),
                "SELECT "
                        + quote("id")
                        + ", "
                        + quote("price")
                        + " FROM "
                        + quote("lines")
                        + " WHERE "
                        + quote("quantity")
                        + " > 10",
                "");
    }
}
