package dev.plinth.schema.dialect.sqlite;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code sqlite_master}, whose texts hold everything, and the columns as SQLite understood
 * them: two queries for each database file, however many tables there are.
 */
final class SqliteInspector implements Inspector {
    private static final List<String> MAIN = List.of("main");

    private final Names names;

    SqliteInspector(Names names) {
        this.names = names;
    }

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> read = schemas.isEmpty() ? MAIN : schemas;
        Catalog catalog = new Catalog(connection);
        FoundModel found = new FoundModel(read.getFirst());
        List<DatabaseTrigger> triggers = new ArrayList<>();
        for (String schema : read) {
            new Reading(catalog, found, schema, triggers).read();
        }
        List<String> version = new ArrayList<>();
        catalog.each("SELECT sqlite_version()", List.of(), row -> version.add(row.getString(1)));
        return found.inspection(version.getFirst()).withTriggers(triggers);
    }

    /** The reading of one database file. */
    private final class Reading {
        private final Catalog catalog;
        private final FoundModel found;
        private final String schema;
        private final List<DatabaseTrigger> triggers;
        private final Map<String, SqliteTable> tables = new LinkedHashMap<>();
        private final List<String> views = new ArrayList<>();

        Reading(Catalog catalog, FoundModel found, String schema, List<DatabaseTrigger> triggers) {
            this.catalog = catalog;
            this.found = found;
            this.schema = schema;
            this.triggers = triggers;
        }

        private String master() {
            return names.quote(new TableName(schema, "sqlite_master"));
        }

        void read() throws SQLException {
            Map<String, String> indexes = new LinkedHashMap<>();
            Map<String, String> indexed = new LinkedHashMap<>();
            catalog.each(
                    "SELECT type, name, tbl_name, sql FROM "
                            + master()
                            + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                            + " AND name NOT IN (SELECT name FROM pragma_table_list"
                            + " WHERE type = 'shadow')"
                            + " ORDER BY rowid",
                    List.of(),
                    row -> {
                        String name = text(row, "name");
                        String sql = text(row, "sql");
                        switch (text(row, "type")) {
                            case "table" -> table(name, sql);
                            case "view" -> view(name, sql);
                            case "trigger" -> trigger(name, text(row, "tbl_name"), sql);
                            case "index" -> {
                                indexes.put(name, sql);
                                indexed.put(name, text(row, "tbl_name"));
                            }
                            default -> {}
                        }
                    });
            catalog.each(columns("table"), List.of(), this::column);
            tables.values().forEach(t -> t.addTo(found, schema, tables));
            indexes.forEach(
                    (name, sql) ->
                            table(String.valueOf(indexed.get(name)))
                                    .ifPresent(t -> t.index(name, sql)));
            viewColumns();
        }

        private Optional<SqliteTable> table(String name) {
            return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
        }

        private void table(String name, String sql) {
            if (SqlToken.of(sql).get(1).is("VIRTUAL")) {
                found.note(
                        "I020",
                        found.name(schema, name),
                        "",
                        "The virtual table \"" + name + "\" is left alone.",
                        "Only ordinary tables can be part of a model.");
                return;
            }
            found.table(schema, name, "");
            found.find(schema, name)
                    .ifPresent(
                            t ->
                                    tables.put(
                                            name.toLowerCase(Locale.ROOT),
                                            new SqliteTable(t, names, SqliteDefinition.of(sql))));
        }

        private void trigger(String name, String table, String sql) {
            TableName on = found.name(schema, table);
            triggers.add(new DatabaseTrigger(name, on, sql));
            if (found.isView(schema, table)) {
                belonging(on, sql);
            }
            found.note(
                    "I002",
                    on,
                    "triggers/" + name,
                    "The table has a trigger of the database, \"" + name + "\".",
                    "");
        }

        /** {@code INSTEAD OF}, which goes with its view (3.54). */
        private void belonging(TableName view, String sql) {
            Iterator<SqlToken> tokens = SqlToken.of(sql).iterator();
            while (tokens.hasNext()) {
                if (tokens.next().is("ON") && tokens.hasNext()) {
                    SqlToken name = tokens.next();
                    found.belonging(
                            new Belonging.Given(
                                    view,
                                    sql.substring(0, name.start()),
                                    sql.substring(name.end())));
                    return;
                }
            }
        }

        private void view(String name, String sql) {
            views.add(name);
            found.view(schema, name, query(sql), "");
        }

        private String columns(String type) {
            return "SELECT m.name AS owner, c.* FROM "
                    + master()
                    + " m, pragma_table_xinfo(m.name, '"
                    + schema.replace("'", "''")
                    + "') c WHERE m.type = '"
                    + type
                    + "' ORDER BY m.rowid, c.cid";
        }

        private void column(ResultSet row) throws SQLException {
            Optional<SqliteTable> table = table(text(row, "owner"));
            if (table.isPresent()) {
                table.get()
                        .column(
                                text(row, "name"),
                                text(row, "type"),
                                row.getInt("notnull") != 0,
                                row.getString("dflt_value"),
                                row.getInt("pk"),
                                row.getInt("hidden"));
            }
        }

        /**
         * One view that speaks of what is gone spoils the query for all, so each is asked alone
         * then.
         */
        private void viewColumns() throws SQLException {
            try {
                catalog.each(
                        "SELECT COUNT(*) FROM (" + columns("view") + ")", List.of(), row -> {});
                catalog.each(columns("view"), List.of(), this::viewColumn);
            } catch (SQLException broken) {
                for (String view : views) {
                    viewColumnsOf(view);
                }
            }
        }

        private void viewColumnsOf(String view) {
            String one =
                    "SELECT '"
                            + view.replace("'", "''")
                            + "' AS owner, c.* FROM pragma_table_xinfo("
                            + "'"
                            + view.replace("'", "''")
                            + "', '"
                            + schema.replace("'", "''")
                            + "') c ORDER BY c.cid";
            try {
                catalog.each(one, List.of(), this::viewColumn);
            } catch (SQLException e) {
                found.note(
                        "I022",
                        found.name(schema, view),
                        "",
                        "The view \"" + view + "\" cannot be read: " + e.getMessage(),
                        "Correct or drop the view.");
            }
        }

        private void viewColumn(ResultSet row) throws SQLException {
            found.viewColumn(
                    schema,
                    text(row, "owner"),
                    text(row, "name"),
                    SqliteDeclaredTypes.of(text(row, "type")),
                    false);
        }

        /** The query of a view; names given to its columns become part of it. */
        private String query(String sql) {
            List<SqlToken> tokens = SqlToken.of(sql);
            int at = 0;
            while (!tokens.get(at).is("VIEW")) {
                at++;
            }
            SqlToken name = tokens.get(at + 1);
            List<String> columns = new ArrayList<>();
            int as = at + 2;
            while (!tokens.get(as).is("AS")) {
                if (!tokens.get(as).is("(") && !tokens.get(as).is(")") && !tokens.get(as).is(",")) {
                    columns.add(tokens.get(as).text());
                }
                as++;
            }
            String select = sql.substring(tokens.get(as).end()).strip();
            if (columns.isEmpty()) {
                return select;
            }
            String inner = names.quote(name.text() + "_rows");
            return "WITH "
                    + inner
                    + " ("
                    + names.list(columns)
                    + ") AS ("
                    + select
                    + ") SELECT * FROM "
                    + inner;
        }
    }

    /** What a column holds when nothing is given, from the text that SQLite keeps. */
    static @Nullable Default defaultOf(ColumnType type, @Nullable String text) {
        if (text == null || text.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (text.equals(SqliteTypes.now(type)) || isCurrent(type, text)) {
            return new Default.Now();
        }
        if (text.equals(SqliteTypes.newUuid())) {
            return new Default.NewUuid();
        }
        return Constants.of(type, text).orElse(new Default.Sql(text));
    }

    private static boolean isCurrent(ColumnType type, String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "CURRENT_TIMESTAMP" ->
                    type instanceof TimestampType || type instanceof ZonedTimestampType;
            case "CURRENT_DATE" -> type instanceof DateType;
            case "CURRENT_TIME" -> type instanceof TimeType;
            default -> false;
        };
    }
}
