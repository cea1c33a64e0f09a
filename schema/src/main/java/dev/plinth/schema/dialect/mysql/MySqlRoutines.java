package dev.plinth.schema.dialect.mysql;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;
import dev.plinth.schema.dialect.Routine.Parameter;
import dev.plinth.schema.dialect.Routine.Result;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads stored functions. They have one value as their result, and nothing may be left out. */
final class MySqlRoutines {
    private static final Set<String> READING = Set.of("NO SQL", "READS SQL DATA");

    private final Catalog catalog;
    private final List<String> schemas;
    private final Map<TableName, Found> found = new LinkedHashMap<>();

    /** A function while it is put together of what two queries tell. */
    private record Found(
            String comment, boolean reads, List<Parameter> parameters, List<Result> results) {}

    MySqlRoutines(Catalog catalog, List<String> schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
    }

    List<Routine> read() throws SQLException {
        catalog.each(
                "SELECT routine_schema, routine_name, routine_comment, sql_data_access"
                        + " FROM information_schema.routines WHERE routine_schema IN (?)"
                        + " AND routine_type = 'FUNCTION' ORDER BY routine_schema, routine_name",
                schemas,
                row ->
                        found.put(
                                name(row, "routine_schema", "routine_name"),
                                new Found(
                                        text(row, "routine_comment"),
                                        READING.contains(text(row, "sql_data_access")),
                                        new ArrayList<>(),
                                        new ArrayList<>())));
        catalog.each(
                "SELECT specific_schema, specific_name, ordinal_position, parameter_name,"
                        + " data_type, character_maximum_length, numeric_precision, numeric_scale,"
                        + " datetime_precision, dtd_identifier AS column_type, '' AS column_comment"
                        + " FROM information_schema.parameters WHERE specific_schema IN (?)"
                        + " AND routine_type = 'FUNCTION' ORDER BY ordinal_position",
                schemas,
                this::part);
        return found.entrySet().stream()
                .filter(e -> !e.getValue().results().isEmpty())
                .map(e -> routine(e.getKey(), e.getValue()))
                .toList();
    }

    private TableName name(ResultSet row, String schema, String name) throws SQLException {
        String of = text(row, schema);
        return new TableName(schemas.getFirst().equals(of) ? "" : of, text(row, name));
    }

    /** The result is the part before the first parameter. */
    private void part(ResultSet row) throws SQLException {
        Found of = found.get(name(row, "specific_schema", "specific_name"));
        if (of == null) {
            return;
        }
        ColumnType type = MySqlTypeReader.read(row, false, false);
        String sql = text(row, "column_type");
        if (row.getInt("ordinal_position") == 0) {
            of.results().add(new Result(Kind.VALUE, type, sql, null, List.of(), false, false, ""));
        } else {
            of.parameters().add(new Parameter(text(row, "parameter_name"), type, sql, true, false));
        }
    }

    private static Routine routine(TableName name, Found of) {
        return new Routine(
                Ids.derived("routine", name.toString()),
                name,
                of.comment(),
                of.parameters(),
                of.results().getFirst(),
                of.reads(),
                null);
    }
}
