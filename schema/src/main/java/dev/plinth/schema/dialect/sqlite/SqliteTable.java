package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A table while it is read: its columns as SQLite understood them, the rest from its text. */
final class SqliteTable {
    private static final int VIRTUAL = 2;
    private static final int STORED = 3;

    private final FoundTable table;
    private final Names names;
    private final SqliteDefinition definition;
    private final List<Found> columns = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    /**
     * @param keyPlace place in the primary key, from 1; 0 when it is not part of it
     */
    private record Found(
            String name,
            String type,
            boolean required,
            @Nullable String value,
            int keyPlace,
            int hidden) {}

    SqliteTable(FoundTable table, Names names, SqliteDefinition definition) {
        this.table = table;
        this.names = names;
        this.definition = definition;
    }

    void column(
            String name,
            String type,
            boolean required,
            @Nullable String value,
            int keyPlace,
            int hidden) {
        if (hidden == 0 || hidden == VIRTUAL || hidden == STORED) {
            columns.add(new Found(name, type, required, value, keyPlace, hidden));
        }
    }

    void addTo(FoundModel found, String schema, Map<String, SqliteTable> others) {
        List<String> key = key();
        boolean withoutRowNumber = definition.losses().contains("WITHOUT ROWID");
        boolean numbered = key.size() == 1 && !withoutRowNumber;
        for (Found column : columns) {
            add(column, numbered, withoutRowNumber);
        }
        if (!key.isEmpty()) {
            table.primaryKey(definition.keyName(), key);
        }
        definition.uniques().forEach(u -> unique(u.name(), actual(u.columns())));
        definition.checks().forEach(c -> check(c.name(), c.expression()));
        definition.references().forEach(r -> relation(r, found, schema, others));
        if (!definition.losses().isEmpty()) {
            found.note(
                    "I003",
                    table.name(),
                    "",
                    "The table \""
                            + table.name()
                            + "\" uses "
                            + String.join(", ", definition.losses())
                            + ", which a model cannot hold.",
                    "It is lost if a change makes the table anew.");
        }
    }

    private void add(Found column, boolean numbered, boolean withoutRowNumber) {
        boolean key = column.keyPlace() > 0;
        boolean identity = key && numbered && column.type().equalsIgnoreCase("INTEGER");
        ColumnType type = identity ? IntegerType.BIG : SqliteDeclaredTypes.of(column.type());
        Generated generated = generated(column);
        table.column(
                column.name(),
                type,
                column.required() || identity || (key && withoutRowNumber),
                identity || generated != null
                        ? null
                        : SqliteInspector.defaultOf(type, column.value()),
                identity ? Identity.BY_DEFAULT : null,
                generated,
                "");
    }

    private @Nullable Generated generated(Found column) {
        String expression = definition.generated().get(column.name());
        return column.hidden() == 0 || expression == null
                ? null
                : new Generated(Expression.sql(expression), column.hidden() == STORED);
    }

    private List<String> key() {
        Map<Integer, String> key = new TreeMap<>();
        columns.stream()
                .filter(c -> c.keyPlace() > 0)
                .forEach(c -> key.put(c.keyPlace(), c.name()));
        return List.copyOf(key.values());
    }

    /** Names are the same to SQLite in whatever case; here they are as the column has them. */
    private List<String> actual(List<String> written) {
        return written.stream()
                .map(
                        w ->
                                columns.stream()
                                        .map(Found::name)
                                        .filter(n -> n.equalsIgnoreCase(w))
                                        .findFirst()
                                        .orElse(w))
                .toList();
    }

    private void unique(String name, List<String> columnNames) {
        table.unique(named(name, String.join("_", columnNames) + "_key"), columnNames, true);
    }

    private void check(String name, String expression) {
        table.check(named(name, "check"), expression);
    }

    /**
     * A constraint without a name gets the one it would have if it were made from a model, so that
     * it is not made anew for its name.
     */
    private String named(String name, String ending) {
        if (!name.isEmpty()) {
            return name;
        }
        String first = names.fitted(table.name().name() + "_" + ending);
        String free = first;
        for (int i = 2; !given.add(free); i++) {
            free = first + i;
        }
        return free;
    }

    private void relation(
            SqliteDefinition.Reference reference,
            FoundModel found,
            String schema,
            Map<String, SqliteTable> others) {
        List<String> columnNames = actual(reference.columns());
        SqliteTable target = others.get(reference.target().toLowerCase(Locale.ROOT));
        List<String> targetColumns =
                target == null
                        ? reference.targetColumns()
                        : reference.targetColumns().isEmpty()
                                ? target.key()
                                : target.actual(reference.targetColumns());
        table.relation(
                named(reference.name(), String.join("_", columnNames) + "_fkey"),
                columnNames,
                target == null ? found.name(schema, reference.target()) : target.table.name(),
                targetColumns,
                action(reference.onDelete()),
                action(reference.onUpdate()),
                reference.deferral());
    }

    private static Action action(String words) {
        return switch (words) {
            case "RESTRICT" -> Action.RESTRICT;
            case "CASCADE" -> Action.CASCADE;
            case "SET NULL" -> Action.SET_NULL;
            case "SET DEFAULT" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    void index(String name, String sql) {
        SqliteIndexDefinition index = SqliteIndexDefinition.of(sql);
        List<Index.Part> parts = new ArrayList<>();
        for (SqliteIndexDefinition.Part part : index.parts()) {
            String column = actual(List.of(part.text())).getFirst();
            boolean isColumn = part.isName() && table.hasColumn(column);
            parts.add(
                    isColumn
                            ? table.part(column, part.descending())
                            : new Index.Part("", part.text(), part.descending()));
        }
        table.index(name, parts, index.unique(), index.where(), "");
    }
}
