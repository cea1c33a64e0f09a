package dev.plinth.schema.proof;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.UuidType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done to whole tables. */
final class TableEdits {
    private TableEdits() {}

    static Model add(Model model, Pick pick) {
        return model.withTables(
                Models.plus(model.tables(), table(pick, pick.name(Models.taken(model)))));
    }

    private static Table table(Pick pick, String name) {
        List<Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        switch (pick.below(6)) {
            case 0 -> {}
            case 1 -> {
                columns.add(column(pick, "part", IntegerType.NORMAL));
                columns.add(column(pick, "area", new TextType(20)));
                key.addAll(List.of(columns.get(1).id(), columns.get(0).id()));
            }
            case 2 -> columns.add(column(pick, "id", new UuidType()));
            case 3 -> columns.add(column(pick, "id", IntegerType.NORMAL));
            default ->
                    columns.add(
                            column(pick, "id", IntegerType.BIG).withIdentity(Identity.BY_DEFAULT));
        }
        if (key.isEmpty() && !columns.isEmpty()) {
            key.add(columns.getFirst().id());
        }
        for (int i = pick.below(4); i >= 0; i--) {
            columns.add(ColumnEdits.column(pick, "c" + i, columnName(pick, columns)));
        }
        return Table.of(pick.id("table"), name, columns)
                .withPrimaryKey(
                        key.isEmpty()
                                ? null
                                : new PrimaryKey(pick.oneIn(4) ? name + "_k" : "", key));
    }

    private static String columnName(Pick pick, List<Column> columns) {
        return pick.name(Models.taken(Table.of("t", "t", columns)));
    }

    private static Column column(Pick pick, String name, dev.plinth.schema.type.ColumnType type) {
        return Column.of(pick.id(name), name, type).withRequired(true);
    }

    static Model drop(Model model, Pick pick) {
        return some(model, pick).map(t -> Models.without(model, t)).orElse(model);
    }

    static Model rename(Model model, Pick pick) {
        return some(model, pick)
                .map(
                        t ->
                                Models.with(
                                        model,
                                        t.withName(TableName.of(pick.name(Models.taken(model))))))
                .orElse(model);
    }

    static Model swap(Model model, Pick pick) {
        return rotated(model, pick, 2);
    }

    static Model rotate(Model model, Pick pick) {
        return rotated(model, pick, 3 + pick.below(3));
    }

    private static Model rotated(Model model, Pick pick, int count) {
        List<Table> some = pick.shuffled(model.tables(), Table::id);
        int many = Math.min(count, some.size());
        Model result = model;
        for (int i = 0; i < many; i++) {
            result = Models.with(result, some.get(i).withName(some.get((i + 1) % many).name()));
        }
        return result;
    }

    /** One table goes and another gets its name, an old one or a new one. */
    static Model replace(Model model, Pick pick) {
        List<Table> some = pick.shuffled(model.tables(), Table::id);
        if (some.isEmpty()) {
            return model;
        }
        Table gone = some.getFirst();
        Model less = Models.without(model, gone);
        return some.size() > 1 && pick.oneIn(2)
                ? Models.with(
                        less, less.table(some.get(1).id()).orElseThrow().withName(gone.name()))
                : less.withTables(Models.plus(less.tables(), table(pick, gone.name().name())));
    }

    static Model comment(Model model, Pick pick) {
        return some(model, pick)
                .map(t -> Models.with(model, t.withComment(pick.comment())))
                .orElse(model);
    }

    static Optional<Table> some(Model model, Pick pick) {
        return pick.element(model.tables(), Table::id);
    }
}
