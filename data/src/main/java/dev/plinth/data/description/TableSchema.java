package dev.plinth.data.description;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The columns of a table, as far as the caller sees or fills them. */
final class TableSchema {
    private final VisibleCatalog catalog;
    private final VisibleTable table;
    private final List<CatalogRelation> relations;
    private final Map<String, String> keys;

    /**
     * @param keys by which the tables of the schema are known
     */
    TableSchema(VisibleCatalog catalog, VisibleTable table, Map<String, String> keys) {
        this.catalog = catalog;
        this.keys = keys;
        this.table = table;
        this.relations =
                catalog.relations(table.table()).stream()
                        .filter(r -> r.holdsKey() && r.pairs().size() == 1)
                        .toList();
    }

    /** A related row that can be sent with a row, or several, by its table's key. */
    record Related(String key, boolean isOne) {}

    /** What can be sent with a row, by the tables' names where these are enough. */
    Map<String, Related> related() {
        Map<String, List<CatalogRelation>> byName = new LinkedHashMap<>();
        for (CatalogRelation relation : catalog.writableRelations(table.table())) {
            byName.computeIfAbsent(relation.target().name(), n -> new ArrayList<>()).add(relation);
        }
        Map<String, Related> related = new LinkedHashMap<>();
        byName.forEach(
                (name, all) -> {
                    CatalogRelation only = all.getFirst();
                    VisibleTable target = catalog.known(only.target());
                    String key = keys.get(name);
                    if (all.size() == 1
                            && key != null
                            && target != null
                            && target.allows(Action.CREATE)
                            && target.table().schema().equals(table.table().schema())
                            && table.table().column(name) == null) {
                        related.put(name, new Related(key, only.isToOne()));
                    }
                });
        return related;
    }

    String description() {
        return table.table().comment();
    }

    boolean reads(CatalogColumn column) {
        return table.column(column.name()) != null;
    }

    /**
     * Whether a column is shown in some rows alone, so that it may be null though it is required.
     */
    private boolean isMasked(CatalogColumn column) {
        var visible = table.column(column.name());
        return visible != null && visible.mask() != null;
    }

    boolean mayBeNull(CatalogColumn column) {
        return !column.model().required() || isMasked(column);
    }

    boolean fills(Action action, CatalogColumn column) {
        return !column.isGenerated() && table.isOpen(action, column);
    }

    boolean isKnown(CatalogColumn column) {
        return reads(column) || fills(Action.CREATE, column) || fills(Action.UPDATE, column);
    }

    /**
     * The schema of a row with some of the columns.
     *
     * @param defaults whether it tells what a column gets when nothing is given: typed clients send
     *     that by themselves, so a row that is changed must not have it
     */
    Map<String, Object> row(
            Notation notation,
            Predicate<CatalogColumn> columns,
            Predicate<CatalogColumn> required,
            boolean notes,
            boolean defaults) {
        Map<String, Object> properties = JsonTree.object();
        List<String> all = new ArrayList<>();
        for (CatalogColumn column : table.table().columns()) {
            if (columns.test(column)) {
                Map<String, Object> schema = column(notation, column, notes);
                Object value = defaults ? constant(column) : null;
                if (value != null) {
                    schema.put("default", value);
                }
                properties.put(column.name(), schema);
                if (required.test(column)) {
                    all.add(column.name());
                }
            }
        }
        Map<String, Object> row = JsonTree.object("type", "object");
        if (!description().isEmpty()) {
            row.put("description", description());
        }
        if (!all.isEmpty()) {
            row.put("required", all);
        }
        row.put("properties", properties);
        return row;
    }

    private Map<String, Object> column(Notation notation, CatalogColumn column, boolean notes) {
        Model model = catalog.catalog().model();
        Map<String, Object> schema = notation.type(column.type(), mayBeNull(column), model);
        String description = column.model().comment();
        if (notes) {
            String note = note(column);
            description += note.isEmpty() || description.isEmpty() ? note : "\n\n" + note;
        }
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        return schema;
    }

    /** What clients of PostgREST know keys by. */
    private String note(CatalogColumn column) {
        if (column.isKey()) {
            return "Note:\nThis is a Primary Key.<pk/>";
        }
        for (CatalogRelation relation : relations) {
            Pair pair = relation.pairs().getFirst();
            if (pair.source().equals(column)) {
                String target = relation.target().name();
                String other = pair.target().name();
                return "Note:\nThis is a Foreign Key to `%s.%s`.<fk table='%s' column='%s'/>"
                        .formatted(target, other, target, other);
            }
        }
        return "";
    }

    private static @Nullable Object constant(CatalogColumn column) {
        if (!(column.model().defaultValue() instanceof Default.Value(String text))) {
            return null;
        }
        try {
            return switch (column.type()) {
                case IntegerType _, DecimalType _ -> new BigDecimal(text);
                case FloatType _ ->
                        Double.isFinite(Double.parseDouble(text)) ? new BigDecimal(text) : text;
                case BooleanType type -> type.parse(text);
                default -> text;
            };
        } catch (NumberFormatException | InvalidValueException e) {
            return text;
        }
    }
}
