package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;
import dev.plinth.schema.dialect.Routine.Result;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads functions: what they take and what they give. */
final class PostgresRoutines {
    /** Follows domains to the type beneath, which may be that of a row. */
    private static final String BASE =
            "WITH RECURSIVE base AS (SELECT t.oid, t.oid AS base FROM pg_type t"
                    + " UNION ALL SELECT b.oid, d.typbasetype FROM base b"
                    + " JOIN pg_type d ON d.oid = b.base WHERE d.typtype = 'd') ";

    /** Trigger functions cannot be called, and what an extension brought belongs to that. */
    private static final String WANTED =
            " n.nspname IN (?) AND p.prokind = 'f'"
                    + " AND p.prorettype <> 'trigger'::regtype"
                    + " AND p.prorettype <> 'event_trigger'::regtype"
                    + " AND NOT EXISTS (SELECT FROM pg_depend e"
                    + " WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid"
                    + " AND e.deptype = 'e') ";

    private static final String ROUTINES =
            BASE
                    + "SELECT p.oid, n.nspname, p.proname, d.description, p.provolatile <> 'v' AS"
                    + " reads, p.proretset, p.prorows, p.pronargdefaults, format_type(p.prorettype,"
                    + " NULL) AS type, t.typname, tn.nspname AS type_schema, t.typtype = 'd' AS"
                    + " is_domain, bt.typname AS base_name, tb.nspname AS base_schema,"
                    + " format_type(bt.oid, NULL) AS base_type, p.prorettype = 'void'::regtype AS"
                    + " is_void, p.prorettype = 'record'::regtype AS is_record, bt.typrelid,"
                    + " bc.relname, bn.nspname AS row_schema FROM pg_proc p JOIN pg_namespace n ON"
                    + " n.oid = p.pronamespace JOIN pg_type t ON t.oid = p.prorettype JOIN"
                    + " pg_namespace tn ON tn.oid = t.typnamespace JOIN base b ON b.oid = t.oid"
                    + " JOIN pg_type bt ON bt.oid = b.base AND bt.typtype <> 'd' JOIN pg_namespace"
                    + " tb ON tb.oid = bt.typnamespace LEFT JOIN pg_class bc ON bc.oid ="
                    + " bt.typrelid LEFT JOIN pg_namespace bn ON bn.oid = bc.relnamespace LEFT JOIN"
                    + " pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass"
                    + " WHERE"
                    + WANTED
                    + "ORDER BY p.oid";

    private static final String PARAMETERS =
            "SELECT p.oid, a.name, COALESCE(a.mode, 'i') AS mode,"
                    + " format_type(a.type, -1) AS type, t.typname,"
                    + " tn.nspname AS type_schema, c.relname, cn.nspname AS row_schema"
                    + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                    + " CROSS JOIN LATERAL unnest(COALESCE(p.proallargtypes,"
                    + " p.proargtypes::oid[]), p.proargnames, p.proargmodes)"
                    + " WITH ORDINALITY AS a(type, name, mode, ord)"
                    + " JOIN pg_type t ON t.oid = a.type"
                    + " JOIN pg_namespace tn ON tn.oid = t.typnamespace"
                    + " LEFT JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c'"
                    + " LEFT JOIN pg_namespace cn ON cn.oid = c.relnamespace WHERE"
                    + WANTED
                    + "ORDER BY p.oid, a.ord";

    private static final String COLUMNS =
            "SELECT a.attrelid, a.attname, a.atttypmod, t.typname, tn.nspname AS type_schema,"
                    + " format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a"
                    + " JOIN pg_type t ON t.oid = a.atttypid"
                    + " JOIN pg_namespace tn ON tn.oid = t.typnamespace"
                    + " WHERE a.attnum > 0 AND NOT a.attisdropped"
                    + " AND a.attrelid::text IN (?) ORDER BY a.attrelid, a.attnum";

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z*]+/[a-z0-9.*+_-]+");

    private final Catalog catalog;
    private final List<String> schemas;
    private final Map<String, FoundRoutine> found = new LinkedHashMap<>();
    private final Map<String, List<FoundRoutine>> byRow = new LinkedHashMap<>();

    PostgresRoutines(Catalog catalog, List<String> schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
    }

    List<Routine> read() throws SQLException {
        catalog.each(ROUTINES, schemas, this::routine);
        catalog.each(PARAMETERS, schemas, this::parameter);
        if (!byRow.isEmpty()) {
            catalog.each(COLUMNS, List.copyOf(byRow.keySet()), this::column);
        }
        return found.values().stream().map(FoundRoutine::routine).toList();
    }

    private TableName name(@Nullable String schema, String name) {
        return schema == null || schemas.getFirst().equals(schema)
                ? TableName.of(name)
                : new TableName(schema, name);
    }

    private static ColumnType type(ResultSet row, int modifier) throws SQLException {
        return PostgresTypeReader.read(
                row.getString("type_schema"),
                row.getString("typname"),
                modifier,
                row.getString("type"));
    }

    /** A domain whose name is that of a media type says what its values are. */
    private static String mediaType(ResultSet row) throws SQLException {
        String name = row.getString("typname");
        return row.getBoolean("is_domain") && MEDIA_TYPE.matcher(name).matches() ? name : "";
    }

    private static ColumnType baseType(ResultSet row) throws SQLException {
        return PostgresTypeReader.read(
                row.getString("base_schema"),
                row.getString("base_name"),
                -1,
                row.getString("base_type"));
    }

    private void routine(ResultSet row) throws SQLException {
        String relation = row.getString("relname");
        boolean isRow = relation != null;
        String mediaType = mediaType(row);
        Kind kind =
                row.getBoolean("is_void")
                        ? Kind.NOTHING
                        : isRow || row.getBoolean("is_record") ? Kind.ROWS : Kind.VALUE;
        Result result =
                new Result(
                        kind,
                        mediaType.isEmpty() ? type(row, -1) : baseType(row),
                        row.getString("type"),
                        isRow ? name(row.getString("row_schema"), relation) : null,
                        List.of(),
                        row.getBoolean("proretset"),
                        row.getDouble("prorows") == 1,
                        mediaType);
        FoundRoutine routine =
                new FoundRoutine(
                        name(row.getString("nspname"), row.getString("proname")),
                        Catalog.text(row, "description"),
                        row.getBoolean("reads"),
                        result,
                        row.getInt("pronargdefaults"));
        found.put(row.getString("oid"), routine);
        if (isRow) {
            byRow.computeIfAbsent(row.getString("typrelid"), r -> new ArrayList<>()).add(routine);
        }
    }

    private void parameter(ResultSet row) throws SQLException {
        FoundRoutine routine = found.get(row.getString("oid"));
        if (routine == null) {
            return;
        }
        String mode = row.getString("mode");
        String name = Catalog.text(row, "name");
        ColumnType type = type(row, -1);
        if (mode.equals("i") || mode.equals("b") || mode.equals("v")) {
            String relation = row.getString("relname");
            routine.takes(
                    name,
                    type,
                    row.getString("type"),
                    mode.equals("v"),
                    relation == null ? null : name(row.getString("row_schema"), relation));
        }
        if (mode.equals("o") || mode.equals("b") || mode.equals("t")) {
            routine.gives(Column.of(name, name, type));
        }
    }

    private void column(ResultSet row) throws SQLException {
        String name = row.getString("attname");
        Column column = Column.of(name, name, type(row, row.getInt("atttypmod")));
        byRow.getOrDefault(row.getString("attrelid"), List.of()).forEach(r -> r.hasColumn(column));
    }
}
