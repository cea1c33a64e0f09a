package dev.plinth.schema.dialect.hsqldb;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads keys, checks, relations and indexes. */
final class HsqldbKeys {
    private static final String NAME = "(?:[^\"\\s.]+|\"(?:[^\"]|\"\")+\")";

    /** What NOT NULL is to HSQLDB: a check with a name of its own. */
    private static final Pattern NOT_NULL =
            Pattern.compile(NAME + "\\." + NAME + "\\." + NAME + " IS NOT NULL");

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final Map<Name, Constraint> constraints = new HashMap<>();
    private final Groups<Name, String> columns = new Groups<>();

    private record Name(String schema, String name) {}

    private record Constraint(String type, String schema, String table) {}

    private record FoundIndex(String name, boolean unique, List<String> columns) {}

    private record IndexKey(String schema, String table, String name, boolean unique) {}

    HsqldbKeys(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT constraint_schema, constraint_name, constraint_type, table_schema,"
                        + " table_name FROM information_schema.table_constraints",
                List.of(),
                row ->
                        constraints.put(
                                name(row),
                                new Constraint(
                                        text(row, "constraint_type"),
                                        text(row, "table_schema"),
                                        text(row, "table_name"))));
        catalog.each(
                "SELECT constraint_schema, constraint_name, column_name"
                        + " FROM information_schema.key_column_usage"
                        + " ORDER BY constraint_schema, constraint_name, ordinal_position",
                List.of(),
                row -> columns.add(name(row), text(row, "column_name")));
        columns.each(this::key);
        checks();
        relations();
        indexes();
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(text(row, "constraint_schema"), text(row, "constraint_name"));
    }

    private void key(Name name, List<String> names) {
        Constraint constraint = constraints.get(name);
        if (constraint == null) {
            return;
        }
        FoundTable table = found.find(constraint.schema, constraint.table).orElse(null);
        if (table == null) {
            return;
        }
        switch (constraint.type) {
            case "PRIMARY KEY" -> table.primaryKey(name.name, names);
            case "UNIQUE" -> table.unique(name.name, names, true);
            default -> {}
        }
    }

    private void checks() throws SQLException {
        catalog.each(
                "SELECT constraint_schema, constraint_name, check_clause"
                        + " FROM information_schema.check_constraints"
                        + " WHERE constraint_schema IN (?)",
                schemas,
                row -> {
                    Name name = name(row);
                    String clause = text(row, "check_clause");
                    Constraint constraint = constraints.get(name);
                    if (constraint != null && !isNotNull(name.name, clause)) {
                        found.find(constraint.schema, constraint.table)
                                .ifPresent(
                                        t ->
                                                t.check(
                                                        name.name,
                                                        ownNames(
                                                                clause,
                                                                constraint.schema,
                                                                constraint.table)));
                    }
                });
    }

    /**
     * The expression without the name of its table, which HSQLDB adds to every column: it is not to
     * become another when the table is renamed.
     */
    static String ownNames(String expression, String schema, String table) {
        List<SqlToken> tokens = SqlToken.of(expression);
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (int i = 0; i + 4 < tokens.size(); i++) {
            boolean own =
                    tokens.get(i).isName()
                            && tokens.get(i).text().equals(schema)
                            && tokens.get(i + 1).is(".")
                            && tokens.get(i + 2).isName()
                            && tokens.get(i + 2).text().equals(table)
                            && tokens.get(i + 3).is(".");
            if (own) {
                shown.append(expression, at, tokens.get(i).start());
                at = tokens.get(i + 4).start();
            }
        }
        return shown.append(expression, at, expression.length()).toString();
    }

    private static boolean isNotNull(String name, String clause) {
        return name.startsWith("SYS_CT_") && NOT_NULL.matcher(clause).matches();
    }

    /** Of each column pair there is a row; the rules are numbers as JDBC has them. */
    private void relations() throws SQLException {
        record Key(Name name, String table, Name target, Action onDelete, Action onUpdate) {}
        Groups<Key, String[]> pairs = new Groups<>();
        catalog.each(
                "SELECT x.fktable_schem, x.fktable_name, x.fk_name, x.fkcolumn_name,"
                        + " x.pktable_schem, x.pktable_name, x.pkcolumn_name,"
                        + " r.delete_rule, r.update_rule"
                        + " FROM information_schema.system_crossreference x"
                        + " JOIN information_schema.referential_constraints r"
                        + " ON r.constraint_schema = x.fktable_schem"
                        + " AND r.constraint_name = x.fk_name"
                        + " WHERE x.fktable_schem IN (?)"
                        + " ORDER BY x.fktable_schem, x.fk_name, x.key_seq",
                schemas,
                row ->
                        pairs.add(
                                new Key(
                                        new Name(text(row, "fktable_schem"), text(row, "fk_name")),
                                        text(row, "fktable_name"),
                                        new Name(
                                                text(row, "pktable_schem"),
                                                text(row, "pktable_name")),
                                        action(text(row, "delete_rule")),
                                        action(text(row, "update_rule"))),
                                new String[] {
                                    text(row, "fkcolumn_name"), text(row, "pkcolumn_name")
                                }));
        pairs.each(
                (key, list) ->
                        found.find(key.name.schema, key.table)
                                .ifPresent(
                                        t ->
                                                t.relation(
                                                        key.name.name,
                                                        list.stream().map(p -> p[0]).toList(),
                                                        found.name(
                                                                key.target.schema, key.target.name),
                                                        list.stream().map(p -> p[1]).toList(),
                                                        key.onDelete,
                                                        key.onUpdate)));
    }

    private static Action action(String rule) {
        return Action.valueOf(rule.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    /** HSQLDB does not tell which direction an index has, nor which belongs to a constraint. */
    private void indexes() throws SQLException {
        Groups<IndexKey, String> parts = new Groups<>();
        catalog.each(
                "SELECT table_schem, table_name, index_name, non_unique, column_name"
                        + " FROM information_schema.system_indexinfo WHERE table_schem IN (?)"
                        + " ORDER BY table_schem, table_name, index_name, ordinal_position",
                schemas,
                row ->
                        parts.add(
                                new IndexKey(
                                        text(row, "table_schem"),
                                        text(row, "table_name"),
                                        text(row, "index_name"),
                                        !row.getBoolean("non_unique")),
                                text(row, "column_name")));
        Groups<Name, FoundIndex> all = new Groups<>();
        parts.each(
                (key, names) ->
                        all.add(
                                new Name(key.schema, key.table),
                                new FoundIndex(key.name, key.unique, names)));
        Groups<Name, Name> owned = new Groups<>();
        columns.each(
                (name, _) -> {
                    Constraint constraint = constraints.get(name);
                    if (constraint != null) {
                        owned.add(new Name(constraint.schema, constraint.table), name);
                    }
                });
        all.each(
                (table, indexes) -> {
                    List<FoundIndex> own = new ArrayList<>(indexes);
                    owned.of(table).forEach(c -> removeIndexOf(c, own));
                    found.find(table.schema, table.name)
                            .ifPresent(
                                    t ->
                                            own.forEach(
                                                    i ->
                                                            t.index(
                                                                    i.name,
                                                                    i.columns.stream()
                                                                            .map(
                                                                                    c ->
                                                                                            t.part(
                                                                                                    c,
                                                                                                    false))
                                                                            .toList(),
                                                                    i.unique,
                                                                    "",
                                                                    "")));
                });
    }

    /**
     * Each constraint has an index of its own, of its first name, or of one that begins SYS_, or of
     * its name and * where that was taken (2.7.4).
     */
    private void removeIndexOf(Name constraint, List<FoundIndex> indexes) {
        List<String> names = columns.of(constraint);
        indexes.stream()
                .filter(i -> i.columns.equals(names))
                .min(
                        Comparator.comparing(
                                        (FoundIndex i) -> !i.name.equals(constraint.name + "*"))
                                .thenComparing(i -> !i.name.equals(constraint.name))
                                .thenComparing(i -> !i.name.startsWith("SYS_"))
                                .thenComparing(i -> !i.unique))
                .ifPresent(indexes::remove);
    }
}
