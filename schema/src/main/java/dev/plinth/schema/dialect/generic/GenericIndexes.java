package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.generic.MetadataReader.Name;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Index;

import org.jspecify.annotations.Nullable;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the indexes of a table, without those by which the database keeps keys and relations. */
final class GenericIndexes {
    /** How H2, HSQLDB, Derby and DB2, Firebird, SQLite name what nobody named. */
    private static final Pattern UNNAMED =
            Pattern.compile(
                    "(?i)(CONSTRAINT_INDEX_|PRIMARY_KEY_|SYS_IDX_|SQL\\d|RDB\\$|sqlite_autoindex).*");

    private final MetadataReader metadata;
    private final FoundModel found;
    private final FoundTable table;
    private final Name name;
    private final List<Key> keys;
    private final Map<String, Found> indexes = new LinkedHashMap<>();

    /** What a database may keep an index for. */
    record Key(String name, List<String> columns, boolean unique) {}

    private static final class Found {
        private final String index;
        private final boolean unique;
        private final List<String> columns = new ArrayList<>();
        private final List<Boolean> descending = new ArrayList<>();
        private boolean special;

        Found(String index, boolean unique) {
            this.index = index;
            this.unique = unique;
        }
    }

    GenericIndexes(
            MetadataReader metadata,
            FoundModel found,
            FoundTable table,
            Name name,
            List<Key> keys) {
        this.metadata = metadata;
        this.found = found;
        this.table = table;
        this.name = name;
        this.keys = keys;
    }

    void read() throws SQLException {
        metadata.indexes(name, this::part);
        keys.forEach(this::leaveOut);
        indexes.values().forEach(this::tell);
    }

    private void part(ResultSet row) throws SQLException {
        String index = row.getString("INDEX_NAME");
        if (row.getShort("TYPE") == DatabaseMetaData.tableIndexStatistic || index == null) {
            return;
        }
        boolean unique = !row.getBoolean("NON_UNIQUE");
        Found into = indexes.computeIfAbsent(index, i -> new Found(i, unique));
        String column = column(row.getString("COLUMN_NAME"));
        into.columns.add(column);
        into.descending.add("D".equals(row.getString("ASC_OR_DESC")));
        String filter = row.getString("FILTER_CONDITION");
        into.special |=
                column == null || !table.hasColumn(column) || (filter != null && !filter.isBlank());
    }

    /** PostgreSQL's driver quotes some names, and takes away every quote at both ends again. */
    private String column(@Nullable String told) {
        String shown = told == null ? "" : told;
        return table.hasColumn(shown)
                ? shown
                : table.columnNames()
                        .filter(c -> bare(c.replace("\"", "\"\"")).equals(bare(shown)))
                        .findFirst()
                        .orElse(shown);
    }

    private static String bare(String name) {
        return name.replaceAll("^\"+|\"+$", "");
    }

    private void leaveOut(Key key) {
        List<Found> alike =
                indexes.values().stream()
                        .filter(i -> i.columns.equals(key.columns) && (i.unique || !key.unique))
                        .toList();
        Optional<Found> named = alike.stream().filter(i -> isOf(key, i)).findFirst();
        Optional<Found> backing =
                named.isEmpty() && key.unique ? alike.stream().findFirst() : named;
        backing.ifPresent(i -> indexes.remove(i.index));
    }

    /** Named as the key, or after it as H2 does, or by the database. */
    private static boolean isOf(Key key, Found index) {
        return index.index.equals(key.name)
                || index.index.startsWith(key.name + "_INDEX_")
                || UNNAMED.matcher(index.index).matches();
    }

    private void tell(Found index) {
        if (index.special) {
            found.note(
                    "I003",
                    table.name(),
                    "indexes/" + index.index,
                    "The index \""
                            + index.index
                            + "\" has an expression or a condition, which the driver does not tell"
                            + " well enough.",
                    "It stays as it is and is left alone.");
            return;
        }
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < index.columns.size(); i++) {
            parts.add(table.part(index.columns.get(i), index.descending.get(i)));
        }
        table.index(index.index, parts, index.unique, "", "");
    }
}
