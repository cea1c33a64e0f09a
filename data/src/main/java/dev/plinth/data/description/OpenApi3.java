package dev.plinth.data.description;

import static dev.plinth.data.description.JsonTree.object;

import dev.plinth.data.access.Action;
import dev.plinth.data.request.Representation;
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

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** OpenAPI 3.1: rows as they are read, made and changed are schemas of their own. */
final class OpenApi3 implements Notation {
    private static final String CREATE = ".new";
    private static final String UPDATE = ".change";
    private static final Object REFUSED = object("$ref", "#/components/responses/refusal");

    private static final String JSON = "application/json";
    private static final String ONE = "application/vnd.pgrst.object+json";

    private static final Object EVENTS =
            object(
                    "schema",
                    object(
                            "type",
                            "string",
                            "description",
                            "Server-sent events until either side ends it: insert and update with"
                                + " {\"key\":{},\"row\":{}}, delete with {\"key\":{}}, and reset"
                                + " when changes may be missing and all is to be read again"),
                    "example",
                    "retry: 3000\nid: 7k2-41\n\nid: 7k2-42\nevent: insert\n"
                            + "data: {\"key\":{\"id\":9},\"row\":{\"id\":9}}\n\n");

    private static final Map<String, Object> REPORT =
            object(
                    "type",
                    "object",
                    "properties",
                    object(
                            "rows", object("type", "integer"),
                            "inserted", object("type", "integer"),
                            "updated", object("type", "integer"),
                            "ignored", object("type", "integer"),
                            "refused", object("type", "integer"),
                            "complete", object("type", "boolean"),
                            "written", object("type", "boolean"),
                            "problems",
                                    object("type", "array", "items", object("type", "object"))));

    /** Names of parts may have ASCII letters, digits and a few signs alone. */
    @Override
    public Map<String, String> keys(Collection<String> tables) {
        Map<String, String> keys = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String table : tables) {
            String key = table.replaceAll("[^A-Za-z0-9_-]", "_");
            for (int i = 2; !taken.add(key); i++) {
                key = key.replaceAll("(?:-\\d+)?$", "-" + i);
            }
            keys.put(table, key);
        }
        return keys;
    }

    @Override
    public String pointer(Part part, String key) {
        return (part == Part.SCHEMA ? "#/components/schemas/" : "#/components/parameters/") + key;
    }

    @Override
    public Map<String, Object> type(ColumnType type, boolean mayBeNull, Model model) {
        return switch (type) {
            case IntegerType(int bits) -> of("integer", mayBeNull, "int" + bits);
            case DecimalType _ -> of("number", mayBeNull, null);
            case FloatType(int bits) -> of("number", mayBeNull, bits == 32 ? "float" : "double");
            case BooleanType _ -> of("boolean", mayBeNull, null);
            case TextType(int length) -> {
                Map<String, Object> text = of("string", mayBeNull, null);
                text.put("maxLength", length);
                yield text;
            }
            case ChoiceType(String id) -> {
                Map<String, Object> choice = of("string", mayBeNull, null);
                List<@Nullable Object> values = new ArrayList<>();
                model.choice(id).map(Choice::values).ifPresent(values::addAll);
                if (mayBeNull) {
                    values.add(null);
                }
                choice.put("enum", values);
                yield choice;
            }
            case LongTextType _, TimeType _, TimestampType _ -> of("string", mayBeNull, null);
            case DateType _ -> of("string", mayBeNull, "date");
            case ZonedTimestampType _ -> of("string", mayBeNull, "date-time");
            case UuidType _ -> of("string", mayBeNull, "uuid");
            case BinaryType _ -> {
                Map<String, Object> bytes = of("string", mayBeNull, null);
                bytes.put("contentEncoding", "base64");
                yield bytes;
            }
            case JsonType _, NativeType _ -> object();
        };
    }

    private static Map<String, Object> of(String type, boolean mayBeNull, @Nullable String format) {
        Map<String, Object> schema = object("type", mayBeNull ? List.of(type, "null") : type);
        if (format != null) {
            schema.put("format", format);
        }
        return schema;
    }

    @Override
    public Map<String, Object> rows(String key, TableSchema table) {
        Map<String, Object> created =
                table.row(
                        this,
                        column -> table.fills(Action.CREATE, column),
                        column -> column.mustBeGiven(),
                        false,
                        true);
        Map<String, Object> changed =
                table.row(
                        this,
                        column -> table.fills(Action.UPDATE, column),
                        column -> false,
                        false,
                        false);
        table.related()
                .forEach(
                        (name, related) -> {
                            JsonTree.put(created, "properties", name, nested(related));
                            JsonTree.put(changed, "properties", name, nested(related));
                        });
        return object(
                key,
                table.row(this, table::reads, column -> column.model().required(), false, false),
                key + CREATE,
                created,
                key + UPDATE,
                changed);
    }

    /** A row that is there needs no more than its key. */
    private Map<String, Object> nested(TableSchema.Related related) {
        String pointer = pointer(Part.SCHEMA, related.key());
        Map<String, Object> row =
                object(
                        "anyOf",
                        List.of(
                                object("$ref", pointer + CREATE),
                                object("$ref", pointer + UPDATE)));
        return related.isOne() ? row : object("type", "array", "items", row);
    }

    @Override
    public Map<String, Object> parameter(
            String name, String in, String description, List<String> values) {
        Map<String, Object> text = object("type", "string");
        if (!values.isEmpty()) {
            text.put("examples", values);
        }
        return object("name", name, "in", in, "description", description, "schema", text);
    }

    @Override
    public Object filter(String key, String column, Map<String, Object> shared) {
        return parameter(column, "query", "Operator and value: eq.1, gt.5, in.(1,2)", List.of());
    }

    @Override
    public void addBody(
            Map<String, Object> operation,
            String key,
            boolean changes,
            Map<String, Object> shared) {
        Map<String, Object> row =
                object("$ref", pointer(Part.SCHEMA, key + (changes ? UPDATE : CREATE)));
        Map<String, Object> bodies = object();
        if (changes) {
            bodies.put(JSON, object("schema", row));
        } else {
            // One type, one schema: what is either a row or a list is more than generators
            // of typed clients can say.
            bodies.put(JSON, object("schema", object("type", "array", "items", row)));
            bodies.put(ONE, object("schema", row));
        }
        bodies.put("text/csv", object("schema", object("type", "string")));
        operation.put("requestBody", object("required", true, "content", bodies));
    }

    @Override
    public void addArguments(Map<String, Object> operation, Map<String, Object> arguments) {
        operation.put("requestBody", object("content", object(JSON, object("schema", arguments))));
    }

    @Override
    public Map<String, Object> callAnswers() {
        return object(
                "200",
                object(
                        "description",
                        "What the function gives",
                        "content",
                        object(JSON, object("schema", object()))),
                "default",
                REFUSED);
    }

    @Override
    public Map<String, Object> readAnswers(String key, boolean isLive) {
        Map<String, Object> rows =
                rowsOf(key, isLive ? "The rows, or their changes as they happen" : "The rows");
        if (isLive) {
            JsonTree.put(rows, "content", Representation.EVENTS_TYPE, EVENTS);
        }
        return object(
                "200", rows,
                "206", rowsOf(key, "Some of the rows, when all were counted"),
                "default", REFUSED);
    }

    @Override
    public Map<String, Object> writeAnswers(String key, String status, String description) {
        Map<String, Object> answers =
                object(status, object("description", description), "default", REFUSED);
        String shown = status.equals("201") ? status : "200";
        answers.put(shown, rowsOf(key, "The rows, with Prefer: return=representation"));
        return answers;
    }

    private Map<String, Object> rowsOf(String key, String description) {
        Map<String, Object> row = object("$ref", pointer(Part.SCHEMA, key));
        Map<String, Object> rows = object("type", "array", "items", row);
        return object(
                "description",
                description,
                "content",
                object(
                        JSON,
                        object("schema", rows),
                        ONE,
                        object("schema", row),
                        "application/x-ndjson",
                        object("schema", row),
                        "text/csv",
                        object("schema", object("type", "string")),
                        Representation.WORKBOOK_TYPE,
                        object()));
    }

    @Override
    public Map<String, Object> importing(String key) {
        Map<String, Object> row = object("$ref", pointer(Part.SCHEMA, key + CREATE));
        Map<String, Object> rows = object("type", "array", "items", row);
        Map<String, Object> report = object(JSON, object("schema", REPORT));
        return object(
                "requestBody",
                object(
                        "required",
                        true,
                        "content",
                        object(
                                "text/csv",
                                object("schema", object("type", "string")),
                                "application/x-ndjson",
                                object("schema", row),
                                JSON,
                                object("schema", rows),
                                Representation.WORKBOOK_TYPE,
                                object())),
                "responses",
                object(
                        "200", object("description", "Nothing is new", "content", report),
                        "201", object("description", "Imported", "content", report),
                        "default", REFUSED));
    }

    @Override
    public Map<String, Object> batch() {
        Map<String, Object> text = object("type", "string");
        Map<String, Object> headers = object("type", "object", "additionalProperties", text);
        Map<String, Object> operation =
                object(
                        "type",
                        "object",
                        "required",
                        List.of("method", "path"),
                        "properties",
                        object("method", text, "path", text, "headers", headers, "body", object()));
        Map<String, Object> answer =
                object(
                        "type",
                        "object",
                        "properties",
                        object(
                                "status", object("type", "integer"),
                                "headers", headers,
                                "body", object()));
        return object(
                "operationId",
                "batch",
                "summary",
                "Several operations in one transaction",
                "requestBody",
                object("required", true, "content", listOf(operation)),
                "responses",
                object(
                        "200",
                        object("description", "The answers, in order", "content", listOf(answer)),
                        "default",
                        REFUSED));
    }

    private static Map<String, Object> listOf(Map<String, Object> items) {
        return object(JSON, object("schema", object("type", "array", "items", items)));
    }

    @Override
    public Map<String, Object> document(
            Published published,
            Map<String, Object> paths,
            Map<String, Object> schemas,
            Map<String, Object> parameters) {
        Map<String, Object> nullable = of("string", true, null);
        Map<String, Object> refusal =
                object(
                        "type",
                        "object",
                        "required",
                        List.of("code", "message", "details", "hint"),
                        "properties",
                        object(
                                "code", object("type", "string"),
                                "message", object("type", "string"),
                                "details", object(),
                                "hint", nullable));
        Map<String, Object> components =
                object(
                        "schemas",
                        schemas,
                        "parameters",
                        parameters,
                        "responses",
                        object(
                                "refusal",
                                object(
                                        "description",
                                        "Refused, with code, sentence and hint",
                                        "content",
                                        object(JSON, object("schema", refusal)))),
                        "securitySchemes",
                        object(
                                "key",
                                object("type", "apiKey", "in", "header", "name", "apikey"),
                                "bearer",
                                object("type", "http", "scheme", "bearer")));
        return object(
                "openapi",
                "3.1.0",
                "info",
                object("title", published.title(), "version", ApiDescription.VERSION),
                "servers",
                List.of(object("url", published.path().isEmpty() ? "/" : published.path())),
                "security",
                List.of(object("key", List.of()), object("bearer", List.of()), object()),
                "paths",
                paths,
                "components",
                components);
    }
}
