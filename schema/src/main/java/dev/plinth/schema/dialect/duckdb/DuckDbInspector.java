package dev.plinth.schema.dialect.duckdb;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the functions that DuckDB describes itself by, one query for each kind of element. */
final class DuckDbInspector implements Inspector {
    private final Names names;

    DuckDbInspector(Names names) {
        this.names = names;
    }

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getSchema()) : schemas;
        Reading reading = new Reading(new Catalog(connection), wanted, names);
        reading.tables();
        reading.constraints.read();
        reading.columns();
        reading.constraints.addTo(reading.found);
        reading.indexes();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    /** The name that a part of an expression spells, in quotes or bare. */
    static String plain(String spelled) {
        return SqlToken.of(spelled).getFirst().text();
    }

    private static final class Reading {
        private final Catalog catalog;
        private final List<String> schemas;
        private final FoundModel found;
        private final Names names;
        private final DuckDbConstraints constraints;

        Reading(Catalog catalog, List<String> schemas, Names names) {
            this.catalog = catalog;
            this.schemas = schemas;
            this.found = new FoundModel(schemas.getFirst());
            this.names = names;
            this.constraints = new DuckDbConstraints(catalog, schemas, names);
        }

        private static String of(String function) {
            return " FROM "
                    + function
                    + "() WHERE database_name = current_database() AND schema_name IN (?)";
        }

        void tables() throws SQLException {
            catalog.each(
                    "SELECT schema_name, table_name, comment" + of("duckdb_tables"),
                    schemas,
                    row ->
                            found.table(
                                    text(row, "schema_name"),
                                    text(row, "table_name"),
                                    text(row, "comment")));
            catalog.each(
                    "SELECT schema_name, view_name, sql, comment"
                            + of("duckdb_views")
                            + " AND NOT internal",
                    schemas,
                    row ->
                            found.view(
                                    text(row, "schema_name"),
                                    text(row, "view_name"),
                                    query(text(row, "sql")),
                                    text(row, "comment")));
        }

        /** What follows the first AS; the name before it is quoted when it is such a word. */
        private static String query(String sql) {
            for (SqlToken token : SqlToken.of(sql)) {
                if (token.is("AS")) {
                    String query = sql.substring(token.end()).strip();
                    return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
                }
            }
            return sql;
        }

        void columns() throws SQLException {
            catalog.each(
                    "SELECT *" + of("duckdb_columns") + " ORDER BY table_oid, column_index",
                    schemas,
                    this::column);
        }

        private void column(ResultSet row) throws SQLException {
            String schema = text(row, "schema_name");
            String table = text(row, "table_name");
            String name = text(row, "column_name");
            ColumnType type =
                    constraints.limited(
                            schema, table, name, DuckDbTypeReader.of(text(row, "data_type")));
            boolean required = !row.getBoolean("is_nullable");
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                comment(found.name(schema, table), name, text(row, "comment"));
                return;
            }
            boolean computed = row.getBoolean("is_generated");
            String value = computed ? "" : text(row, "column_default");
            boolean numbered = value.startsWith("nextval(");
            owner.column(
                    name,
                    type,
                    required,
                    numbered ? null : DuckDbTypeReader.defaultValue(type, value),
                    numbered ? Identity.BY_DEFAULT : null,
                    computed
                            ? new Generated(
                                    Expression.sql(text(row, "generation_expression")), false)
                            : null,
                    text(row, "comment"));
        }

        /** It goes with the view (1.4). */
        private void comment(TableName view, String column, String comment) {
            if (!comment.isEmpty()) {
                found.belonging(
                        new Belonging.OfColumn(
                                view,
                                column,
                                "COMMENT ON COLUMN ",
                                "."
                                        + names.quote(column)
                                        + " IS "
                                        + StandardTypes.quoted(comment)));
            }
        }

        void indexes() throws SQLException {
            catalog.each(
                    "SELECT schema_name, table_name, index_name, is_unique, sql"
                            + of("duckdb_indexes"),
                    schemas,
                    row -> {
                        FoundTable owner =
                                found.find(text(row, "schema_name"), text(row, "table_name"))
                                        .orElse(null);
                        if (owner != null) {
                            owner.index(
                                    text(row, "index_name"),
                                    DuckDbTypeReader.parts(owner, text(row, "sql")),
                                    row.getBoolean("is_unique"),
                                    "",
                                    "");
                        }
                    });
        }
    }
}
