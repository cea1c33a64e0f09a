package dev.plinth.data.catalog;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Extras;
import dev.plinth.schema.dialect.Extras.ViewColumn;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that requests can name in one database. Built once for a deployment, then shared. */
public final class Catalog {
    private final Dialect dialect;
    private final Model model;
    private final List<String> schemas;
    private final Map<String, Map<String, CatalogTable>> bySchema = new LinkedHashMap<>();
    private final Map<String, CatalogTable> byId = new LinkedHashMap<>();

    /** Tables that only views show, by the names that the database has for them. */
    private final Map<TableName, CatalogTable> hidden = new LinkedHashMap<>();

    private final Map<ColumnType, Representation> representations = new LinkedHashMap<>();
    private final Routines routines;
    private final Map<CatalogTable, List<CatalogRelation>> relations;

    private Catalog(Model model, Dialect dialect, List<String> schemas, Extras extras) {
        this.dialect = dialect;
        this.model = model;
        this.schemas = schemas.isEmpty() ? List.of("") : List.copyOf(schemas);
        for (Extras.Representation known : extras.representations()) {
            representations.put(
                    known.type(),
                    new Representation(
                            quoted(known.toJson()),
                            quoted(known.fromJson()),
                            quoted(known.fromText())));
        }
        for (Table table : model.tables()) {
            add(table(table));
        }
        for (Table table : extras.around().tables()) {
            if (table(table.name()) == null) {
                hidden.put(table.name(), table(table));
            }
        }
        for (View view : model.views()) {
            add(view(view, keyOf(view, extras)));
        }
        this.routines = new Routines(this, extras.routines());
        this.relations =
                Relations.of(
                        this, List.of(model, extras.around()), shown(extras), routines.relations());
    }

    /** As {@link #of(Model, Dialect, List, Extras)}, with nothing besides the model. */
    public static Catalog of(Model model, Dialect dialect, List<String> schemas) {
        return of(model, dialect, schemas, Extras.NONE);
    }

    /**
     * The catalog of a model as it is deployed.
     *
     * @param schemas those that requests may choose, the default one first; none for a database
     *     without schemas
     * @param extras what the database offers besides
     */
    public static Catalog of(Model model, Dialect dialect, List<String> schemas, Extras extras) {
        return new Catalog(model, dialect, schemas, extras);
    }

    private @Nullable String quoted(@Nullable TableName function) {
        return function == null ? null : dialect.names().quote(function);
    }

    /** How values of a type are shown and read. */
    Representation representation(ColumnType type) {
        return representations.getOrDefault(type, Representation.PLAIN);
    }

    /** Which columns of views show columns of tables. */
    private ViewColumns shown(Extras extras) {
        ViewColumns shown = new ViewColumns();
        for (ViewColumn origin : extras.viewColumns()) {
            CatalogTable view = table(origin.view());
            CatalogTable table = known(origin.table());
            CatalogColumn viewColumn = view == null ? null : view.column(origin.column());
            CatalogColumn column = table == null ? null : table.column(origin.tableColumn());
            if (view != null && table != null && viewColumn != null && column != null) {
                shown.add(view, viewColumn, table, column);
            }
        }
        return shown;
    }

    /** The columns of a view that show the keys of its tables; none unless they show all of one. */
    private List<String> keyOf(View view, Extras extras) {
        Map<TableName, Map<String, String>> shown = new LinkedHashMap<>();
        for (ViewColumn origin : extras.viewColumns()) {
            if (origin.view().equals(view.name())) {
                shown.computeIfAbsent(origin.table(), t -> new LinkedHashMap<>())
                        .putIfAbsent(origin.tableColumn(), origin.column());
            }
        }
        List<String> key = new ArrayList<>();
        shown.forEach(
                (name, columns) -> {
                    CatalogTable table = known(name);
                    if (table != null && !table.key().isEmpty()) {
                        List<String> names =
                                table.key().stream().map(c -> columns.get(c.name())).toList();
                        if (!names.contains(null)) {
                            key.addAll(names);
                        }
                    }
                });
        return key;
    }

    /** A table by the name that the model has for it. */
    @Nullable CatalogTable table(TableName name) {
        return table(name.schema().isEmpty() ? defaultSchema() : name.schema(), name.name());
    }

    /** As {@link #table(TableName)}, and also tables that nobody can name but that views show. */
    @Nullable CatalogTable known(TableName name) {
        CatalogTable table = table(name);
        return table == null ? hidden.get(name) : table;
    }

    boolean isHidden(CatalogTable table) {
        return hidden.get(table.modelName()) == table;
    }

    /** The functions that requests can call. */
    public Routines routines() {
        return routines;
    }

    private void add(CatalogTable table) {
        byId.put(table.id(), table);
        bySchema.computeIfAbsent(table.schema(), s -> new LinkedHashMap<>())
                .put(table.name(), table);
    }

    private CatalogTable table(Table table) {
        return entry(
                table.id(),
                table.name(),
                table.comment(),
                table,
                table.columns(),
                table.columnNames(table.keyColumns()));
    }

    private CatalogTable view(View view, List<String> key) {
        return entry(view.id(), view.name(), view.comment(), null, view.columns(), key);
    }

    /** Columns that are of no table that requests can name. */
    CatalogTable withoutRows(String id, TableName name, List<Column> columns) {
        return entry(id, name, "", null, columns, List.of());
    }

    private CatalogTable entry(
            String id,
            TableName name,
            String comment,
            @Nullable Table table,
            List<Column> columns,
            List<String> key) {
        String schema = name.schema().isEmpty() ? defaultSchema() : name.schema();
        return new CatalogTable(
                id,
                schema,
                name,
                dialect.names().quote(name),
                comment,
                table,
                columns,
                columns.stream().map(c -> dialect.names().quote(c.name())).toList(),
                key,
                Stream.of(dialect.queries().rowAddress(), dialect.queries().rowPart())
                        .flatMap(Optional::stream)
                        .toList(),
                this::representation);
    }

    public Dialect dialect() {
        return dialect;
    }

    public Model model() {
        return model;
    }

    /** The schemas that requests may choose, the default one first. */
    public List<String> schemas() {
        return schemas;
    }

    public String defaultSchema() {
        return schemas.getFirst();
    }

    public @Nullable CatalogTable table(String schema, String name) {
        Map<String, CatalogTable> tables = bySchema.get(schema);
        return tables == null ? null : tables.get(name);
    }

    public @Nullable CatalogTable tableById(String id) {
        return byId.get(id);
    }

    public Collection<CatalogTable> tables(String schema) {
        return bySchema.getOrDefault(schema, Map.of()).values();
    }

    public Collection<CatalogTable> allTables() {
        return byId.values();
    }

    /** The relations of a table to others and to itself. */
    public List<CatalogRelation> relations(CatalogTable table) {
        return relations.getOrDefault(table, List.of());
    }
}
