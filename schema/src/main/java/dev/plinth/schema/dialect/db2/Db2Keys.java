package dev.plinth.schema.dialect.db2;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys, checks, relations and indexes. */
final class Db2Keys {
    /** A part of an index that is a unique key: nothing where a column has no value. */
    private static final Pattern PRESENT =
            Pattern.compile(
                    "\\(?CASE\\s+WHEN\\s+\\(?(?:\\(?\"?[^\"]+\"?\\s+IS\\s+NOT\\s+NULL\\)?(?:\\s+AND\\s+)?)+\\)?"
                        + "\\s+THEN\\s+\"?([^\"]+?)\"?\\s+(?:ELSE\\s+NULL\\s+)?END\\)?",
                    Pattern.CASE_INSENSITIVE);

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    private record Key(String schema, String table, String name, boolean primary) {}

    private record IndexKey(
            String schema, String table, String name, boolean unique, boolean withNulls) {}

    private record Part(String column, String expression, String order) {
        boolean descends() {
            return order.equals("D");
        }

        boolean isIncluded() {
            return order.equals("I");
        }
    }

    private record RelationKey(
            String schema,
            String table,
            String name,
            String targetSchema,
            String target,
            Action onDelete,
            Action onUpdate) {}

    private record Pair(String column, String target) {}

    Db2Keys(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        keys();
        checks();
        relations();
        indexes();
        unenforced();
    }

    private void keys() throws SQLException {
        Groups<Key, String> columns = new Groups<>();
        catalog.each(
                """
                SELECT k.tabschema, k.tabname, k.constname, k.type, n.colname FROM syscat.tabconst k
                JOIN syscat.keycoluse n ON n.tabschema = k.tabschema AND n.tabname = k.tabname
                    AND n.constname = k.constname
                WHERE k.type IN ('P', 'U') AND k.enforced = 'Y' AND k.tabschema IN (?)
                ORDER BY k.tabschema, k.tabname, k.constname, n.colseq\
                """,
                schemas,
                row ->
                        columns.add(
                                new Key(
                                        text(row, "tabschema").strip(),
                                        text(row, "tabname"),
                                        text(row, "constname"),
                                        text(row, "type").equals("P")),
                                text(row, "colname")));
        columns.each(
                (key, names) ->
                        found.find(key.schema, key.table)
                                .ifPresent(
                                        t -> {
                                            if (key.primary) {
                                                t.primaryKey(key.name, names);
                                            } else {
                                                t.unique(key.name, names, true);
                                            }
                                        }));
    }

    /** Others are what Db2 makes of computed columns, and what it is told to believe. */
    private void checks() throws SQLException {
        catalog.each(
                """
                SELECT c.tabschema, c.tabname, c.constname, c.text FROM syscat.checks c
                JOIN syscat.tabconst k ON k.tabschema = c.tabschema AND k.tabname = c.tabname
                    AND k.constname = c.constname
                WHERE c.type = 'C' AND k.enforced = 'Y' AND c.tabschema IN (?)\
                """,
                schemas,
                row -> {
                    String name = text(row, "constname");
                    String condition = text(row, "text").strip();
                    found.find(text(row, "tabschema").strip(), text(row, "tabname"))
                            .ifPresent(t -> t.check(name, condition));
                });
    }

    private void relations() throws SQLException {
        Groups<RelationKey, Pair> pairs = new Groups<>();
        catalog.each(
                """
                SELECT r.tabschema, r.tabname, r.constname, r.reftabschema, r.reftabname, r.deleterule,
                    r.updaterule, n.colname, t.colname AS target
                FROM syscat.references r
                JOIN syscat.tabconst k ON k.tabschema = r.tabschema AND k.tabname = r.tabname
                    AND k.constname = r.constname
                JOIN syscat.keycoluse n ON n.tabschema = r.tabschema AND n.tabname = r.tabname
                    AND n.constname = r.constname
                JOIN syscat.keycoluse t ON t.tabschema = r.reftabschema AND t.tabname = r.reftabname
                    AND t.constname = r.refkeyname AND t.colseq = n.colseq
                WHERE k.enforced = 'Y' AND r.tabschema IN (?)
                ORDER BY r.tabschema, r.tabname, r.constname, n.colseq\
                """,
                schemas,
                row ->
                        pairs.add(
                                new RelationKey(
                                        text(row, "tabschema").strip(),
                                        text(row, "tabname"),
                                        text(row, "constname"),
                                        text(row, "reftabschema").strip(),
                                        text(row, "reftabname"),
                                        action(text(row, "deleterule")),
                                        action(text(row, "updaterule"))),
                                new Pair(text(row, "colname"), text(row, "target"))));
        pairs.each(
                (key, columns) ->
                        found.find(key.schema, key.table)
                                .ifPresent(
                                        t ->
                                                t.relation(
                                                        key.name,
                                                        columns.stream().map(Pair::column).toList(),
                                                        found.name(key.targetSchema, key.target),
                                                        columns.stream().map(Pair::target).toList(),
                                                        key.onDelete,
                                                        key.onUpdate)));
    }

    private static Action action(String rule) {
        return switch (rule) {
            case "C" -> Action.CASCADE;
            case "N" -> Action.SET_NULL;
            case "R" -> Action.RESTRICT;
            default -> Action.NO_ACTION;
        };
    }

    /** One that a key was made on goes by the name of the key. */
    private void indexes() throws SQLException {
        Groups<IndexKey, Part> parts = new Groups<>();
        Set<String> noted = new HashSet<>();
        catalog.each(
                """
                SELECT i.tabschema, i.tabname, i.indschema, i.indname, i.uniquerule, i.indextype,
                    i.nullkeys, n.colname, n.colorder, n.virtual, n.text
                FROM syscat.indexes i
                JOIN syscat.indexcoluse n ON n.indschema = i.indschema AND n.indname = i.indname
                WHERE i.user_defined <> 0 AND i.tabschema IN (?)
                AND NOT EXISTS (SELECT 1 FROM syscat.constdep d WHERE d.btype = 'I'
                    AND d.bschema = i.indschema AND d.bname = i.indname)
                ORDER BY i.tabschema, i.tabname, i.indschema, i.indname, n.colseq\
                """,
                schemas,
                row -> part(row, parts, noted));
        parts.each(
                (key, list) ->
                        found.find(key.schema, key.table).ifPresent(t -> index(t, key, list)));
    }

    private void part(ResultSet row, Groups<IndexKey, Part> parts, Set<String> noted)
            throws SQLException {
        String schema = text(row, "tabschema").strip();
        String table = text(row, "tabname");
        String name = text(row, "indname");
        String kind = text(row, "indextype").strip();
        boolean usual = kind.equals("REG") && text(row, "indschema").strip().equals(schema);
        if (!usual && noted.add(schema + '\0' + name)) {
            found.note(
                    "I003",
                    found.name(schema, table),
                    "indexes/" + name,
                    "The index \"" + name + "\" is of a kind that a model cannot hold.",
                    "It stays as it is unless it is changed here; then that is lost.");
        }
        if (usual) {
            boolean computed = !text(row, "virtual").equals("N") && !text(row, "text").isEmpty();
            parts.add(
                    new IndexKey(
                            schema,
                            table,
                            name,
                            text(row, "uniquerule").equals("U"),
                            !text(row, "nullkeys").equals("N")),
                    new Part(
                            text(row, "colname"),
                            computed ? text(row, "text").strip() : "",
                            text(row, "colorder")));
        }
    }

    private static void index(FoundTable table, IndexKey key, List<Part> all) {
        List<Part> parts = all.stream().filter(p -> !p.isIncluded()).toList();
        boolean plain =
                parts.size() == all.size()
                        && parts.stream().noneMatch(p -> p.descends() || !p.expression.isEmpty());
        List<String> columns = parts.stream().map(Part::column).toList();
        boolean optional = columns.stream().anyMatch(c -> !table.isRequired(c));
        List<Matcher> present =
                parts.stream()
                        .map(p -> PRESENT.matcher(p.expression))
                        .filter(Matcher::matches)
                        .toList();
        if (key.unique && present.size() == parts.size()) {
            table.unique(key.name, present.stream().map(m -> m.group(1)).toList(), true);
        } else if (key.unique && plain && optional && (key.withNulls || parts.size() == 1)) {
            table.unique(key.name, columns, !key.withNulls);
        } else {
            table.index(
                    key.name,
                    parts.stream().map(p -> part(table, p)).toList(),
                    key.unique,
                    "",
                    all.stream().filter(Part::isIncluded).map(Part::column).toList(),
                    "");
        }
    }

    private static Index.Part part(FoundTable table, Part part) {
        return part.expression.isEmpty()
                ? table.part(part.column, part.descends())
                : new Index.Part("", part.expression, part.descends());
    }

    private void unenforced() throws SQLException {
        catalog.each(
                """
                SELECT tabschema, tabname, constname FROM syscat.tabconst
                WHERE enforced <> 'Y' AND tabschema IN (?)\
                """,
                schemas,
                row -> {
                    String name = text(row, "constname");
                    found.note(
                            "I003",
                            found.name(text(row, "tabschema").strip(), text(row, "tabname")),
                            "constraints/" + name,
                            "The constraint \"" + name + "\" is not enforced by the database.",
                            "It is left out and stays as it is.");
                });
    }
}
