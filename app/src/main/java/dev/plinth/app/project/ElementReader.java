package dev.plinth.app.project;

import dev.plinth.app.store.MetaStore;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.TriggerAction;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads the newest model of a project from the meta tables. */
final class ElementReader {
    private final MetaStore store;
    private final String project;

    ElementReader(MetaStore store, String project) {
        this.store = store;
        this.project = project;
    }

    Model model() {
        Map<String, List<Column>> columns = grouped("meta_columns", "owner", this::column);
        return new Model(tables(columns), views(columns), choices(), origin());
    }

    /** The places of tables, views and choices within their lists, by id. */
    Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (String table : ElementTables.ELEMENTS) {
            read(
                    table,
                    "position",
                    rows -> positions.put(rows.getString("id"), rows.getInt("position")));
        }
        return positions;
    }

    private List<Table> tables(Map<String, List<Column>> columns) {
        Map<String, List<String>> keyColumns =
                grouped("meta_key_columns", "key_id", rows -> rows.getString("column_id"));
        Map<String, List<Key>> keys = grouped("meta_keys", "owner", rows -> key(rows, keyColumns));
        Map<String, List<IndexPart>> parts =
                grouped("meta_index_parts", "index_id", ElementReader::indexPart);
        Map<String, List<Index>> indexes =
                grouped("meta_indexes", "owner", rows -> index(rows, parts));
        Map<String, List<Check>> checks = grouped("meta_checks", "owner", ElementReader::check);
        Map<String, List<String[]>> pairs =
                grouped(
                        "meta_relation_columns",
                        "relation_id",
                        rows ->
                                new String[] {
                                    MetaStore.text(rows, "column_id"),
                                    MetaStore.text(rows, "target_column_id")
                                });
        Map<String, List<Relation>> relations =
                grouped("meta_relations", "owner", rows -> relation(rows, pairs));
        Map<String, List<Trigger.Assignment>> values =
                grouped(
                        "meta_trigger_values",
                        "trigger_id",
                        rows ->
                                new Trigger.Assignment(
                                        MetaStore.text(rows, "column_id"),
                                        requiredExpression(rows, "")));
        Map<String, List<Trigger>> triggers =
                grouped("meta_triggers", "owner", rows -> trigger(rows, values));
        List<Table> tables = new ArrayList<>();
        read(
                "meta_tables",
                "position",
                rows -> {
                    String id = rows.getString("id");
                    List<Key> own = keys.getOrDefault(id, List.of());
                    tables.add(
                            new Table(
                                    id,
                                    name(rows),
                                    MetaStore.text(rows, "label"),
                                    MetaStore.text(rows, "comment"),
                                    columns.getOrDefault(id, List.of()),
                                    own.stream()
                                            .filter(Key::primary)
                                            .findFirst()
                                            .map(k -> new PrimaryKey(k.name, k.columns))
                                            .orElse(null),
                                    own.stream().filter(k -> !k.primary).map(Key::unique).toList(),
                                    indexes.getOrDefault(id, List.of()),
                                    checks.getOrDefault(id, List.of()),
                                    relations.getOrDefault(id, List.of()),
                                    triggers.getOrDefault(id, List.of())));
                });
        return tables;
    }

    private List<View> views(Map<String, List<Column>> columns) {
        List<View> views = new ArrayList<>();
        read(
                "meta_views",
                "position",
                rows ->
                        views.add(
                                new View(
                                        rows.getString("id"),
                                        name(rows),
                                        MetaStore.text(rows, "label"),
                                        columns.getOrDefault(rows.getString("id"), List.of()),
                                        MetaStore.text(rows, "query"),
                                        MetaStore.text(rows, "comment"))));
        return views;
    }

    private List<Choice> choices() {
        Map<String, List<Choice.Option>> options =
                grouped(
                        "meta_choice_options",
                        "choice_id",
                        rows ->
                                new Choice.Option(
                                        MetaStore.text(rows, "value"),
                                        MetaStore.text(rows, "label"),
                                        MetaStore.text(rows, "color")));
        List<Choice> choices = new ArrayList<>();
        read(
                "meta_choices",
                "position",
                rows ->
                        choices.add(
                                new Choice(
                                        rows.getString("id"),
                                        MetaStore.text(rows, "name"),
                                        options.getOrDefault(rows.getString("id"), List.of()))));
        return choices;
    }

    private Origin origin() {
        Map<String, List<Need>> needs =
                grouped(
                        "meta_needs",
                        "origin_id",
                        rows ->
                                new Need(
                                        MetaStore.text(rows, "name"),
                                        MetaStore.text(rows, "statement")));
        List<Origin> origins = new ArrayList<>();
        read(
                "meta_origins",
                "position",
                rows ->
                        origins.add(
                                new Origin(
                                        MetaStore.text(rows, "dialect"),
                                        needs.getOrDefault(rows.getString("id"), List.of()))));
        return origins.isEmpty() ? Origin.NONE : origins.getFirst();
    }

    private Column column(ResultSet rows) throws SQLException {
        String identity = rows.getString("identity_kind");
        Expression generated = expression(rows, "generated_");
        return new Column(
                rows.getString("id"),
                MetaStore.text(rows, "name"),
                MetaStore.text(rows, "label"),
                type(rows.getString("type")),
                rows.getBoolean("required"),
                defaultValue(rows),
                identity == null ? null : Identity.valueOf(upper(identity)),
                generated == null
                        ? null
                        : new Generated(generated, rows.getBoolean("generated_stored")),
                expression(rows, "backfill_"),
                MetaStore.text(rows, "comment"));
    }

    private static ColumnType type(String text) {
        return ColumnTypes.parse(text).orElseGet(() -> new NativeType(text));
    }

    private static @Nullable Default defaultValue(ResultSet rows) throws SQLException {
        String kind = rows.getString("default_kind");
        if (kind == null) {
            return null;
        }
        String text = MetaStore.text(rows, "default_value");
        return switch (kind) {
            case "now" -> new Default.Now();
            case "uuid" -> new Default.NewUuid();
            case "sql" -> new Default.Sql(text);
            default -> new Default.Value(text);
        };
    }

    private static Key key(ResultSet rows, Map<String, List<String>> columns) throws SQLException {
        String id = rows.getString("id");
        return new Key(
                id,
                rows.getString("kind").equals("primary"),
                MetaStore.text(rows, "name"),
                columns.getOrDefault(id, List.of()),
                rows.getBoolean("nulls_distinct"),
                deferral(rows));
    }

    private static IndexPart indexPart(ResultSet rows) throws SQLException {
        Index.Part part =
                new Index.Part(
                        MetaStore.text(rows, "column_id"),
                        MetaStore.text(rows, "expression"),
                        rows.getBoolean("descending"));
        return new IndexPart(part, rows.getBoolean("included"));
    }

    private static Index index(ResultSet rows, Map<String, List<IndexPart>> parts)
            throws SQLException {
        List<IndexPart> own = parts.getOrDefault(rows.getString("id"), List.of());
        return new Index(
                rows.getString("id"),
                MetaStore.text(rows, "name"),
                own.stream().filter(p -> !p.included).map(IndexPart::part).toList(),
                rows.getBoolean("is_unique"),
                expression(rows, "where_"),
                own.stream().filter(IndexPart::included).map(p -> p.part.column()).toList(),
                MetaStore.text(rows, "method"));
    }

    private static Check check(ResultSet rows) throws SQLException {
        return new Check(
                rows.getString("id"),
                MetaStore.text(rows, "name"),
                requiredExpression(rows, ""),
                MetaStore.text(rows, "message"));
    }

    private static Relation relation(ResultSet rows, Map<String, List<String[]>> pairs)
            throws SQLException {
        List<String[]> own = pairs.getOrDefault(rows.getString("id"), List.of());
        return new Relation(
                rows.getString("id"),
                MetaStore.text(rows, "name"),
                MetaStore.text(rows, "label"),
                MetaStore.text(rows, "inverse_label"),
                own.stream().map(p -> p[0]).filter(c -> !c.isEmpty()).toList(),
                MetaStore.text(rows, "target"),
                own.stream().map(p -> p[1]).filter(c -> !c.isEmpty()).toList(),
                Relation.Action.valueOf(upper(rows.getString("on_delete"))),
                Relation.Action.valueOf(upper(rows.getString("on_update"))),
                deferral(rows));
    }

    private static Deferral deferral(ResultSet rows) throws SQLException {
        return Deferral.valueOf(upper(rows.getString("deferral")));
    }

    private static Trigger trigger(ResultSet rows, Map<String, List<Trigger.Assignment>> values)
            throws SQLException {
        TriggerAction action =
                switch (rows.getString("action")) {
                    case ElementTables.SET_COLUMN ->
                            new TriggerAction.SetColumn(
                                    MetaStore.text(rows, "action_column"),
                                    requiredExpression(rows, "value_"));
                    case ElementTables.INSERT_ROW ->
                            new TriggerAction.InsertRow(
                                    MetaStore.text(rows, "action_table"),
                                    values.getOrDefault(rows.getString("id"), List.of()));
                    case ElementTables.PUBLISH -> new TriggerAction.Publish();
                    default -> new TriggerAction.CallUrl(MetaStore.text(rows, "action_url"));
                };
        return new Trigger(
                rows.getString("id"),
                MetaStore.text(rows, "name"),
                ElementTables.events(MetaStore.text(rows, "events")),
                expression(rows, "when_"),
                action);
    }

    private static TableName name(ResultSet rows) throws SQLException {
        return new TableName(MetaStore.text(rows, "schema_name"), MetaStore.text(rows, "name"));
    }

    private static @Nullable Expression expression(ResultSet rows, String prefix)
            throws SQLException {
        String language = rows.getString(prefix + "language");
        return language == null
                ? null
                : new Expression(
                        Expression.Language.valueOf(upper(language)),
                        MetaStore.text(rows, prefix + "expression"));
    }

    private static Expression requiredExpression(ResultSet rows, String prefix)
            throws SQLException {
        return Objects.requireNonNull(expression(rows, prefix), "an expression without language");
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private <T> Map<String, List<T>> grouped(String table, String group, Reading<T> reading) {
        Map<String, List<T>> groups = new HashMap<>();
        read(
                table,
                group + "}, {position",
                rows ->
                        groups.computeIfAbsent(rows.getString(group), key -> new ArrayList<>())
                                .add(reading.read(rows)));
        return groups;
    }

    private void read(String table, String order, Each each) {
        store.query(
                        "SELECT * FROM {"
                                + table
                                + "} WHERE {project} = :project ORDER BY {"
                                + order
                                + "}",
                        "project",
                        project)
                .query(
                        rows -> {
                            each.row(rows);
                        });
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private interface Each {
        void row(ResultSet rows) throws SQLException;
    }

    private record IndexPart(Index.Part part, boolean included) {}

    private record Key(
            String id,
            boolean primary,
            String name,
            List<String> columns,
            boolean nullsDistinct,
            Deferral deferral) {
        UniqueKey unique() {
            return new UniqueKey(id, name, columns, nullsDistinct, deferral);
        }
    }
}
