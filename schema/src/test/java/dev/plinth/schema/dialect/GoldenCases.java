package dev.plinth.schema.dialect;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
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
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** From one model to another, in groups that fill a page each. */
final class GoldenCases {
    private static final String T = "t";
    private static final TextType SHORT = new TextType(10);

    private final Dialect dialect;
    private final Samples samples;

    GoldenCases(Dialect dialect) {
        this.dialect = dialect;
        this.samples = new Samples(dialect);
    }

    record Case(String title, Model before, Model after) {}

    /** Why the database cannot hold what is asked for; found before anything is planned. */
    static List<Problem> refusals(Case each, Dialect dialect) {
        return PortabilityCheck.problems(each.after(), dialect).stream()
                .filter(Problem::isError)
                .toList();
    }

    static List<String> groups() {
        return List.of("tables", "relations", "columns", "types", "keys");
    }

    List<Case> of(String group) {
        return switch (group) {
            case "tables" -> tables();
            case "relations" -> relations();
            case "columns" -> columns();
            case "types" -> types();
            case "keys" -> keys();
            default -> throw new IllegalArgumentException(group);
        };
    }

    private List<Case> tables() {
        Table plain = table(SHORT);
        Model orders = samples.orders();
        return List.of(
                create("every type", Samples.model(samples.everyType())),
                create("defaults", Samples.model(samples.defaults())),
                create("strange names", Samples.model(samples.strangeNames())),
                create("comments", Samples.model(samples.commented())),
                create(
                        "keys, relations, checks, indexes, a computed column and a view",
                        orders.withViews(List.of(samples.view()))),
                change("rename", plain, plain.withName(TableName.of("renamed"))),
                change("comment", plain, plain.withComment("it's \\ new")),
                new Case(
                        "drop with a view",
                        orders.withViews(List.of(samples.view())),
                        Model.empty()));
    }

    private List<Case> relations() {
        List<Case> cases = new ArrayList<>();
        cases.add(create("in a circle", samples.circles()));
        for (Action action : Action.values()) {
            Table target = Samples.table("target");
            Table holder = Samples.table(T, Samples.column(T, "a", IntegerType.BIG));
            Table related =
                    holder.withRelations(
                            List.of(
                                    Samples.relation(
                                            T,
                                            "t_a",
                                            List.of("a"),
                                            "target",
                                            List.of("id"),
                                            action)));
            cases.add(
                    new Case(
                            "add with " + action,
                            Samples.model(target, holder),
                            Samples.model(target, related)));
            cases.add(
                    new Case(
                            "drop with " + action,
                            Samples.model(target, related),
                            Samples.model(target, holder)));
        }
        Table target = Samples.table("target");
        Table holder = Samples.table(T, Samples.column(T, "a", IntegerType.BIG));
        Relation relation =
                Samples.relation(T, "t_a", List.of("a"), "target", List.of("id"), Action.NO_ACTION);
        for (Deferral deferral : List.of(Deferral.IMMEDIATE, Deferral.DEFERRED)) {
            cases.add(
                    new Case(
                            "becomes deferrable: " + deferral,
                            Samples.model(target, holder.withRelations(List.of(relation))),
                            Samples.model(
                                    target,
                                    holder.withRelations(
                                            List.of(relation.withDeferral(deferral))))));
        }
        return cases;
    }

    private List<Case> columns() {
        Table plain = table(SHORT);
        Column b = Samples.column(T, "b", IntegerType.NORMAL);
        Column computed =
                b.withGenerated(
                        new Generated(
                                Expression.sql(dialect.queries().length(samples.quote("a"))),
                                dialect.can(Capability.GENERATED_STORED)));
        Column otherwise =
                b.withGenerated(
                        new Generated(
                                Expression.sql(
                                        dialect.queries().length(samples.quote("a")) + " + 1"),
                                dialect.can(Capability.GENERATED_STORED)));
        Index ofComputed = Samples.index(T, "t_b", false, Part.column("t.b"));
        return List.of(
                change("add", plain, plus(plain, b)),
                change("add, required", plain, plus(plain, b.withRequired(true))),
                change(
                        "add, required, with a default",
                        plain,
                        plus(plain, b.withRequired(true).withDefault(new Default.Value("7")))),
                change(
                        "add, required, filled from others",
                        plain,
                        plus(plain, b.withRequired(true).withBackfill(Expression.sql("1 + 1")))),
                change(
                        "add a new UUID",
                        plain,
                        plus(plain, b.withType(new UuidType()).withDefault(new Default.NewUuid()))),
                change(
                        "add the moment",
                        plain,
                        plus(
                                plain,
                                b.withType(new ZonedTimestampType(6))
                                        .withDefault(new Default.Now())
                                        .withComment("when"))),
                change("add a computed one", plain, plus(plain, computed)),
                change("rename", plain, with(plain, c -> c.withName("it's"))),
                change("drop", plus(plain, b), plain),
                change(
                        "drop with a default",
                        plus(plain, b.withDefault(new Default.Value("1"))),
                        plain),
                change("becomes required", plain, with(plain, c -> c.withRequired(true))),
                change("no longer required", with(plain, c -> c.withRequired(true)), plain),
                change(
                        "gets a default",
                        plain,
                        with(plain, c -> c.withDefault(new Default.Value("it's")))),
                change(
                        "gets another default",
                        with(plain, c -> c.withDefault(new Default.Value("x"))),
                        with(plain, c -> c.withDefault(new Default.Value("y")))),
                change(
                        "loses its default",
                        with(plain, c -> c.withDefault(new Default.Value("x"))),
                        plain),
                change("gets a comment", plain, with(plain, c -> c.withComment("it's"))),
                change("loses its comment", with(plain, c -> c.withComment("it's")), plain),
                change("becomes computed", plus(plain, b), plus(plain, computed)),
                change(
                        "a computed one of an index changes",
                        plus(plain, computed).withIndexes(List.of(ofComputed)),
                        plus(plain, otherwise).withIndexes(List.of(ofComputed))),
                change(
                        "another type for what one is computed from",
                        plus(plain, computed).withIndexes(List.of(ofComputed)),
                        plus(with(plain, c -> c.withType(new TextType(99))), computed)
                                .withIndexes(List.of(ofComputed))),
                change("no longer computed", plus(plain, computed), plus(plain, b)),
                change(
                        "all at once",
                        plain,
                        with(
                                plain,
                                c ->
                                        c.withName("z")
                                                .withType(new TextType(99))
                                                .withRequired(true)
                                                .withDefault(new Default.Value("z"))
                                                .withComment("z"))));
    }

    private List<Case> types() {
        List<List<ColumnType>> pairs =
                List.of(
                        List.of(SHORT, new TextType(200)),
                        List.of(SHORT, new LongTextType()),
                        List.of(new LongTextType(), SHORT),
                        List.of(IntegerType.NORMAL, IntegerType.BIG),
                        List.of(IntegerType.NORMAL, new DecimalType(12, 2)),
                        List.of(SHORT, IntegerType.NORMAL),
                        List.of(IntegerType.NORMAL, SHORT),
                        List.of(SHORT, new BooleanType()),
                        List.of(new BooleanType(), SHORT),
                        List.of(new TextType(36), new UuidType()),
                        List.of(new UuidType(), new TextType(36)),
                        List.of(new LongTextType(), new JsonType()),
                        List.of(new ZonedTimestampType(6), new ZonedTimestampType(3)));
        return pairs.stream()
                .map(
                        p ->
                                change(
                                        p.getFirst().text() + " becomes " + p.getLast().text(),
                                        table(p.getFirst()),
                                        table(p.getLast())))
                .toList();
    }

    private List<Case> keys() {
        Table plain = table(SHORT);
        Table required = with(plain, c -> c.withRequired(true));
        Table keyless =
                required.withPrimaryKey(null)
                        .withColumns(
                                required.columns().stream()
                                        .map(c -> c.withIdentity(null))
                                        .toList());
        UniqueKey unique = new UniqueKey("t.u", "t_u", List.of("t.a"), true);
        Table pair = plus(plain, Samples.column(T, "b", IntegerType.NORMAL).withRequired(true));
        UniqueKey both = new UniqueKey("t.ab", "t_ab", List.of("t.a", "t.b"), true);
        UniqueKey strict = new UniqueKey("t.u", "t_u", List.of("t.a"), false);
        Index index =
                Samples.index(T, "t_i", false, Part.column("t.a"), new Part("t.id", "", true));
        Index uniqueIndex = Samples.index(T, "t_i", true, Part.column("t.a"));
        Index uniquePair = Samples.index(T, "t_i", true, Part.column("t.a"), Part.column("t.b"));
        Check check = new Check("t.c", "t_c", Expression.sql(samples.quote("a") + " <> 'x'"), "");
        return List.of(
                change(
                        "add a primary key",
                        keyless,
                        keyless.withPrimaryKey(new PrimaryKey("", List.of("t.id")))),
                change(
                        "drop a primary key",
                        keyless.withPrimaryKey(new PrimaryKey("", List.of("t.id"))),
                        keyless),
                change("add a numbered primary key", withoutId(), plain),
                change("add a unique key", plain, plain.withUniques(List.of(unique))),
                change(
                        "add a unique key of two columns, one optional",
                        pair,
                        pair.withUniques(List.of(both))),
                change("drop such a key", pair.withUniques(List.of(both)), pair),
                change(
                        "such a key's column is no longer optional",
                        pair.withUniques(List.of(both)),
                        with(pair, c -> c.withRequired(true)).withUniques(List.of(both))),
                change(
                        "add a unique key of a required column",
                        required,
                        required.withUniques(List.of(unique))),
                change(
                        "add a unique key where NULLs are equal",
                        plain,
                        plain.withUniques(List.of(strict))),
                change("drop a unique key", plain.withUniques(List.of(unique)), plain),
                change("add an index", plain, plain.withIndexes(List.of(index))),
                change("drop an index", plain.withIndexes(List.of(index)), plain),
                change("add a unique index", plain, plain.withIndexes(List.of(uniqueIndex))),
                change(
                        "add a unique index of two columns, one optional",
                        pair,
                        pair.withIndexes(List.of(uniquePair))),
                change("drop such an index", pair.withIndexes(List.of(uniquePair)), pair),
                change(
                        "add a unique key that is checked at the end",
                        plain,
                        plain.withUniques(List.of(unique.withDeferral(Deferral.DEFERRED)))),
                change(
                        "an index includes a column",
                        pair.withIndexes(List.of(index)),
                        pair.withIndexes(List.of(index.withIncluded(List.of("t.b"))))),
                change("drop a unique index", plain.withIndexes(List.of(uniqueIndex)), plain),
                change("add a check", plain, plain.withChecks(List.of(check))),
                change("drop a check", plain.withChecks(List.of(check)), plain),
                change(
                        "a key's column gets another type",
                        plain.withUniques(List.of(unique)).withIndexes(List.of(index)),
                        with(plain, c -> c.withType(new TextType(99)))
                                .withUniques(List.of(unique))
                                .withIndexes(List.of(index))),
                change(
                        "numbers are given, then no longer",
                        plain,
                        plain.withColumns(
                                plain.columns().stream().map(c -> c.withIdentity(null)).toList())),
                change(
                        "numbers are no longer given, then are",
                        plain.withColumns(
                                plain.columns().stream().map(c -> c.withIdentity(null)).toList()),
                        plain.withColumns(
                                plain.columns().stream()
                                        .map(
                                                c ->
                                                        c.name().equals("id")
                                                                ? c.withIdentity(
                                                                        Identity.BY_DEFAULT)
                                                                : c)
                                        .toList())));
    }

    private static Table withoutId() {
        return Table.of(T, T, List.of(Samples.column(T, "a", SHORT)));
    }

    private static Table table(ColumnType type) {
        return Samples.table(T, Samples.column(T, "a", type));
    }

    private static Table with(Table table, UnaryOperator<Column> change) {
        return table.withColumns(
                table.columns().stream()
                        .map(c -> c.id().equals("t.a") ? change.apply(c) : c)
                        .toList());
    }

    private static Table plus(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    private static Case create(String title, Model model) {
        return new Case(title, Model.empty(), model);
    }

    private static Case change(String title, Table before, Table after) {
        return new Case(title, Samples.model(before), Samples.model(after));
    }
}
