package dev.plinth.data.description;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.type.ColumnType;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A version of the specification that descriptions are written in. */
public sealed interface Notation permits Swagger2, OpenApi3 {
    /** What clients of PostgREST read. */
    Notation SWAGGER_2 = new Swagger2();

    /** What newer tools read. */
    Notation OPENAPI_3 = new OpenApi3();

    /**
     * The names by which parts of the description refer to tables.
     *
     * @param tables their names
     */
    Map<String, String> keys(Collection<String> tables);

    /** Where a part is found. */
    String pointer(Part part, String key);

    /** The parts that others refer to. */
    enum Part {
        SCHEMA,
        PARAMETER
    }

    /** The schema of a column's values. */
    Map<String, Object> type(ColumnType type, boolean mayBeNull, Model model);

    /**
     * The schemas of a table's rows, by key.
     *
     * @param key of the table
     */
    Map<String, Object> rows(String key, TableSchema table);

    /** A parameter that is a text. */
    Map<String, Object> parameter(String name, String in, String description, List<String> values);

    /** How rows of a table are filtered by a column. */
    Object filter(String key, String column, Map<String, Object> shared);

    /**
     * Adds the rows that an operation takes.
     *
     * @param changes whether rows are changed, not made
     */
    void addBody(
            Map<String, Object> operation, String key, boolean changes, Map<String, Object> shared);

    /** Adds the arguments that a function takes. */
    void addArguments(Map<String, Object> operation, Map<String, Object> arguments);

    /** The answers of a call of a function. */
    Map<String, Object> callAnswers();

    /**
     * The answers of an operation that reads rows of a table.
     *
     * @param isLive whether changes of the rows can be followed
     */
    Map<String, Object> readAnswers(String key, boolean isLive);

    /** The answers of an operation that writes rows of a table, by status. */
    Map<String, Object> writeAnswers(String key, String status, String description);

    /** The body and the answers of an import; empty where readers expect nothing but tables. */
    Map<String, Object> importing(String key);

    /** A batch; empty where readers expect nothing but tables. */
    Map<String, Object> batch();

    /** The whole. */
    Map<String, Object> document(
            Published published,
            Map<String, Object> paths,
            Map<String, Object> schemas,
            Map<String, Object> parameters);
}
