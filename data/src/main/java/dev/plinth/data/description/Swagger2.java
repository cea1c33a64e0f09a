package dev.plinth.data.description;

import static dev.plinth.data.description.JsonTree.object;

import dev.plinth.data.plan.Operands;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Swagger 2.0 in the shape that PostgREST gives it, which its clients take apart. */
final class Swagger2 implements Notation {
    private static final List<String> FORMS =
            List.of(
                    "application/json",
                    "application/vnd.pgrst.object+json;nulls=stripped",
                    "application/vnd.pgrst.object+json",
                    "text/csv");

    @Override
    public Map<String, String> keys(Collection<String> tables) {
        Map<String, String> keys = new LinkedHashMap<>();
        tables.forEach(name -> keys.put(name, name));
        return keys;
    }

    @Override
    public String pointer(Part part, String key) {
        String parts = part == Part.SCHEMA ? "#/definitions/" : "#/parameters/";
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return parts + URLEncoder.encode(escaped, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Map<String, Object> type(ColumnType type, boolean mayBeNull, Model model) {
        Map<String, Object> schema = object();
        switch (type) {
            case IntegerType _ -> schema.put("type", "integer");
            case DecimalType _, FloatType _ -> schema.put("type", "number");
            case BooleanType _ -> schema.put("type", "boolean");
            case JsonType _ -> {}
            case NativeType(String sql) -> {
                if (sql.endsWith("[]")) {
                    schema.put("type", "array");
                    schema.put("items", object());
                }
            }
            case TextType(int length) -> {
                schema.put("maxLength", length);
                schema.put("type", "string");
            }
            case ChoiceType(String id) -> {
                schema.put("enum", model.choice(id).map(Choice::values).orElse(List.of()));
                schema.put("type", "string");
            }
            default -> schema.put("type", "string");
        }
        schema.put("format", type instanceof TextType ? "character varying" : Operands.title(type));
        return schema;
    }

    @Override
    public Map<String, Object> rows(String key, TableSchema table) {
        return object(
                key,
                table.row(this, table::isKnown, column -> column.model().required(), true, true));
    }

    @Override
    public Map<String, Object> parameter(
            String name, String in, String description, List<String> values) {
        Map<String, Object> parameter =
                object(
                        "name",
                        name,
                        "in",
                        in,
                        "description",
                        description,
                        "required",
                        false,
                        "type",
                        "string");
        if (!values.isEmpty()) {
            parameter.put("enum", values);
        }
        return parameter;
    }

    @Override
    public Object filter(String key, String column, Map<String, Object> shared) {
        String name = "rowFilter." + key + "." + column;
        shared.put(
                name, object("name", column, "in", "query", "required", false, "type", "string"));
        return object("$ref", pointer(Part.PARAMETER, name));
    }

    @Override
    public void addBody(
            Map<String, Object> operation,
            String key,
            boolean changes,
            Map<String, Object> shared) {
        String name = "body." + key;
        shared.putIfAbsent(
                name,
                object(
                        "name",
                        key,
                        "in",
                        "body",
                        "description",
                        key,
                        "required",
                        false,
                        "schema",
                        object("$ref", pointer(Part.SCHEMA, key))));
        JsonTree.append(operation, "parameters", object("$ref", pointer(Part.PARAMETER, name)));
    }

    @Override
    public void addArguments(Map<String, Object> operation, Map<String, Object> arguments) {
        operation.put(
                "parameters",
                List.of(
                        object(
                                "name",
                                "args",
                                "in",
                                "body",
                                "required",
                                true,
                                "schema",
                                arguments)));
    }

    @Override
    public Map<String, Object> callAnswers() {
        return object("200", object("description", "OK"));
    }

    @Override
    public Map<String, Object> readAnswers(String key, boolean isLive) {
        Map<String, Object> rows =
                object("type", "array", "items", object("$ref", pointer(Part.SCHEMA, key)));
        return object(
                "200", object("description", "OK", "schema", rows),
                "206", object("description", "Partial Content"));
    }

    @Override
    public Map<String, Object> writeAnswers(String key, String status, String description) {
        return object(status, object("description", description));
    }

    @Override
    public Map<String, Object> batch() {
        return Map.of();
    }

    @Override
    public Map<String, Object> importing(String key) {
        return object();
    }

    @Override
    public Map<String, Object> document(
            Published published,
            Map<String, Object> paths,
            Map<String, Object> schemas,
            Map<String, Object> parameters) {
        return object(
                "swagger",
                "2.0",
                "info",
                object("title", published.title(), "version", ApiDescription.VERSION),
                "basePath",
                published.path().isEmpty() ? "/" : published.path(),
                "consumes",
                FORMS,
                "produces",
                FORMS,
                "paths",
                paths,
                "definitions",
                schemas,
                "parameters",
                parameters,
                "securityDefinitions",
                object("key", object("type", "apiKey", "name", "apikey", "in", "header")),
                "security",
                List.of(object("key", List.of())));
    }
}
