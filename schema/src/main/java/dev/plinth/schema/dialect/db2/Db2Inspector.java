package dev.plinth.schema.dialect.db2;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.ViewDefinition;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the views of SYSCAT, with one query for each kind of element. */
final class Db2Inspector implements Inspector {
    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<String> wanted = new ArrayList<>(schemas);
        if (wanted.isEmpty()) {
            catalog.each(
                    "VALUES CURRENT SCHEMA",
                    List.of(),
                    row -> wanted.add(row.getString(1).strip()));
        }
        Reading reading = new Reading(catalog, wanted, new FoundModel(wanted.getFirst()));
        reading.tables();
        reading.views();
        reading.columns();
        new Db2Keys(catalog, wanted, reading.found).read();
        reading.triggers();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private record Reading(Catalog catalog, List<String> schemas, FoundModel found) {
        void tables() throws SQLException {
            catalog.each(
                    """
                    SELECT tabschema, tabname, type, tableorg, remarks FROM syscat.tables
                    WHERE type IN ('T', 'S', 'U', 'N') AND tabschema IN (?)\
                    """,
                    schemas,
                    this::table);
        }

        private void table(ResultSet row) throws SQLException {
            String schema = text(row, "tabschema").strip();
            String name = text(row, "tabname");
            boolean table = text(row, "type").equals("T");
            boolean byColumn = text(row, "tableorg").equals("C");
            if (table) {
                found.table(schema, name, text(row, "remarks"));
            }
            if (!table || byColumn && found.find(schema, name).isPresent()) {
                found.note(
                        "I004",
                        found.name(schema, name),
                        "",
                        table
                                ? "The table \"" + name + "\" is organized by columns."
                                : "\""
                                        + name
                                        + "\" is a materialized query, a typed table or a"
                                        + " nickname.",
                        table
                                ? "It is read; Db2 gives back no rows that are written to it."
                                : "It is left out.");
            }
        }

        void views() throws SQLException {
            catalog.each(
                    """
                    SELECT v.viewschema, v.viewname, t.remarks, v.text FROM syscat.views v
                    JOIN syscat.tables t ON t.tabschema = v.viewschema AND t.tabname = v.viewname
                    WHERE t.type = 'V' AND v.viewschema IN (?)\
                    """,
                    schemas,
                    row ->
                            found.view(
                                    text(row, "viewschema").strip(),
                                    text(row, "viewname"),
                                    ViewDefinition.query(text(row, "text")),
                                    text(row, "remarks")));
        }

        void columns() throws SQLException {
            catalog.each(
                    """
                    SELECT c.tabschema, c.tabname, c.colname, c.typeschema, c.typename, c.length,
                        c.scale, c.codepage, c.stringunitslength, c.nulls, c.identity, c.generated,
                        c.remarks, c.default, c.text
                    FROM syscat.columns c
                    JOIN syscat.tables t ON t.tabschema = c.tabschema AND t.tabname = c.tabname
                    WHERE t.type IN ('T', 'V') AND c.tabschema IN (?)
                    ORDER BY c.tabschema, c.tabname, c.colno\
                    """,
                    schemas,
                    this::column);
        }

        private void column(ResultSet row) throws SQLException {
            String schema = text(row, "tabschema").strip();
            String table = text(row, "tabname");
            String name = text(row, "colname");
            String remarks = text(row, "remarks");
            ColumnType type = Db2TypeReader.read(row, remarks);
            boolean required = text(row, "nulls").equals("N");
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                return;
            }
            boolean always = text(row, "generated").equals("A");
            boolean numbered = text(row, "identity").equals("Y");
            Generated generated = numbered || !always ? null : generated(text(row, "text"));
            owner.column(
                    name,
                    type,
                    required,
                    numbered || generated != null
                            ? null
                            : Db2Defaults.read(type, text(row, "default")),
                    numbered ? always ? Identity.ALWAYS : Identity.BY_DEFAULT : null,
                    generated,
                    Db2Comments.unmarked(remarks));
        }

        /** {@code AS (…)}; the moment of a row's last change has none. */
        private static @Nullable Generated generated(String text) {
            String echo = text.strip().replaceFirst("(?is)^AS\\b", "").strip();
            if (echo.isEmpty()) {
                return null;
            }
            boolean brackets = echo.startsWith("(") && echo.endsWith(")");
            String bare = brackets ? echo.substring(1, echo.length() - 1).strip() : echo;
            return new Generated(Expression.sql(bare), true);
        }

        void triggers() throws SQLException {
            catalog.each(
                    """
                    SELECT r.tabschema, r.tabname, r.trigname FROM syscat.triggers r
                    JOIN syscat.tables t ON t.tabschema = r.tabschema AND t.tabname = r.tabname
                    WHERE t.type = 'T' AND r.tabschema IN (?)\
                    """,
                    schemas,
                    row -> {
                        String name = text(row, "trigname");
                        found.note(
                                "I002",
                                found.name(text(row, "tabschema").strip(), text(row, "tabname")),
                                "triggers/" + name,
                                "The table has a trigger of the database, \"" + name + "\".",
                                "It stays in force and is left alone.");
                    });
        }
    }
}
