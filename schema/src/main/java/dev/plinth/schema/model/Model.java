package dev.plinth.schema.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that a project keeps in a database. Order is the reader's, not the database's. */
public final class Model {
    private final List<Table> tables;
    private final List<View> views;
    private final List<Choice> choices;
    private final Origin origin;
    private final Map<String, Table> tablesById;
    private final Map<TableName, Table> tablesByName;

    public Model(List<Table> tables, List<View> views, List<Choice> choices) {
        this(tables, views, choices, Origin.NONE);
    }

    public Model(List<Table> tables, List<View> views, List<Choice> choices, Origin origin) {
        this.tables = List.copyOf(tables);
        this.views = List.copyOf(views);
        this.choices = List.copyOf(choices);
        this.origin = origin;
        this.tablesById = index(this.tables, Table::id);
        this.tablesByName = index(this.tables, Table::name);
    }

    public static Model empty() {
        return new Model(List.of(), List.of(), List.of());
    }

    /** Of elements with the same key the first wins; validation reports the others. */
    private static <K> Map<K, Table> index(List<Table> tables, Function<Table, K> key) {
        return tables.stream().collect(Collectors.toUnmodifiableMap(key, t -> t, (a, b) -> a));
    }

    public List<Table> tables() {
        return tables;
    }

    public List<View> views() {
        return views;
    }

    public List<Choice> choices() {
        return choices;
    }

    public Origin origin() {
        return origin;
    }

    public Optional<Table> table(String id) {
        return Optional.ofNullable(tablesById.get(id));
    }

    public Optional<Table> tableNamed(TableName name) {
        return Optional.ofNullable(tablesByName.get(name));
    }

    public Optional<Choice> choice(String id) {
        return choices.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public Model withTables(List<Table> newTables) {
        return new Model(newTables, views, choices, origin);
    }

    public Model withViews(List<View> newViews) {
        return new Model(tables, newViews, choices, origin);
    }

    public Model withOrigin(Origin newOrigin) {
        return new Model(tables, views, choices, newOrigin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model that
                && tables.equals(that.tables)
                && views.equals(that.views)
                && choices.equals(that.choices)
                && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return tables.hashCode() * 31 + views.hashCode();
    }

    @Override
    public String toString() {
        return "Model[" + tables.size() + " tables, " + views.size() + " views]";
    }
}
