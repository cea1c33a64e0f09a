package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.convert.sketch.TableSketch.RelationSketch;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the model that a sketch describes. What leads nowhere is left out and told. */
public final class SketchReader {
    private final Sketch sketch;
    private final IdSource ids;
    private final Map<List<String>, Choice> choices = new LinkedHashMap<>();
    private final Map<ColumnSketch, String> columnIds = new HashMap<>();
    private final Map<TableSketch, String> tableIds = new HashMap<>();

    private SketchReader(Sketch sketch, IdSource ids) {
        this.sketch = sketch;
        this.ids = ids;
    }

    /** The model; further problems are added to the sketch. */
    public static Model model(Sketch sketch, IdSource ids) {
        return new SketchReader(sketch, ids).model();
    }

    private Model model() {
        for (TableSketch table : sketch.tables) {
            tableIds.put(table, ids.of("table", table.name.toString()));
            Set<String> names = new HashSet<>();
            for (ColumnSketch column : List.copyOf(table.columns)) {
                if (!names.add(column.name.toLowerCase(java.util.Locale.ROOT))) {
                    sketch.problems.add(
                            ConversionCode.DUPLICATE.error(
                                    column.line,
                                    "The column \""
                                            + column.name
                                            + "\" of \""
                                            + table.name
                                            + "\" is there twice."));
                }
                columnIds.put(column, ids.of("column", table.name.toString(), column.name));
            }
        }
        List<Table> tables = sketch.tables.stream().map(this::table).toList();
        return new Model(tables, List.of(), List.copyOf(choices.values()));
    }

    private Table table(TableSketch table) {
        List<UniqueKey> uniques = new ArrayList<>();
        table.uniques.forEach(
                u ->
                        columns(table, u.columns(), table.line)
                                .map(c -> unique(table, u, c))
                                .ifPresent(uniques::add));
        List<Index> indexes = new ArrayList<>();
        table.indexes.forEach(i -> index(table, i).ifPresent(indexes::add));
        List<Relation> relations = new ArrayList<>();
        table.relations.forEach(r -> relation(table, r).ifPresent(relations::add));
        PrimaryKey key =
                table.key.isEmpty()
                        ? null
                        : columns(table, table.key, table.line)
                                .map(c -> new PrimaryKey(table.keyName, c))
                                .orElse(null);
        return new Table(
                idOf(table),
                table.name,
                "",
                table.comment,
                table.columns.stream().map(c -> column(table, c)).toList(),
                key,
                uniques,
                indexes,
                checks(table),
                relations,
                List.of());
    }

    private String idOf(TableSketch table) {
        return tableIds.getOrDefault(table, "");
    }

    private List<Check> checks(TableSketch table) {
        List<Check> checks = new ArrayList<>();
        for (TableSketch.CheckSketch check : table.checks) {
            String name =
                    check.name().isEmpty()
                            ? table.name.name() + "_check_" + (checks.size() + 1)
                            : check.name();
            checks.add(
                    new Check(
                            ids.of("check", table.name.toString(), name),
                            name,
                            check.cel()
                                    ? Expression.cel(check.condition())
                                    : Expression.sql(check.condition()),
                            ""));
        }
        return checks;
    }

    private UniqueKey unique(
            TableSketch table, TableSketch.UniqueSketch unique, List<String> columns) {
        String id = ids.of("unique", table.name.toString(), named(unique.name(), unique.columns()));
        return new UniqueKey(id, unique.name(), columns, unique.nullsDistinct(), unique.deferral());
    }

    private Optional<Index> index(TableSketch table, TableSketch.IndexSketch index) {
        Optional<List<String>> known = columns(table, index.columns(), table.line);
        Optional<List<String>> included = columns(table, index.included(), table.line);
        if (known.isEmpty() || included.isEmpty()) {
            return Optional.empty();
        }
        List<Index.Part> parts = new ArrayList<>();
        for (TableSketch.PartSketch part : index.parts()) {
            String column =
                    part.column().isEmpty()
                            ? ""
                            : known.get().get(index.columns().indexOf(part.column()));
            parts.add(new Index.Part(column, part.expression(), part.descending()));
        }
        return Optional.of(
                new Index(
                        ids.of(
                                "index",
                                table.name.toString(),
                                named(index.name(), index.columns())),
                        index.name(),
                        parts,
                        index.unique(),
                        index.where().isEmpty() ? null : Expression.sql(index.where()),
                        included.get(),
                        index.method()));
    }

    private static String named(String name, List<String> columns) {
        return name.isEmpty() ? DerivedIds.unnamed(columns) : name;
    }

    private Column column(TableSketch table, ColumnSketch column) {
        ColumnType type =
                column.options.isEmpty() ? column.type : new ChoiceType(choice(table, column).id());
        return new Column(
                columnIds.getOrDefault(column, ""),
                column.name,
                "",
                type,
                column.required,
                column.value,
                column.identity,
                column.generated,
                null,
                column.comment);
    }

    /** The same values are one choice, however many columns have them. */
    private Choice choice(TableSketch table, ColumnSketch column) {
        return choices.computeIfAbsent(
                column.options,
                options -> {
                    Set<String> taken = new HashSet<>();
                    choices.values().forEach(c -> taken.add(c.name()));
                    String name =
                            taken.contains(column.name)
                                    ? table.name.name() + "_" + column.name
                                    : column.name;
                    return new Choice(
                            ids.of("choice", name),
                            name,
                            options.stream().map(o -> new Choice.Option(o, "", "")).toList());
                });
    }

    /** Ids of columns given by name; empty when one is not there, which is told. */
    private Optional<List<String>> columns(TableSketch table, List<String> names, int line) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            Optional<ColumnSketch> column = table.column(name);
            if (column.isEmpty()) {
                sketch.problems.add(
                        ConversionCode.UNKNOWN_TABLE.warning(
                                line,
                                "The table \""
                                        + table.name
                                        + "\" has no column \""
                                        + name
                                        + "\"; what names it was left out."));
                return Optional.empty();
            }
            column.map(columnIds::get).ifPresent(found::add);
        }
        return Optional.of(found);
    }

    private Optional<Relation> relation(TableSketch table, RelationSketch relation) {
        Optional<TableSketch> target = sketch.table(relation.target());
        if (target.isEmpty()) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TABLE.warning(
                            relation.line(),
                            "There is no table \""
                                    + relation.target()
                                    + "\"; the relation to it was left out."));
            return Optional.empty();
        }
        List<String> targetNames =
                relation.targetColumns().isEmpty() ? target.get().key : relation.targetColumns();
        Optional<List<String>> from = columns(table, relation.columns(), relation.line());
        Optional<List<String>> to = columns(target.get(), targetNames, relation.line());
        if (from.isEmpty() || to.isEmpty() || from.get().size() != to.get().size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Relation(
                        ids.of(
                                "relation",
                                table.name.toString(),
                                named(relation.name(), relation.columns())),
                        relation.name(),
                        "",
                        "",
                        from.get(),
                        idOf(target.get()),
                        to.get(),
                        relation.onDelete(),
                        relation.onUpdate(),
                        relation.deferral()));
    }
}
