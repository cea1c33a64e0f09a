package dev.plinth.schema.dialect.firebird;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the system tables, whose names are filled up with spaces. There are no schemas. */
final class FirebirdInspector implements Inspector {
    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        Reading reading = new Reading(new Catalog(connection));
        reading.tables();
        reading.numbers();
        reading.columns();
        reading.constraints();
        reading.checks();
        reading.indexes();
        new FirebirdBelongings(
                        reading.found,
                        new FoundBelongings(
                                reading.catalog, List.of(), reading.found, FirebirdDialect.NAMES))
                .read();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return text(row, column).stripTrailing();
    }

    private static final class Reading {
        /** The trigger that numbers a column, of Plinth or as people write it. */
        private static final Pattern NUMBERS =
                Pattern.compile(
                        "(?is)AS\\s+BEGIN\\s+IF\\s*\\(NEW\\.(\"(?:[^\"]|\"\")+\"|\\w+) IS"
                                + " NULL\\)\\s*THEN\\s+NEW\\.(\"(?:[^\"]|\"\")+\"|\\w+)\\s*="
                                + "\\s*(?:NEXT\\s+VALUE\\s+FOR|GEN_ID\\s*\\()[^;]*;\\s*END\\s*");

        private static final Pattern CHECK = Pattern.compile("(?is)\\s*CHECK\\s*\\((.*)\\)\\s*");

        private final Catalog catalog;
        private final FoundModel found = new FoundModel("");
        private final Set<String> numbered = new HashSet<>();
        private final Groups<String, String> segments = new Groups<>();

        Reading(Catalog catalog) {
            this.catalog = catalog;
        }

        void tables() throws SQLException {
            catalog.each(
                    "SELECT RDB$RELATION_NAME AS NAME, RDB$DESCRIPTION AS REMARKS, RDB$VIEW_SOURCE"
                            + " AS QUERY, RDB$RELATION_TYPE AS KIND FROM RDB$RELATIONS"
                            + " WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0",
                    List.of(),
                    row -> {
                        String remarks = text(row, "REMARKS");
                        if (row.getInt("KIND") == 1) {
                            found.view("", name(row, "NAME"), text(row, "QUERY").strip(), remarks);
                        } else if (row.getInt("KIND") == 0
                                && !remarks.equals(FirebirdMove.HIDDEN)) {
                            found.table("", name(row, "NAME"), remarks);
                        }
                    });
        }

        void numbers() throws SQLException {
            catalog.each(
                    "SELECT RDB$TRIGGER_NAME AS NAME, RDB$RELATION_NAME AS OWNER,"
                            + " RDB$TRIGGER_SOURCE AS SOURCE FROM RDB$TRIGGERS"
                            + " WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0"
                            + " AND RDB$RELATION_NAME IS NOT NULL ORDER BY 1",
                    List.of(),
                    row -> {
                        String owner = name(row, "OWNER");
                        Matcher numbers = NUMBERS.matcher(text(row, "SOURCE").strip());
                        if (numbers.matches() && numbers.group(1).equals(numbers.group(2))) {
                            numbered.add(owner + '\0' + plain(numbers.group(1)));
                        } else if (found.find("", owner).isPresent()) {
                            String trigger = name(row, "NAME");
                            found.note(
                                    "I002",
                                    found.name("", owner),
                                    "triggers/" + trigger,
                                    "The table has a trigger of the database, \"" + trigger + "\".",
                                    "It stays in force and is left alone.");
                        }
                    });
        }

        private static String plain(String spelled) {
            return spelled.startsWith("\"")
                    ? spelled.substring(1, spelled.length() - 1).replace("\"\"", "\"")
                    : spelled.toUpperCase(java.util.Locale.ROOT);
        }

        void columns() throws SQLException {
            catalog.each(
                    "SELECT r.RDB$RELATION_NAME AS OWNER, r.RDB$FIELD_NAME AS NAME,"
                            + " r.RDB$NULL_FLAG AS REQUIRED, r.RDB$DESCRIPTION AS REMARKS,"
                            + " COALESCE(r.RDB$DEFAULT_SOURCE, f.RDB$DEFAULT_SOURCE) AS FALLBACK,"
                            + " r.RDB$IDENTITY_TYPE AS NUMBERED, f.RDB$FIELD_NAME AS DOMAIN_NAME,"
                            + " f.RDB$NULL_FLAG AS DOMAIN_REQUIRED, f.RDB$FIELD_TYPE AS KIND,"
                            + " f.RDB$FIELD_SUB_TYPE AS SUB_KIND, f.RDB$FIELD_PRECISION AS DIGITS,"
                            + " f.RDB$FIELD_SCALE AS SCALE, f.RDB$FIELD_LENGTH AS BYTES,"
                            + " f.RDB$CHARACTER_LENGTH AS CHARACTERS, c.RDB$CHARACTER_SET_NAME AS"
                            + " CHARACTER_SET, f.RDB$COMPUTED_SOURCE AS COMPUTED"
                            + " FROM RDB$RELATION_FIELDS r JOIN RDB$FIELDS f"
                            + " ON f.RDB$FIELD_NAME = r.RDB$FIELD_SOURCE"
                            + " LEFT JOIN RDB$CHARACTER_SETS c"
                            + " ON c.RDB$CHARACTER_SET_ID = f.RDB$CHARACTER_SET_ID"
                            + " WHERE COALESCE(r.RDB$SYSTEM_FLAG, 0) = 0"
                            + " ORDER BY r.RDB$RELATION_NAME, r.RDB$FIELD_POSITION",
                    List.of(),
                    this::column);
        }

        private void column(ResultSet row) throws SQLException {
            String owner = name(row, "OWNER");
            String column = name(row, "NAME");
            if (column.equals(FirebirdConversion.WAITING)) {
                return;
            }
            boolean required = row.getInt("REQUIRED") == 1 || row.getInt("DOMAIN_REQUIRED") == 1;
            String remarks = text(row, "REMARKS");
            ColumnType type = FirebirdTypeReader.type(row, remarks);
            FoundTable table = found.find("", owner).orElse(null);
            if (table == null) {
                found.viewColumn("", owner, column, type, required);
                return;
            }
            String computed = text(row, "COMPUTED").strip();
            boolean isNumbered =
                    numbered.contains(owner + '\0' + column) || row.getString("NUMBERED") != null;
            table.column(
                    column,
                    type,
                    required,
                    computed.isEmpty() && !isNumbered
                            ? FirebirdTypeReader.defaultValue(type, text(row, "FALLBACK"))
                            : null,
                    isNumbered ? Identity.BY_DEFAULT : null,
                    computed.isEmpty()
                            ? null
                            : new Generated(Expression.sql(unwrapped(computed)), false),
                    FirebirdTypeReader.unmarked(remarks));
        }

        private static String unwrapped(String source) {
            return source.startsWith("(") && source.endsWith(")")
                    ? source.substring(1, source.length() - 1)
                    : source;
        }

        void constraints() throws SQLException {
            catalog.each(
                    "SELECT RDB$INDEX_NAME AS NAME, RDB$FIELD_NAME AS PART FROM RDB$INDEX_SEGMENTS"
                            + " ORDER BY RDB$INDEX_NAME, RDB$FIELD_POSITION",
                    List.of(),
                    row -> segments.add(name(row, "NAME"), name(row, "PART")));
            catalog.each(
                    "SELECT c.RDB$CONSTRAINT_NAME AS NAME, c.RDB$CONSTRAINT_TYPE AS KIND,"
                            + " c.RDB$RELATION_NAME AS OWNER, c.RDB$INDEX_NAME AS INDEX_NAME,"
                            + " r.RDB$UPDATE_RULE AS ON_UPDATE, r.RDB$DELETE_RULE AS ON_DELETE,"
                            + " t.RDB$RELATION_NAME AS TARGET, t.RDB$INDEX_NAME AS TARGET_INDEX"
                            + " FROM RDB$RELATION_CONSTRAINTS c LEFT JOIN RDB$REF_CONSTRAINTS r"
                            + " ON r.RDB$CONSTRAINT_NAME = c.RDB$CONSTRAINT_NAME"
                            + " LEFT JOIN RDB$RELATION_CONSTRAINTS t"
                            + " ON t.RDB$CONSTRAINT_NAME = r.RDB$CONST_NAME_UQ"
                            + " WHERE c.RDB$INDEX_NAME IS NOT NULL",
                    List.of(),
                    this::constraint);
        }

        private void constraint(ResultSet row) throws SQLException {
            FoundTable table = found.find("", name(row, "OWNER")).orElse(null);
            if (table == null) {
                return;
            }
            String constraint = name(row, "NAME");
            List<String> columns = segments.of(name(row, "INDEX_NAME"));
            switch (name(row, "KIND")) {
                case "PRIMARY KEY" -> table.primaryKey(constraint, columns);
                case "UNIQUE" -> table.unique(constraint, columns, true);
                case "FOREIGN KEY" ->
                        table.relation(
                                constraint,
                                columns,
                                found.name("", name(row, "TARGET")),
                                segments.of(name(row, "TARGET_INDEX")),
                                action(name(row, "ON_DELETE")),
                                action(name(row, "ON_UPDATE")));
                default -> {}
            }
        }

        /** RESTRICT is what Firebird shows where nothing was said; both are the same. */
        private static Action action(String rule) {
            return switch (rule) {
                case "CASCADE" -> Action.CASCADE;
                case "SET NULL" -> Action.SET_NULL;
                case "SET DEFAULT" -> Action.SET_DEFAULT;
                default -> Action.NO_ACTION;
            };
        }

        void checks() throws SQLException {
            catalog.each(
                    "SELECT c.RDB$CONSTRAINT_NAME AS NAME, c.RDB$RELATION_NAME AS OWNER,"
                            + " t.RDB$TRIGGER_SOURCE AS SOURCE FROM RDB$RELATION_CONSTRAINTS c"
                            + " JOIN RDB$CHECK_CONSTRAINTS k"
                            + " ON k.RDB$CONSTRAINT_NAME = c.RDB$CONSTRAINT_NAME"
                            + " JOIN RDB$TRIGGERS t ON t.RDB$TRIGGER_NAME = k.RDB$TRIGGER_NAME"
                            + " WHERE c.RDB$CONSTRAINT_TYPE = 'CHECK' AND t.RDB$TRIGGER_TYPE = 1",
                    List.of(),
                    row -> {
                        FoundTable table = found.find("", name(row, "OWNER")).orElse(null);
                        Matcher check = CHECK.matcher(text(row, "SOURCE"));
                        if (table != null && check.matches()) {
                            table.check(name(row, "NAME"), check.group(1));
                        }
                    });
        }

        void indexes() throws SQLException {
            catalog.each(
                    "SELECT i.RDB$INDEX_NAME AS NAME, i.RDB$RELATION_NAME AS OWNER,"
                            + " i.RDB$UNIQUE_FLAG AS IS_UNIQUE, i.RDB$INDEX_TYPE AS KIND,"
                            + " i.RDB$EXPRESSION_SOURCE AS EXPRESSION FROM RDB$INDICES i"
                            + " WHERE COALESCE(i.RDB$SYSTEM_FLAG, 0) = 0 AND NOT EXISTS (SELECT 1"
                            + " FROM RDB$RELATION_CONSTRAINTS c"
                            + " WHERE c.RDB$INDEX_NAME = i.RDB$INDEX_NAME)",
                    List.of(),
                    row -> {
                        FoundTable table = found.find("", name(row, "OWNER")).orElse(null);
                        if (table == null) {
                            return;
                        }
                        String index = name(row, "NAME");
                        boolean descending = row.getInt("KIND") == 1;
                        String expression = text(row, "EXPRESSION").strip();
                        List<Index.Part> parts =
                                expression.isEmpty()
                                        ? segments.of(index).stream()
                                                .map(c -> table.part(c, descending))
                                                .toList()
                                        : List.of(
                                                new Index.Part(
                                                        "", unwrapped(expression), descending));
                        table.index(index, parts, row.getInt("IS_UNIQUE") == 1, "", "");
                    });
        }
    }
}
