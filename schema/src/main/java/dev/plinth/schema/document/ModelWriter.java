package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ChoiceType;

import org.jspecify.annotations.Nullable;

/** Says the elements of a model as trees. */
final class ModelWriter {
    private final Spelling spelling;
    private final TablePartWriter parts;

    ModelWriter(Spelling spelling) {
        this.spelling = spelling;
        this.parts = new TablePartWriter(spelling);
    }

    Tree.Mapping table(Table table) {
        MappingBuilder tree = head(table.name(), table.id(), table.label(), table.comment());
        tree.list("columns", table.columns().stream().map(this::column).toList());
        parts.write(table, tree);
        return tree.build(Style.BLOCK);
    }

    Tree.Mapping view(View view) {
        return head(view.name(), view.id(), view.label(), view.comment())
                .always("query", view.query())
                .list("columns", view.columns().stream().map(this::column).toList())
                .build(Style.BLOCK);
    }

    Tree.Mapping choice(Choice choice) {
        return mapping()
                .always("name", choice.name())
                .always("id", choice.id())
                .list("options", choice.options().stream().map(this::option).toList())
                .build(Style.BLOCK);
    }

    static Tree.Mapping need(Need need) {
        return new MappingBuilder(false)
                .always("name", need.name())
                .always("sql", need.sql())
                .build(Style.BLOCK);
    }

    private MappingBuilder head(TableName name, String id, String label, String comment) {
        return mapping()
                .always("name", name.name())
                .always("id", id)
                .text("schema", name.schema())
                .text("label", label)
                .text("comment", comment);
    }

    private Tree option(Choice.Option option) {
        boolean plain = option.label().isEmpty() && option.color().isEmpty();
        return plain && !spelling.full()
                ? MappingBuilder.text(option.value())
                : mapping()
                        .always("value", option.value())
                        .text("label", option.label())
                        .text("color", option.color())
                        .build(Style.FLOW);
    }

    private Tree.Mapping column(Column column) {
        String type =
                column.type() instanceof ChoiceType choice
                        ? "choice(" + spelling.choice(choice.choice()) + ")"
                        : column.type().text();
        return mapping()
                .always("name", column.name())
                .always("id", column.id())
                .text("label", column.label())
                .always("type", type)
                .flag("required", column.required(), false)
                .tree("default", defaultValue(column.defaultValue()))
                .word("identity", column.identity(), null)
                .tree("generated", generated(column.generated()))
                .expression("backfill", column.backfill())
                .text("comment", column.comment())
                .build(Style.BLOCK);
    }

    private @Nullable Tree defaultValue(@Nullable Default value) {
        return switch (value) {
            case null -> null;
            case Default.Value constant when !spelling.full() ->
                    MappingBuilder.constant(constant.text());
            case Default.Value constant -> only("value", constant.text());
            case Default.Now now -> only("function", "now");
            case Default.NewUuid uuid -> only("function", "uuid");
            case Default.Sql sql -> only("sql", sql.text());
        };
    }

    private Tree only(String key, String text) {
        return mapping().always(key, text).build(Style.FLOW);
    }

    private @Nullable Tree generated(@Nullable Generated generated) {
        return generated == null
                ? null
                : mapping()
                        .inline(generated.expression())
                        .flag("stored", generated.stored(), true)
                        .build(Style.FLOW);
    }

    private MappingBuilder mapping() {
        return new MappingBuilder(spelling.full());
    }
}
