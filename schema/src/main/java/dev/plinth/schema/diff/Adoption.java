package dev.plinth.schema.diff;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gives what was inspected the ids of the model. An element has the id that somebody said it has;
 * else that it was last deployed with; else the one derived from its name, if the model knows it (a
 * file made by inspection, then edited); else that of the model's element of the same name; else of
 * the one with the same content.
 */
public final class Adoption {
    private final Model live;
    private final Model deployed;
    private final Model wanted;
    private final Answers answers;
    private final Map<String, String> tableIds;
    private final Map<String, Map<String, String>> columnIds = new HashMap<>();

    /** Of all tables, since a column may go from one to another. */
    private final Set<String> wantedColumns = new HashSet<>();

    private Adoption(Model live, Model deployed, Model wanted, Answers answers) {
        this.live = live;
        this.deployed = deployed;
        this.wanted = wanted;
        this.answers = answers;
        this.tableIds =
                Matching.ids(
                        live.tables(),
                        deployed.tables(),
                        wanted.tables(),
                        Table::id,
                        t -> t.name().toString(),
                        id -> false,
                        answers.isEmpty() ? t -> Optional.empty() : this::said,
                        (a, b) -> false);
        wanted.tables().forEach(t -> t.columns().forEach(c -> wantedColumns.add(c.id())));
        for (Table table : live.tables()) {
            columnIds.put(table.id(), columnIds(table));
        }
    }

    /** The live model with adopted ids throughout. */
    public static Model adopt(Model live, Model deployed, Model wanted) {
        return adopt(live, deployed, wanted, Answers.NONE);
    }

    /**
     * As {@link #adopt(Model, Model, Model)}, with what people said about renames, each of which
     * must fit: see {@link SaidRenames}.
     */
    static Model adopt(Model live, Model deployed, Model wanted, Answers answers) {
        return new Adoption(live, deployed, wanted, answers).adopted();
    }

    private Optional<String> said(Table table) {
        return wanted.tables().stream()
                .filter(w -> answers.ofTable(table.name(), w.name()).isPresent())
                .map(Table::id)
                .findFirst();
    }

    private Optional<String> said(Table table, Column column) {
        return wanted.table(id(tableIds, table.id())).stream()
                .flatMap(w -> w.columns().stream())
                .filter(w -> answers.ofColumn(table.name(), column.name(), w.name()).isPresent())
                .map(Column::id)
                .findFirst();
    }

    private Model adopted() {
        Map<String, String> views =
                Matching.ids(
                        live.views(),
                        deployed.views(),
                        wanted.views(),
                        View::id,
                        v -> v.name().toString(),
                        id -> false,
                        v -> Optional.empty(),
                        (a, b) -> false);
        return new Model(
                live.tables().stream().map(this::adopt).toList(),
                live.views().stream()
                        .map(
                                v ->
                                        new View(
                                                id(views, v.id()),
                                                v.name(),
                                                v.label(),
                                                v.columns(),
                                                v.query(),
                                                v.comment()))
                        .toList(),
                live.choices(),
                live.origin());
    }

    private Map<String, String> columnIds(Table table) {
        return match(
                table,
                Table::columns,
                Column::id,
                Column::name,
                wantedColumns::contains,
                answers.isEmpty() ? c -> Optional.empty() : c -> said(table, c),
                (a, b) -> false);
    }

    /** Matches the elements of one kind within a table. */
    private <T> Map<String, String> match(
            Table table,
            Function<Table, List<T>> elements,
            Function<T, String> id,
            Function<T, String> name,
            BiPredicate<T, T> sameContent) {
        return match(table, elements, id, name, i -> false, e -> Optional.empty(), sameContent);
    }

    private <T> Map<String, String> match(
            Table table,
            Function<Table, List<T>> elements,
            Function<T, String> id,
            Function<T, String> name,
            Predicate<String> elsewhere,
            Function<T, Optional<String>> said,
            BiPredicate<T, T> sameContent) {
        String tableId = id(tableIds, table.id());
        return Matching.ids(
                elements.apply(table),
                deployed.table(tableId).map(elements).orElse(List.of()),
                wanted.table(tableId).map(elements).orElse(List.of()),
                id,
                name,
                elsewhere,
                said,
                sameContent);
    }

    private static String id(Map<String, String> ids, String liveId) {
        return ids.getOrDefault(liveId, liveId);
    }

    private List<String> columns(String liveTable, List<String> ids) {
        Map<String, String> known = columnIds.getOrDefault(liveTable, Map.of());
        return ids.stream().map(c -> id(known, c)).toList();
    }

    private Table adopt(Table table) {
        PrimaryKey key = table.primaryKey();
        return new Table(
                id(tableIds, table.id()),
                table.name(),
                table.label(),
                table.comment(),
                table.columns().stream()
                        .map(c -> c.withId(columns(table.id(), List.of(c.id())).getFirst()))
                        .toList(),
                key == null ? null : new PrimaryKey(key.name(), columns(table.id(), key.columns())),
                uniques(table),
                indexes(table),
                checks(table),
                relations(table),
                List.of());
    }

    private List<UniqueKey> uniques(Table table) {
        Map<String, String> ids =
                match(
                        table,
                        Table::uniques,
                        UniqueKey::id,
                        UniqueKey::name,
                        (a, b) -> columns(table.id(), a.columns()).equals(b.columns()));
        return table.uniques().stream()
                .map(u -> u.withId(id(ids, u.id())).withColumns(columns(table.id(), u.columns())))
                .toList();
    }

    private List<Index> indexes(Table table) {
        Map<String, String> ids =
                match(table, Table::indexes, Index::id, Index::name, (a, b) -> false);
        return table.indexes().stream()
                .map(
                        i ->
                                i.withId(id(ids, i.id()))
                                        .withParts(
                                                i.parts().stream()
                                                        .map(p -> adopt(table, p))
                                                        .toList())
                                        .withIncluded(columns(table.id(), i.included())))
                .toList();
    }

    private Index.Part adopt(Table table, Index.Part part) {
        return part.isColumn()
                ? new Index.Part(
                        columns(table.id(), List.of(part.column())).getFirst(),
                        "",
                        part.descending())
                : part;
    }

    private List<Check> checks(Table table) {
        Map<String, String> ids =
                match(table, Table::checks, Check::id, Check::name, (a, b) -> false);
        return table.checks().stream()
                .map(c -> new Check(id(ids, c.id()), c.name(), c.expression(), c.message()))
                .toList();
    }

    private List<Relation> relations(Table table) {
        Map<String, String> ids =
                match(
                        table,
                        Table::relations,
                        Relation::id,
                        Relation::name,
                        (a, b) ->
                                columns(table.id(), a.columns()).equals(b.columns())
                                        && id(tableIds, a.target()).equals(b.target()));
        return table.relations().stream()
                .map(
                        r ->
                                r.between(
                                        id(ids, r.id()),
                                        columns(table.id(), r.columns()),
                                        id(tableIds, r.target()),
                                        columns(r.target(), r.targetColumns())))
                .toList();
    }
}
