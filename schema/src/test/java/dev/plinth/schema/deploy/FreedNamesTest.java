package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A name that a table gives up is free at once for what shares one name space with tables. */
class FreedNamesTest {
    /** What makes something of a table that bears a name. */
    private static final Map<String, BiFunction<Table, String, Table>> TAKERS =
            Map.of(
                    "index",
                    (t, n) -> t.withIndexes(List.of(index(n))),
                    "unique",
                    (t, n) -> t.withUniques(List.of(unique(n))),
                    "check",
                    (t, n) -> t.withChecks(List.of(new Check("c", n, Expression.sql("1 = 1"), ""))),
                    "key",
                    (t, n) -> t.withPrimaryKey(new PrimaryKey(n, List.of("id"))),
                    "relation",
                    (t, n) -> t.withRelations(List.of(relation(t, n))));

    @ParameterizedTest
    @MethodSource("dev.plinth.testing.TestDatabases#selected")
    void areTakenAtOnce(TestDatabase product) throws SQLException {
        List<Table> before = new ArrayList<>();
        List<Table> after = new ArrayList<>();
        TAKERS.forEach(
                (kind, taker) -> {
                    Table things = table(kind + "_things");
                    Table open = kind.equals("key") ? things.withPrimaryKey(null) : things;
                    before.addAll(List.of(open, table(kind), table(kind + "_moved")));
                    after.add(taker.apply(open, kind));
                    after.add(table(kind + "_moved").withName(TableName.of(kind + "_new")));
                    if (!kind.equals("key")) {
                        after.add(taker.apply(table(kind + "_made"), kind + "_moved"));
                    }
                });
        try (Lab lab = Lab.on(product)) {
            String usual = lab.dialect().names().primaryKey(TableName.of("late"));
            Table named = table("named").withName(TableName.of(usual));
            before.add(named);
            after.addAll(List.of(named, table("late")));
            for (List<Table> tables : List.of(before, after, before)) {
                Model model = new Model(tables, List.of(), List.of());
                lab.deploy(model);
                assertThat(lab.titles(model)).isEmpty();
            }
        }
    }

    private static Table table(String name) {
        return Warehouse.table(name, Warehouse.column("code", "integer"));
    }

    private static Index index(String name) {
        return new Index("i", name, List.of(Index.Part.column("code")), false, null, "");
    }

    private static UniqueKey unique(String name) {
        return new UniqueKey("u", name, List.of("code"), true);
    }

    private static Relation relation(Table table, String name) {
        return new Relation(
                "r",
                name,
                "",
                "",
                List.of("code"),
                table.id(),
                List.of("id"),
                Relation.Action.NO_ACTION,
                Relation.Action.NO_ACTION);
    }
}
