package dev.plinth.data.description;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.Cardinality;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import tools.jackson.core.io.JsonStringEncoder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the caller may use as types of TypeScript, in the form that {@code createClient<Database>()}
 * of supabase-js takes (2.x).
 */
public final class TypeScript {
    private static final String HEAD =
            """
            // Made by Plinth from the model, as the one who asked for it may use it.
            // Numbers keep every digit on the wire; JavaScript's own JSON.parse rounds them beyond 2^53.

            export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

            """;

    /** The client's own name for the schema of a database that has none. */
    private static final String USUAL = "public";

    private static final String NOTHING = "{ [_ in never]: never }";

    private final VisibleCatalog visible;
    private final Model model;

    private TypeScript(VisibleCatalog visible) {
        this.visible = visible;
        this.model = visible.catalog().model();
    }

    /** The types as a file. */
    public static byte[] of(VisibleCatalog visible) {
        return new TypeScript(visible).file().getBytes(StandardCharsets.UTF_8);
    }

    private String file() {
        Catalog catalog = visible.catalog();
        Map<String, String> schemas = new LinkedHashMap<>();
        // What a client may expect of filters, spreads and preferences.
        schemas.put("__InternalSupabase", "{ PostgrestVersion: \"13\" }");
        for (String schema : catalog.schemas()) {
            schemas.put(catalog.schemas().size() == 1 ? USUAL : schema, schema(schema));
        }
        return HEAD + "export type Database = " + block(schemas) + "\n";
    }

    private String schema(String schema) {
        Map<String, String> tables = new LinkedHashMap<>();
        Map<String, String> views = new LinkedHashMap<>();
        for (VisibleTable table : visible.tables(schema)) {
            (table.table().isView() ? views : tables).put(table.table().name(), table(table));
        }
        Map<String, String> routines = new LinkedHashMap<>();
        for (CatalogRoutine routine : visible.routines(schema)) {
            routines.merge(routine.name(), routine(routine), (a, b) -> a + " | " + b);
        }
        Map<String, String> choices = new LinkedHashMap<>();
        for (Choice choice : model.choices()) {
            if (isUsed(choice, schema)) {
                choices.put(choice.name(), values(choice));
            }
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Tables", block(tables));
        parts.put("Views", block(views));
        parts.put("Functions", block(routines));
        parts.put("Enums", block(choices));
        parts.put("CompositeTypes", NOTHING);
        return block(parts);
    }

    private boolean isUsed(Choice choice, String schema) {
        return visible.tables(schema).stream()
                .anyMatch(
                        table -> {
                            TableSchema rows = new TableSchema(visible, table, Map.of());
                            return table.table().columns().stream()
                                    .filter(rows::isKnown)
                                    .anyMatch(
                                            c ->
                                                    c.type() instanceof ChoiceType(String id)
                                                            && id.equals(choice.id()));
                        });
    }

    private static String values(Choice choice) {
        return choice.values().stream().map(TypeScript::quoted).collect(Collectors.joining(" | "));
    }

    private String table(VisibleTable table) {
        TableSchema rows = new TableSchema(visible, table, Map.of());
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Row", row(table, rows::reads, c -> true, rows));
        parts.put("Insert", written(table, rows, Action.CREATE, CatalogColumn::mustBeGiven));
        parts.put("Update", written(table, rows, Action.UPDATE, c -> false));
        parts.put("Relationships", relations(table));
        return block(parts);
    }

    private String written(
            VisibleTable table,
            TableSchema rows,
            Action action,
            Predicate<CatalogColumn> mustBeGiven) {
        return table.allows(action)
                ? row(table, c -> rows.fills(action, c), mustBeGiven, rows)
                : "never";
    }

    private String row(
            VisibleTable table,
            Predicate<CatalogColumn> columns,
            Predicate<CatalogColumn> always,
            TableSchema rows) {
        Map<String, String> members = new LinkedHashMap<>();
        for (CatalogColumn column : table.table().columns()) {
            if (columns.test(column)) {
                String type = type(column.type(), table.table().schema());
                members.put(
                        key(column.name()) + (always.test(column) ? "" : "?"),
                        rows.mayBeNull(column) ? type + " | null" : type);
            }
        }
        return members(members);
    }

    private String relations(VisibleTable table) {
        List<String> relations = new ArrayList<>();
        for (CatalogRelation relation : visible.relations(table.table())) {
            if (relation.holdsKey() && relation.function() == null) {
                boolean isOneToOne = relation.cardinality() == Cardinality.ONE_TO_ONE;
                relations.add(
                        "{ foreignKeyName: %s; columns: %s; isOneToOne: %s; referencedRelation: %s; referencedColumns: %s }"
                                .formatted(
                                        quoted(relation.name()),
                                        names(relation.pairs().stream().map(Pair::source).toList()),
                                        isOneToOne,
                                        quoted(relation.target().name()),
                                        names(
                                                relation.pairs().stream()
                                                        .map(Pair::target)
                                                        .toList())));
            }
        }
        return relations.isEmpty()
                ? "[]"
                : "[\n" + indented(String.join(",\n", relations)) + ",\n]";
    }

    private static String names(List<CatalogColumn> columns) {
        return columns.stream()
                .map(c -> quoted(c.name()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String routine(CatalogRoutine routine) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Routine.Parameter parameter : routine.model().parameters()) {
            if (!parameter.name().isEmpty()) {
                arguments.put(
                        key(parameter.name()) + (parameter.required() ? "" : "?"),
                        type(parameter.type(), routine.schema()));
            }
        }
        String given = arguments.isEmpty() ? "never" : members(arguments);
        return "{ Args: " + given + "; Returns: " + result(routine) + " }";
    }

    private String result(CatalogRoutine routine) {
        VisibleTable rows = visible.given(routine);
        if (routine.isOfNothing()) {
            return "undefined";
        }
        if (routine.isOfValues() || rows == null) {
            return "unknown";
        }
        TableSchema schema = new TableSchema(visible, rows, Map.of());
        String row = row(rows, schema::reads, c -> true, schema);
        return routine.isOfMany() ? "(" + row + ")[]" : row;
    }

    private String type(ColumnType type, String schema) {
        return switch (type) {
            case IntegerType _, DecimalType _, FloatType _ -> "number";
            case BooleanType _ -> "boolean";
            case ChoiceType(String id) ->
                    model.choice(id)
                            .map(
                                    c ->
                                            "Database[%s][\"Enums\"][%s]"
                                                    .formatted(shown(schema), quoted(c.name())))
                            .orElse("string");
            case TextType _, LongTextType _, TimeType _, TimestampType _ -> "string";
            case DateType _, ZonedTimestampType _, UuidType _, BinaryType _ -> "string";
            case JsonType _ -> "Json";
            case NativeType _ -> "unknown";
        };
    }

    private String shown(String schema) {
        return quoted(visible.catalog().schemas().size() == 1 ? USUAL : schema);
    }

    private static String block(Map<String, String> parts) {
        Map<String, String> members = new LinkedHashMap<>();
        parts.forEach((name, type) -> members.put(key(name), type));
        return members.isEmpty() ? NOTHING : members(members);
    }

    /** The members of a type, whose names are written as they must be. */
    private static String members(Map<String, String> members) {
        return members.entrySet().stream()
                .map(m -> indented(m.getKey() + ": " + m.getValue()))
                .collect(Collectors.joining("\n", "{\n", "\n}"));
    }

    private static String indented(String text) {
        return "  " + text.replace("\n", "\n  ");
    }

    private static String key(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : quoted(name);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
