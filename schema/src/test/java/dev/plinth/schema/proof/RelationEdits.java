package dev.plinth.schema.proof;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;

/** What can be done to relations. */
final class RelationEdits {
    private RelationEdits() {}

    /** With columns of its own, to another table or the same. */
    static Model add(Model model, Pick pick) {
        List<Table> keyed = model.tables().stream().filter(t -> !t.keyColumns().isEmpty()).toList();
        if (keyed.isEmpty()) {
            return model;
        }
        Table table = TableEdits.some(model, pick).orElseThrow();
        Table target = keyed.get(pick.below(keyed.size()));
        List<Column> columns = new ArrayList<>(table.columns());
        List<String> from = new ArrayList<>();
        boolean required = pick.oneIn(4);
        for (String key : target.keyColumns()) {
            Table sofar = table.withColumns(columns);
            Column column =
                    Column.of(
                                    pick.id("c" + key),
                                    pick.name(Models.taken(sofar)),
                                    target.column(key).orElseThrow().type())
                            .withRequired(required);
            columns.add(column);
            from.add(column.id());
        }
        Relation relation =
                new Relation(
                        pick.id("r"),
                        KeyEdits.name(model, pick),
                        "",
                        "",
                        from,
                        target.id(),
                        target.keyColumns(),
                        onDelete(required, pick),
                        pick.oneIn(5) ? Action.CASCADE : Action.NO_ACTION);
        return Models.with(
                model,
                table.withColumns(columns).withRelations(Models.plus(table.relations(), relation)));
    }

    private static Action onDelete(boolean required, Pick pick) {
        return switch (pick.below(4)) {
            case 0 -> Action.CASCADE;
            case 1 -> required ? Action.RESTRICT : Action.SET_NULL;
            default -> Action.NO_ACTION;
        };
    }

    static Model change(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                Table::relations,
                Relation::id,
                (t, r) -> {
                    Relation changed = r.withActions(onDelete(true, pick), r.onUpdate());
                    return t.withRelations(Models.replaced(t.relations(), r, changed));
                });
    }

    static Model drop(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                Table::relations,
                Relation::id,
                (t, r) -> t.withRelations(Models.minus(t.relations(), r)));
    }
}
