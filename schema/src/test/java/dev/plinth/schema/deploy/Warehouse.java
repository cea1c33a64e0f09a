package dev.plinth.schema.deploy;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.IntegerType;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A model before and after a change that has something of everything, with rows. */
final class Warehouse {
    private Warehouse() {}

    static Model before() {
        Table parts =
                table(
                                "parts",
                                column("code", "text(20)").withRequired(true),
                                column("first", "text(20)"),
                                column("last", "text(20)"),
                                column("note", "text(40)"),
                                column("amount", "text(10)"))
                        .withUniques(
                                List.of(
                                        new UniqueKey(
                                                "u1", "parts_code_key", List.of("code"), true)));
        Table shelves =
                table("shelves", column("part", "integer"))
                        .withIndexes(List.of(index("shelves_part_idx", "part")))
                        .withRelations(List.of(relation("part", "parts")));
        return new Model(List.of(parts, shelves), List.of(), List.of());
    }

    /** Swaps two names, renames a table, drops a column and a table, retypes, adds, fills. */
    static Model after() {
        Table parts = before().tables().getFirst();
        Table items =
                parts.withName(TableName.of("items"))
                        .withColumns(
                                List.of(
                                        key(),
                                        column("code", "text(30)").withRequired(true),
                                        column("first", "text(20)").withName("last"),
                                        column("last", "text(20)").withName("first"),
                                        column("amount", "integer"),
                                        column("grade", "integer")
                                                .withRequired(true)
                                                .withDefault(new Default.Value("3")),
                                        column("place", "text(20)")
                                                .withBackfill(Expression.sql("'here'"))));
        Table bins =
                table("bins", column("part", "integer"))
                        .withIndexes(List.of(index("bins_part_idx", "part")))
                        .withRelations(List.of(relation("part", "parts")));
        return new Model(List.of(items, bins), List.of(), List.of());
    }

    static void fill(Lab lab) throws SQLException {
        lab.execute(
                "INSERT INTO \"parts\" (\"id\", \"code\", \"first\", \"last\", \"note\","
                        + " \"amount\") VALUES (1, 'a', 'Ada', 'Lovelace', 'kind', '7')",
                "INSERT INTO \"parts\" (\"id\", \"code\", \"first\", \"last\", \"note\","
                        + " \"amount\") VALUES (2, 'b', 'Bob', NULL, NULL, '-1')",
                "INSERT INTO \"shelves\" (\"id\", \"part\") VALUES (10, 1)",
                "INSERT INTO \"shelves\" (\"id\", \"part\") VALUES (11, 2)");
    }

    static final String BEFORE =
            "SELECT \"id\", \"code\", \"first\", \"last\", \"note\", \"amount\" FROM \"parts\""
                    + " ORDER BY \"id\"";
    static final String SHELVES = "SELECT \"id\", \"part\" FROM \"shelves\" ORDER BY \"id\"";
    static final String AFTER =
            "SELECT \"id\", \"code\", \"first\", \"last\", \"amount\", \"grade\","
                    + " \"place\" FROM \"items\""
                    + " ORDER BY \"id\"";

    static final List<String> ROWS_BEFORE =
            List.of("1,a,Ada,Lovelace,kind,7", "2,b,Bob,null,null,-1");
    static final List<String> ROWS_SHELVES = List.of("10,1", "11,2");
    static final List<String> ROWS_AFTER =
            List.of("1,a,Lovelace,Ada,7,3,here", "2,b,null,Bob,-1,3,here");

    static Table table(String name, Column... columns) {
        List<Column> all = Stream.concat(Stream.of(key()), Stream.of(columns)).toList();
        return Table.of(name, name, all).withPrimaryKey(new PrimaryKey("", List.of("id")));
    }

    private static Column key() {
        return Column.of("id", "id", IntegerType.NORMAL).withRequired(true);
    }

    static Column column(String name, String type) {
        return Column.of(name, name, ColumnTypes.parse(type).orElseThrow());
    }

    static Index index(String name, String column) {
        return new Index(name, name, List.of(Index.Part.column(column)), false, null, "");
    }

    static Relation relation(String column, String target) {
        return new Relation(
                "r_" + column,
                "",
                "",
                "",
                List.of(column),
                target,
                List.of("id"),
                Relation.Action.NO_ACTION,
                Relation.Action.NO_ACTION);
    }
}
