package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Heir;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.TemporaryNames;
import dev.plinth.schema.dialect.Unready;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an inspector has read so far. */
public final class FoundModel {
    /** How the names of the tables begin in which Plinth keeps its own books. */
    private static final String BOOKKEEPING = "plinth_";

    private final String defaultSchema;
    private final Map<TableName, FoundTable> tables = new TreeMap<>();
    private final Map<TableName, FoundView> views = new TreeMap<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final List<Unready> unready = new ArrayList<>();
    private final List<Heir> heirs = new ArrayList<>();
    private final List<Belonging> belongings = new ArrayList<>();

    /**
     * @param defaultSchema its tables have no schema in their name
     */
    public FoundModel(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    private record FoundView(String query, String comment, List<Column> columns) {}

    /** A name as the model has it. */
    public TableName name(String schema, String name) {
        return new TableName(schema.equals(defaultSchema) ? "" : schema, name);
    }

    public void table(String schema, String name, String comment) {
        if (!isBookkeeping(name)) {
            TableName found = name(schema, name);
            tables.put(found, new FoundTable(found, comment));
        }
    }

    /** A table read before; empty for what is left out. */
    public Optional<FoundTable> find(String schema, String name) {
        return Optional.ofNullable(tables.get(name(schema, name)));
    }

    public void view(String schema, String name, String query, String comment) {
        if (!isBookkeeping(name)) {
            views.put(name(schema, name), new FoundView(query, comment, new ArrayList<>()));
        }
    }

    public boolean isView(String schema, String name) {
        return views.containsKey(name(schema, name));
    }

    /** Adds the next column of a view read before. */
    public void viewColumn(
            String schema, String view, String column, ColumnType type, boolean required) {
        TableName name = name(schema, view);
        FoundView found = views.get(name);
        if (found != null) {
            String id = DerivedIds.column(name, column);
            found.columns().add(Column.of(id, column, type).withRequired(required));
        }
    }

    /**
     * Notes something of a table or view that a model cannot hold.
     *
     * @param path below it, such as {@code columns/email}; empty for itself
     */
    public void note(String code, TableName table, String path, String message, String hint) {
        String place =
                (views.containsKey(table) ? "views/" : "tables/")
                        + table
                        + (path.isEmpty() ? "" : "/" + path);
        notes.add(Problem.warning(code, place, message, hint));
    }

    /** Tells what tables may need; first comes what others need. */
    public void need(String name, String sql) {
        needs.add(new Need(name, sql));
    }

    /** Tells that an index or a constraint does not hold yet. */
    public void unready(TableName table, String element) {
        unready.add(new Unready(table, element));
    }

    /** Tells that one table has what another one has; see {@link Heir}. */
    public void heir(TableName table, TableName parent, Set<String> own) {
        heirs.add(new Heir(table, parent, own));
    }

    /** Of the views of the default schema. */
    public List<String> queries() {
        return views.entrySet().stream()
                .filter(v -> v.getKey().schema().isEmpty())
                .map(v -> v.getValue().query())
                .toList();
    }

    public boolean hasViews() {
        return !views.isEmpty();
    }

    /** Tells what a view read before has; see {@link Belonging}. */
    public void belonging(Belonging belonging) {
        if (views.containsKey(belonging.view())) {
            belongings.add(belonging);
        }
    }

    private static boolean isBookkeeping(String name) {
        // A deployment that ended on its way leaves people's tables under temporary names.
        return name.toLowerCase(Locale.ROOT).startsWith(BOOKKEEPING)
                && TemporaryNames.id(name).isEmpty();
    }

    /** All that was read, sorted by name. */
    public Inspection inspection(String version) {
        List<Table> found = new ArrayList<>();
        for (FoundTable table : tables.values()) {
            table.keys().stream()
                    .filter(k -> !tables.containsKey(k.target()))
                    .forEach(k -> noteUnread(table.name(), k));
            found.add(table.table(tables::containsKey));
        }
        List<View> foundViews =
                views.entrySet().stream().map(e -> view(e.getKey(), e.getValue())).toList();
        notes.sort(Comparator.comparing(Problem::path).thenComparing(Problem::code));
        Model model = new Model(found, foundViews, List.of(), new Origin("", needs));
        return new Inspection(model, notes, version, List.of(), unready, heirs, belongings);
    }

    private static View view(TableName name, FoundView found) {
        return new View(
                DerivedIds.view(name), name, "", found.columns(), found.query(), found.comment());
    }

    private void noteUnread(TableName table, ForeignKey key) {
        note(
                "I001",
                table,
                "relations/" + key.name(),
                "The relation \""
                        + key.name()
                        + "\" leads to "
                        + key.target()
                        + ", which was not read.",
                "Inspect the schema of " + key.target() + " as well.");
    }
}
