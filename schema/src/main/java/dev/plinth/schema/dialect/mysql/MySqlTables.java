package dev.plinth.schema.dialect.mysql;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables, views and their columns. */
final class MySqlTables {
    private static final Pattern JSON_CHECK =
            Pattern.compile("\\(?json_valid\\(`((?:[^`]|``)+)`\\)\\)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARK = Pattern.compile(" ?\\[(?:UTC|JSON)]$");

    private final MySqlInspector inspector;
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final Set<List<String>> json = new HashSet<>();

    /** Schema, table and name of columns that relations lead from or to. */
    private final Set<List<String>> linked = new HashSet<>();

    private final Set<List<String>> caseless = new HashSet<>();

    MySqlTables(MySqlInspector inspector, Catalog catalog, List<String> schemas, FoundModel found) {
        this.inspector = inspector;
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    /**
     * Whether a check only makes a long text JSON. MariaDB names it as the column, and another
     * check of the table may bear that name too (11.4.5).
     */
    static boolean isJson(String condition) {
        return JSON_CHECK.matcher(condition).matches();
    }

    /** How a view works is said with its query, or is the usual again (MariaDB 11.4.5). */
    private void said(TableName view, ResultSet row) throws SQLException {
        boolean asInvoker = text(row, "security_type").equals("INVOKER");
        String algorithm = text(row, "algorithm");
        String check = text(row, "check_option");
        boolean checks = !check.equals("NONE");
        boolean ofOther = !text(row, "definer").equals(text(row, "deployer"));
        boolean keepsDefiner = ofOther && row.getBoolean("names_definers");
        if (asInvoker || checks || !algorithm.equals("UNDEFINED") || keepsDefiner) {
            found.belonging(
                    new Belonging.Said(
                            view,
                            "ALGORITHM = "
                                    + algorithm
                                    + (keepsDefiner ? definer(text(row, "definer")) : "")
                                    + " SQL SECURITY "
                                    + (asInvoker ? "INVOKER" : "DEFINER"),
                            checks ? " WITH " + check + " CHECK OPTION" : ""));
        }
        if (!asInvoker && ofOther && !keepsDefiner) {
            found.note(
                    "I003",
                    view,
                    "",
                    "The view has the rights of " + text(row, "definer") + ".",
                    "When a deployment makes it again, it has those of whoever deploys.");
        }
    }

    /** A role of MariaDB is at no host. */
    private static String definer(String shown) {
        int at = shown.lastIndexOf('@');
        String name = "`" + shown.substring(0, at).replace("`", "``") + "`";
        String host = shown.substring(at + 1);
        return " DEFINER = " + name + (host.isEmpty() ? "" : "@`" + host + "`");
    }

    /** Who may say whose rights a view has: by MariaDB, MySQL to 8.1 and from 8.2 on, and all. */
    private static final String NAMES_DEFINERS =
            "EXISTS (SELECT 1 FROM information_schema.user_privileges p"
                    + " WHERE REPLACE(p.grantee, '''', '') = CURRENT_USER() AND p.privilege_type IN"
                    + " ('SET USER', 'SET_USER_ID', 'SET_ANY_DEFINER', 'SUPER'))";

    void read() throws SQLException {
        catalog.each(
                "SELECT table_schema, table_name, table_comment, engine, create_options"
                        + " FROM information_schema.tables WHERE table_schema IN (?)"
                        + " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')",
                schemas,
                this::table);
        catalog.each(
                "SELECT table_schema, table_name, view_definition, security_type, check_option,"
                        + " definer, CURRENT_USER() AS deployer, "
                        + NAMES_DEFINERS
                        + " AS names_definers, "
                        + inspector.viewAlgorithm()
                        + " AS algorithm FROM information_schema.views WHERE table_schema IN (?)",
                schemas,
                row -> {
                    String schema = text(row, "table_schema");
                    String query = text(row, "view_definition");
                    // Names lead to the schema the view was made in; it shall work in any.
                    String here = "`" + schema.replace("`", "``") + "`.";
                    String name = text(row, "table_name");
                    found.view(schema, name, query.replace(here, ""), "");
                    said(found.name(schema, name), row);
                });
        catalog.each(inspector.checks(), schemas, this::jsonCheck);
        catalog.each(
                "SELECT table_schema, table_name, column_name, referenced_table_schema,"
                        + " referenced_table_name, referenced_column_name"
                        + " FROM information_schema.key_column_usage WHERE table_schema IN (?)"
                        + " AND referenced_table_name IS NOT NULL",
                schemas,
                row -> {
                    linked.add(List.of(row.getString(1), row.getString(2), row.getString(3)));
                    linked.add(List.of(row.getString(4), row.getString(5), row.getString(6)));
                });
        catalog.each(
                "SELECT table_schema, table_name, column_name, column_default, is_nullable,"
                        + " data_type, character_maximum_length, numeric_precision, numeric_scale,"
                        + " datetime_precision, collation_name, column_type, extra, column_comment,"
                        + " generation_expression FROM information_schema.columns"
                        + " WHERE table_schema IN (?)"
                        + " ORDER BY table_schema, table_name, ordinal_position",
                schemas,
                this::column);
    }

    private void table(ResultSet row) throws SQLException {
        String schema = text(row, "table_schema");
        String name = text(row, "table_name");
        found.table(schema, name, text(row, "table_comment"));
        String engine = text(row, "engine");
        String uses = engine.equals("InnoDB") ? "" : "the engine " + engine;
        if (text(row, "create_options").contains("partitioned")) {
            uses = "partitions";
        }
        if (!uses.isEmpty() && found.find(schema, name).isPresent()) {
            note(schema, name, "", uses);
        }
    }

    private void note(String schema, String table, String path, String uses) {
        found.note(
                "I003",
                found.name(schema, table),
                path,
                "The table \"" + table + "\" uses " + uses + ", which a model cannot hold.",
                "It stays as it is unless it is changed here; then it is lost.");
    }

    private void jsonCheck(ResultSet row) throws SQLException {
        Matcher matcher = JSON_CHECK.matcher(inspector.expression(text(row, "check_clause")));
        if (matcher.matches()) {
            String schema = text(row, "table_schema");
            String table = text(row, "table_name");
            json.add(List.of(schema, table, matcher.group(1).replace("``", "`")));
        }
    }

    private void column(ResultSet row) throws SQLException {
        String schema = text(row, "table_schema");
        String table = text(row, "table_name");
        String name = text(row, "column_name");
        boolean required = text(row, "is_nullable").equals("NO");
        List<String> whole = List.of(schema, table, name);
        boolean linked =
                this.linked.contains(whole) || text(row, "extra").contains("auto_increment");
        ColumnType type = MySqlTypeReader.read(row, linked, json.contains(whole));
        FoundTable owner = found.find(schema, table).orElse(null);
        if (owner == null) {
            found.viewColumn(schema, table, name, type, required);
            return;
        }
        String extra = text(row, "extra");
        Generated generated = null;
        if (extra.contains("STORED GENERATED") || extra.contains("VIRTUAL GENERATED")) {
            String expression = inspector.expression(text(row, "generation_expression"));
            generated = new Generated(Expression.sql(expression), extra.contains("STORED"));
        }
        owner.column(
                name,
                type,
                required,
                generated == null
                        ? inspector.defaultValue(type, row.getString("column_default"), extra)
                        : null,
                extra.contains("auto_increment") ? Identity.BY_DEFAULT : null,
                generated,
                MARK.matcher(text(row, "column_comment")).replaceFirst(""));
        noteOf(row, schema, table, name, extra);
        if (linked && text(row, "column_type").matches("bigint.* unsigned.*")) {
            found.note(
                    "I003",
                    found.name(schema, table),
                    "columns/" + name,
                    "The column \""
                            + name
                            + "\" of \""
                            + table
                            + "\" has no sign; numbers above 9223372036854775807 have no place in"
                            + " a model.",
                    "It stays as it is unless it is changed here; then it has a sign.");
        }
    }

    private void noteOf(ResultSet row, String schema, String table, String name, String extra)
            throws SQLException {
        if (extra.contains("on update")) {
            note(schema, table, "columns/" + name, "ON UPDATE on the column \"" + name + "\"");
        }
        if (text(row, "collation_name").endsWith("_ci") && caseless.add(List.of(schema, table))) {
            found.note(
                    "I024",
                    found.name(schema, table),
                    "",
                    "Texts of the table \"" + table + "\" are equal whatever their case.",
                    "Unique keys and filters take \"a\" and \"A\" for the same here.");
        }
    }
}
