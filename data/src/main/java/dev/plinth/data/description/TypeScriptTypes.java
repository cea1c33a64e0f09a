package dev.plinth.data.description;

import static dev.plinth.data.description.TypeText.literal;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.Representation;
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

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What values of a schema's columns are once a JavaScript program has read them. */
final class TypeScriptTypes {
    /** These may be null anyway. */
    private static final Set<String> NULLABLE = Set.of("unknown", "Json");

    /** By the names that SQL has for them, with which lists of PostgreSQL name their elements. */
    private static final Map<String, String> NATIVE =
            Map.ofEntries(
                    Map.entry("smallint", "number"),
                    Map.entry("integer", "number"),
                    Map.entry("bigint", "number"),
                    Map.entry("numeric", "number"),
                    Map.entry("real", "number"),
                    Map.entry("double precision", "number"),
                    Map.entry("boolean", "boolean"),
                    Map.entry("text", "string"),
                    Map.entry("character varying", "string"),
                    Map.entry("uuid", "string"),
                    Map.entry("date", "string"),
                    Map.entry("json", "Json"),
                    Map.entry("jsonb", "Json"));

    private final Model model;
    private final String schema;
    private final Map<String, String> choices = new TreeMap<>();

    /**
     * @param schema the types' own name of the schema
     */
    TypeScriptTypes(Model model, String schema) {
        this.model = model;
        this.schema = schema;
    }

    /** The choices that were used so far: their values, by name. */
    Map<String, String> choices() {
        return choices;
    }

    String of(CatalogColumn column, boolean mayBeNull) {
        boolean isPlain = column.representation().equals(Representation.PLAIN);
        return of(isPlain ? column.type() : new NativeType(""), mayBeNull);
    }

    String of(ColumnType type, boolean mayBeNull) {
        String known = of(type);
        return mayBeNull && !NULLABLE.contains(known) ? known + " | null" : known;
    }

    private String of(ColumnType type) {
        return switch (type) {
            case IntegerType _, DecimalType _, FloatType _ -> "number";
            case BooleanType _ -> "boolean";
            case JsonType _ -> "Json";
            case ChoiceType(String id) -> model.choice(id).map(this::choice).orElse("string");
            case NativeType(String sql) -> ofNative(sql);
            case TextType _,
                    LongTextType _,
                    DateType _,
                    TimeType _,
                    TimestampType _,
                    ZonedTimestampType _,
                    UuidType _,
                    BinaryType _ ->
                    "string";
        };
    }

    private static String ofNative(String sql) {
        return sql.endsWith("[]")
                ? NATIVE.getOrDefault(sql.substring(0, sql.length() - 2), "unknown") + "[]"
                : NATIVE.getOrDefault(sql, "unknown");
    }

    private String choice(Choice choice) {
        if (choice.values().isEmpty()) {
            return "string";
        }
        choices.put(
                choice.name(),
                choice.values().stream().map(TypeText::literal).collect(Collectors.joining(" | ")));
        return part("Enums", choice.name());
    }

    /** Another part of the schema's types. */
    String part(String kind, String name) {
        return "Database[%s][%s][%s]".formatted(literal(schema), literal(kind), literal(name));
    }
}
