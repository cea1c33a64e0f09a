package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.Event;
import dev.plinth.schema.model.Trigger.TriggerAction;
import dev.plinth.schema.model.UniqueKey;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** Says keys, indexes, checks, relations and triggers of a table as trees. */
final class TablePartWriter {
    private final Spelling spelling;

    TablePartWriter(Spelling spelling) {
        this.spelling = spelling;
    }

    void write(Table table, MappingBuilder tree) {
        tree.tree("primaryKey", primaryKey(table, table.primaryKey()))
                .list("uniques", all(table.uniques().stream().map(u -> unique(table, u))))
                .list("indexes", all(table.indexes().stream().map(i -> index(table, i))))
                .list("checks", all(table.checks().stream().map(this::check)))
                .list("relations", all(table.relations().stream().map(r -> relation(table, r))))
                .list("triggers", all(table.triggers().stream().map(t -> trigger(table, t))));
    }

    private static List<Tree.Mapping> all(Stream<Tree.Mapping> trees) {
        return trees.toList();
    }

    private @Nullable Tree primaryKey(Table table, @Nullable PrimaryKey key) {
        if (key == null) {
            return null;
        }
        Tree.Mapping tree =
                mapping()
                        .text("name", key.name())
                        .names("columns", columns(table.id(), key.columns()))
                        .build(Style.FLOW);
        return spelling.full() || !key.name().isEmpty() ? tree : tree.get("columns").orElseThrow();
    }

    private Tree.Mapping unique(Table table, UniqueKey key) {
        return mapping()
                .text("name", key.name())
                .always("id", key.id())
                .names("columns", columns(table.id(), key.columns()))
                .flag("nullsDistinct", key.nullsDistinct(), true)
                .word("deferral", key.deferral(), Deferral.NONE)
                .build(Style.BLOCK);
    }

    private Tree.Mapping index(Table table, Index index) {
        List<Tree> parts = index.parts().stream().map(p -> part(table, p)).toList();
        return mapping()
                .text("name", index.name())
                .always("id", index.id())
                .flag("unique", index.unique(), false)
                .list("parts", parts, Style.FLOW)
                .expression("where", index.where())
                .someNames("included", columns(table.id(), index.included()))
                .text("method", index.method())
                .build(Style.BLOCK);
    }

    private Tree part(Table table, Index.Part part) {
        String column = part.isColumn() ? spelling.column(table.id(), part.column()) : "";
        return part.isColumn()
                        && part.expression().isEmpty()
                        && !part.descending()
                        && !spelling.full()
                ? MappingBuilder.text(column)
                : mapping()
                        .text("column", column)
                        .text("expression", part.expression())
                        .flag("descending", part.descending(), false)
                        .build(Style.FLOW);
    }

    private Tree.Mapping check(Check check) {
        return mapping()
                .text("name", check.name())
                .always("id", check.id())
                .inline(check.expression())
                .text("message", check.message())
                .build(Style.BLOCK);
    }

    private Tree.Mapping relation(Table table, Relation relation) {
        return mapping()
                .text("name", relation.name())
                .always("id", relation.id())
                .text("label", relation.label())
                .text("inverseLabel", relation.inverseLabel())
                .names("columns", columns(table.id(), relation.columns()))
                .always("target", spelling.table(relation.target()))
                .names("targetColumns", columns(relation.target(), relation.targetColumns()))
                .word("onDelete", relation.onDelete(), Action.NO_ACTION)
                .word("onUpdate", relation.onUpdate(), Action.NO_ACTION)
                .word("deferral", relation.deferral(), Deferral.NONE)
                .build(Style.BLOCK);
    }

    private Tree.Mapping trigger(Table table, Trigger trigger) {
        return mapping()
                .text("name", trigger.name())
                .always("id", trigger.id())
                .names(
                        "events",
                        Stream.of(Event.values())
                                .filter(trigger.events()::contains)
                                .map(Words::of)
                                .toList())
                .expression("when", trigger.when())
                .tree("action", action(table, trigger.action()))
                .build(Style.BLOCK);
    }

    private Tree action(Table table, TriggerAction action) {
        return switch (action) {
            case TriggerAction.SetColumn set ->
                    mapping()
                            .always("kind", "setColumn")
                            .always("column", spelling.column(table.id(), set.column()))
                            .expression("value", set.value())
                            .build(Style.BLOCK);
            case TriggerAction.InsertRow insert ->
                    mapping()
                            .always("kind", "insertRow")
                            .always("table", spelling.table(insert.table()))
                            .list(
                                    "values",
                                    insert.values().stream()
                                            .map(v -> assignment(insert.table(), v))
                                            .toList())
                            .build(Style.BLOCK);
            case TriggerAction.CallUrl call ->
                    mapping()
                            .always("kind", "callUrl")
                            .always("url", call.url())
                            .build(Style.BLOCK);
            case TriggerAction.Publish() -> mapping().always("kind", "publish").build(Style.BLOCK);
        };
    }

    private Tree.Mapping assignment(String table, Trigger.Assignment assignment) {
        return mapping()
                .always("column", spelling.column(table, assignment.column()))
                .expression("value", assignment.value())
                .build(Style.FLOW);
    }

    private List<String> columns(String table, List<String> ids) {
        return ids.stream().map(id -> spelling.column(table, id)).toList();
    }

    private MappingBuilder mapping() {
        return new MappingBuilder(spelling.full());
    }
}
