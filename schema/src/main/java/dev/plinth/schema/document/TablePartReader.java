package dev.plinth.schema.document;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.UniqueKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads keys, indexes, checks and relations of one table. */
final class TablePartReader {
    private final References references;
    private final Map<String, Place> places;
    private final Findings findings;
    private final TableName table;
    private final String tableId;
    private final List<Column> columns;

    TablePartReader(
            References references,
            Map<String, Place> places,
            Findings findings,
            TableName table,
            String tableId,
            List<Column> columns) {
        this.references = references;
        this.places = places;
        this.findings = findings;
        this.table = table;
        this.tableId = tableId;
        this.columns = columns;
    }

    @Nullable PrimaryKey primaryKey(Fields owner) {
        Optional<Tree> tree = owner.tree("primaryKey");
        if (tree.isEmpty()) {
            return null;
        }
        String path = ElementPath.primaryKey(owner.path());
        places.putIfAbsent(path, tree.get().place());
        if (tree.get() instanceof Tree.Mapping mapping) {
            Fields fields = new Fields(mapping, path, owner.title() + ": primaryKey", findings);
            PrimaryKey key =
                    new PrimaryKey(fields.text("name"), columnIds(tableId, fields, "columns"));
            fields.done();
            return key;
        }
        return new PrimaryKey("", columnIds(tableId, owner, "primaryKey"));
    }

    List<UniqueKey> uniques(Fields owner) {
        return each(
                owner,
                "uniques",
                "Unique key",
                UniqueKey::id,
                (fields, name) -> {
                    List<String> ids = columnIds(tableId, fields, "columns");
                    String shown = orUnnamed(name, names(ids));
                    return new UniqueKey(
                            id(fields, DerivedIds.unique(table, shown)),
                            name,
                            ids,
                            fields.flag("nullsDistinct", true),
                            deferral(fields));
                });
    }

    List<Index> indexes(Fields owner) {
        return each(
                owner,
                "indexes",
                "Index",
                Index::id,
                (fields, name) -> {
                    List<Index.Part> parts = parts(fields);
                    String shown = orUnnamed(name, parts.stream().map(this::shown).toList());
                    return new Index(
                            id(fields, DerivedIds.index(table, shown)),
                            name,
                            parts,
                            fields.flag("unique", false),
                            ExpressionReader.property(fields, "where").orElse(null),
                            fields.tree("included").isEmpty()
                                    ? List.of()
                                    : columnIds(tableId, fields, "included"),
                            fields.text("method"));
                });
    }

    private List<Index.Part> parts(Fields index) {
        List<Index.Part> parts = new ArrayList<>();
        for (Tree item : index.items("parts")) {
            if (item instanceof Tree.Scalar column && !column.isNull()) {
                references
                        .column(tableId, column, index)
                        .ifPresent(id -> parts.add(Index.Part.column(id)));
            } else if (item instanceof Tree.Mapping mapping) {
                parts.add(part(index.part(mapping)));
            } else {
                index.wrongShape(item, "a part is the name of a column, or has an expression.");
            }
        }
        return parts;
    }

    private Index.Part part(Fields fields) {
        Optional<Tree.Scalar> column = fields.scalar("column").filter(c -> !c.text().isEmpty());
        String expression = fields.text("expression");
        if (column.isPresent() == !expression.isEmpty()) {
            fields.error(
                    column.isPresent() ? DocumentCode.CONTRADICTION : DocumentCode.MISSING,
                    fields.place(),
                    fields.title() + ": a part is a column or an expression, one of them.",
                    "");
        }
        String id = column.flatMap(c -> references.column(tableId, c, fields)).orElse("");
        Index.Part part = new Index.Part(id, expression, fields.flag("descending", false));
        fields.done();
        return part;
    }

    private String shown(Index.Part part) {
        return part.isColumn() ? names(List.of(part.column())).getFirst() : part.expression();
    }

    List<Check> checks(Fields owner) {
        return each(
                owner,
                "checks",
                "Check",
                Check::id,
                (fields, name) -> {
                    Expression expression =
                            ExpressionReader.inline(fields).orElse(Expression.cel(""));
                    String shown = name.isEmpty() ? expression.text() : name;
                    return new Check(
                            id(fields, DerivedIds.check(table, shown)),
                            name,
                            expression,
                            fields.text("message"));
                });
    }

    List<Relation> relations(Fields owner) {
        return each(
                owner,
                "relations",
                "Relation",
                Relation::id,
                (fields, name) -> {
                    List<String> ids = columnIds(tableId, fields, "columns");
                    if (fields.tree("target").isEmpty()) {
                        fields.missing("target");
                    }
                    String target =
                            fields.scalar("target")
                                    .flatMap(t -> references.table(t, fields))
                                    .orElse("");
                    List<String> targetColumns =
                            fields.tree("targetColumns").isEmpty()
                                    ? references.key(target)
                                    : target.isEmpty()
                                            ? List.of()
                                            : columnIds(target, fields, "targetColumns");
                    String shown = orUnnamed(name, names(ids));
                    return new Relation(
                            id(fields, DerivedIds.relation(table, shown)),
                            name,
                            fields.text("label"),
                            fields.text("inverseLabel"),
                            ids,
                            target,
                            targetColumns,
                            action(fields, "onDelete"),
                            action(fields, "onUpdate"),
                            deferral(fields));
                });
    }

    private static Action action(Fields fields, String key) {
        return fields.word(key, Words.ACTIONS).orElse(Action.NO_ACTION);
    }

    private static Deferral deferral(Fields fields) {
        return fields.word("deferral", Words.DEFERRALS).orElse(Deferral.NONE);
    }

    List<Trigger> triggers(Fields owner) {
        TriggerReader reader = new TriggerReader(references, table, tableId);
        return each(owner, "triggers", "Trigger", Trigger::id, reader::read);
    }

    /** Reads each mapping of a list as one element. */
    private <E> List<E> each(
            Fields owner,
            String list,
            String kind,
            Function<E, String> idOf,
            BiFunction<Fields, String, E> reader) {
        List<E> elements = new ArrayList<>();
        for (Tree.Mapping tree : owner.mappings(list)) {
            Fields unnamed = new Fields(tree, "", "", new Findings());
            String name = unnamed.text("name");
            String shown = name.isEmpty() ? "" + (elements.size() + 1) : "\"" + name + "\"";
            String path = owner.path() + "/" + ElementPath.part(list, name, unnamed.text("id"));
            String title = kind + " " + shown + " of \"" + table + "\"";
            Fields fields = new Fields(tree, path, title, findings);
            fields.text("name");
            E element = reader.apply(fields, name);
            elements.add(element);
            String ownPath = owner.path() + "/" + ElementPath.part(list, name, idOf.apply(element));
            places.putIfAbsent(ownPath, tree.place());
            fields.done();
        }
        return elements;
    }

    private List<String> columnIds(String ofTable, Fields fields, String key) {
        return fields.scalars(key).stream()
                .flatMap(s -> references.column(ofTable, s, fields).stream())
                .toList();
    }

    private List<String> names(List<String> ids) {
        return ids.stream()
                .map(
                        id ->
                                columns.stream()
                                        .filter(c -> c.id().equals(id))
                                        .map(Column::name)
                                        .findFirst()
                                        .orElse(id))
                .toList();
    }

    private static String orUnnamed(String name, List<String> parts) {
        return name.isEmpty() ? DerivedIds.unnamed(parts) : name;
    }

    private static String id(Fields fields, String derived) {
        String id = fields.text("id");
        return id.isEmpty() ? derived : id;
    }
}
