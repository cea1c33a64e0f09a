package dev.plinth.app.project;

import dev.plinth.app.store.MetaStore;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.TriggerAction;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns elements of a model into rows of the meta tables, and writes them all at once. */
final class ElementWriter {
    private final String project;
    private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

    ElementWriter(String project) {
        this.project = project;
        // In the order in which they refer to each other.
        ElementTables.ALL.forEach(table -> rows.put(table, new ArrayList<>()));
    }

    void write(MetaStore store) {
        rows.forEach(store::insert);
    }

    void add(Table table, int position) {
        put(
                "meta_tables",
                row().with("id", table.id())
                        .with("position", position)
                        .with("schema_name", table.name().schema())
                        .with("name", table.name().name())
                        .with("label", table.label())
                        .with("comment", table.comment()));
        columns(table.id(), table.columns());
        keys(table);
        for (int i = 0; i < table.indexes().size(); i++) {
            index(table, table.indexes().get(i), i);
        }
        for (int i = 0; i < table.checks().size(); i++) {
            Check check = table.checks().get(i);
            put(
                    "meta_checks",
                    part(table, check.id(), i)
                            .with("name", check.name())
                            .expression("", check.expression())
                            .with("message", check.message()));
        }
        for (int i = 0; i < table.relations().size(); i++) {
            relation(table, table.relations().get(i), i);
        }
        for (int i = 0; i < table.triggers().size(); i++) {
            trigger(table, table.triggers().get(i), i);
        }
    }

    void add(View view, int position) {
        put(
                "meta_views",
                row().with("id", view.id())
                        .with("position", position)
                        .with("schema_name", view.name().schema())
                        .with("name", view.name().name())
                        .with("label", view.label())
                        .with("comment", view.comment())
                        .with("query", view.query()));
        columns(view.id(), view.columns());
    }

    void add(Choice choice, int position) {
        put(
                "meta_choices",
                row().with("id", choice.id())
                        .with("position", position)
                        .with("name", choice.name()));
        for (int i = 0; i < choice.options().size(); i++) {
            Choice.Option option = choice.options().get(i);
            put(
                    "meta_choice_options",
                    row().with("choice_id", choice.id())
                            .with("position", i)
                            .with("value", option.value())
                            .with("label", option.label())
                            .with("color", option.color()));
        }
    }

    void add(Element.OfOrigin element, int position) {
        put(
                "meta_origins",
                row().with("id", element.id())
                        .with("position", position)
                        .with("dialect", element.origin().dialect()));
        List<Need> needs = element.origin().needs();
        for (int i = 0; i < needs.size(); i++) {
            put(
                    "meta_needs",
                    row().with("origin_id", element.id())
                            .with("position", i)
                            .with("name", needs.get(i).name())
                            .with("statement", needs.get(i).sql()));
        }
    }

    private void columns(String owner, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Generated generated = column.generated();
            put(
                    "meta_columns",
                    row().with("id", column.id())
                            .with("owner", owner)
                            .with("position", i)
                            .with("name", column.name())
                            .with("label", column.label())
                            .with("type", column.type().text())
                            .with("required", column.required())
                            .with("default_kind", defaultKind(column.defaultValue()))
                            .with("default_value", defaultText(column.defaultValue()))
                            .with(
                                    "identity_kind",
                                    column.identity() == null ? null : Row.word(column.identity()))
                            .expression(
                                    "generated_", generated == null ? null : generated.expression())
                            .with("generated_stored", generated == null ? null : generated.stored())
                            .expression("backfill_", column.backfill())
                            .with("comment", column.comment()));
        }
    }

    private void keys(Table table) {
        int position = 0;
        if (table.primaryKey() != null) {
            key(
                    table,
                    table.id(),
                    "primary",
                    position++,
                    table.primaryKey().name(),
                    true,
                    Deferral.NONE,
                    table.primaryKey().columns());
        }
        for (UniqueKey key : table.uniques()) {
            key(
                    table,
                    key.id(),
                    "unique",
                    position++,
                    key.name(),
                    key.nullsDistinct(),
                    key.deferral(),
                    key.columns());
        }
    }

    private void key(
            Table table,
            String id,
            String kind,
            int position,
            String name,
            boolean nullsDistinct,
            Deferral deferral,
            List<String> columns) {
        put(
                "meta_keys",
                part(table, id, position)
                        .with("kind", kind)
                        .with("name", name)
                        .with("nulls_distinct", nullsDistinct)
                        .with("deferral", Row.word(deferral)));
        for (int i = 0; i < columns.size(); i++) {
            put(
                    "meta_key_columns",
                    row().with("key_id", id).with("position", i).with("column_id", columns.get(i)));
        }
    }

    private void index(Table table, Index index, int position) {
        put(
                "meta_indexes",
                part(table, index.id(), position)
                        .with("name", index.name())
                        .with("is_unique", index.unique())
                        .with("method", index.method())
                        .expression("where_", index.where()));
        int place = 0;
        for (Index.Part part : index.parts()) {
            indexPart(index, place++, part, false);
        }
        for (String column : index.included()) {
            indexPart(index, place++, Index.Part.column(column), true);
        }
    }

    private void indexPart(Index index, int position, Index.Part part, boolean included) {
        put(
                "meta_index_parts",
                row().with("index_id", index.id())
                        .with("position", position)
                        .with("column_id", part.column())
                        .with("expression", part.expression())
                        .with("descending", part.descending())
                        .with("included", included));
    }

    private void relation(Table table, Relation relation, int position) {
        put(
                "meta_relations",
                part(table, relation.id(), position)
                        .with("name", relation.name())
                        .with("label", relation.label())
                        .with("inverse_label", relation.inverseLabel())
                        .with("target", relation.target())
                        .with("on_delete", Row.word(relation.onDelete()))
                        .with("on_update", Row.word(relation.onUpdate()))
                        .with("deferral", Row.word(relation.deferral())));
        int pairs = Math.max(relation.columns().size(), relation.targetColumns().size());
        for (int i = 0; i < pairs; i++) {
            put(
                    "meta_relation_columns",
                    row().with("relation_id", relation.id())
                            .with("position", i)
                            .with("column_id", at(relation.columns(), i))
                            .with("target_column_id", at(relation.targetColumns(), i)));
        }
    }

    private void trigger(Table table, Trigger trigger, int position) {
        Row row =
                part(table, trigger.id(), position)
                        .with("name", trigger.name())
                        .with("events", ElementTables.events(trigger.events()))
                        .expression("when_", trigger.when());
        TriggerAction action = trigger.action();
        put(
                "meta_triggers",
                switch (action) {
                    case TriggerAction.SetColumn set ->
                            row.with("action", ElementTables.SET_COLUMN)
                                    .with("action_column", set.column())
                                    .with("action_table", null)
                                    .with("action_url", null)
                                    .expression("value_", set.value());
                    case TriggerAction.InsertRow insert ->
                            row.with("action", ElementTables.INSERT_ROW)
                                    .with("action_column", null)
                                    .with("action_table", insert.table())
                                    .with("action_url", null)
                                    .expression("value_", null);
                    case TriggerAction.CallUrl call ->
                            row.with("action", ElementTables.CALL_URL)
                                    .with("action_column", null)
                                    .with("action_table", null)
                                    .with("action_url", call.url())
                                    .expression("value_", null);
                    case TriggerAction.Publish() ->
                            row.with("action", ElementTables.PUBLISH)
                                    .with("action_column", null)
                                    .with("action_table", null)
                                    .with("action_url", null)
                                    .expression("value_", null);
                });
        if (action instanceof TriggerAction.InsertRow insert) {
            for (int i = 0; i < insert.values().size(); i++) {
                Trigger.Assignment assignment = insert.values().get(i);
                put(
                        "meta_trigger_values",
                        row().with("trigger_id", trigger.id())
                                .with("position", i)
                                .with("column_id", assignment.column())
                                .expression("", assignment.value()));
            }
        }
    }

    private static @Nullable String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static @Nullable String defaultKind(@Nullable Default value) {
        return switch (value) {
            case null -> null;
            case Default.Value constant -> "value";
            case Default.Now now -> "now";
            case Default.NewUuid uuid -> "uuid";
            case Default.Sql sql -> "sql";
        };
    }

    private static @Nullable String defaultText(@Nullable Default value) {
        return switch (value) {
            case null -> null;
            case Default.Value constant -> constant.text();
            case Default.Now now -> null;
            case Default.NewUuid uuid -> null;
            case Default.Sql sql -> sql.text();
        };
    }

    private Row row() {
        return new Row(project);
    }

    private Row part(Table table, String id, int position) {
        return row().with("id", id).with("owner", table.id()).with("position", position);
    }

    private void put(String table, Row row) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row.values());
    }
}
