package dev.plinth.schema.deploy;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.IntegerType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables that are deployed. */
final class DeployModels {
    private DeployModels() {}

    static Column column(String name, ColumnType type) {
        return Column.of(name, name, type);
    }

    static Column text(String name, int length) {
        return column(name, ColumnTypes.parse("text(" + length + ")").orElseThrow());
    }

    static Model people(Column... columns) {
        return new Model(List.of(table("people", columns)), List.of(), List.of());
    }

    static Table table(String name, Column... columns) {
        List<Column> all =
                Stream.concat(
                                Stream.of(column("id", IntegerType.NORMAL).withRequired(true)),
                                Stream.of(columns))
                        .collect(Collectors.toList());
        return Table.of(name, name, all).withPrimaryKey(new PrimaryKey("", List.of("id")));
    }

    static Relation relation(String id, String column, String target) {
        return new Relation(
                id,
                "",
                "",
                "",
                List.of(column),
                target,
                List.of("id"),
                Action.NO_ACTION,
                Action.NO_ACTION);
    }
}
