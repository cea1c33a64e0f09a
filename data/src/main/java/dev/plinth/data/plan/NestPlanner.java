package dev.plinth.data.plan;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Junction;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.plan.Nest.Branch;
import dev.plinth.data.plan.Nest.Nested;
import dev.plinth.data.request.Body;
import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.SelectItem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves what rows of one level of a body have nested in them. */
final class NestPlanner {
    private static final int MOST_LEVELS = 8;
    private static final int MOST_ROWS = 50_000;
    private final Shared shared;
    private final VisibleTable table;
    private final String path;
    private final int level;
    private final Map<String, Optional<CatalogRelation>> relations = new HashMap<>();
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** What all levels of a body have in common. */
    private static final class Shared {
        final VisibleCatalog visible;
        final CellValues values;
        final CellProblems problems;
        int rows;

        Shared(VisibleCatalog visible, CellValues values, CellProblems problems) {
            this.visible = visible;
            this.values = values;
            this.problems = problems;
        }
    }

    /** Where something is: the row of this level, that of the body, and its place there. */
    record At(int row, int root, String place) {
        At inner(String name) {
            return new At(row, root, place.isEmpty() ? name : place + "." + name);
        }
    }

    private record Source(At at, Map<String, Cell> cells) {}

    /** The rows that were taken under one name. */
    private record Found(CatalogRelation relation, List<Source> sources) {}

    /** For the rows of the body itself. */
    NestPlanner(
            VisibleCatalog visible, VisibleTable table, CellValues values, CellProblems problems) {
        this(new Shared(visible, values, problems), table, "", 0);
    }

    private NestPlanner(Shared shared, VisibleTable table, String path, int level) {
        this.shared = shared;
        this.table = table;
        this.path = path;
        this.level = level;
    }

    /**
     * Takes a cell if its name means related rows.
     *
     * @param at the row that has it
     * @return by which relation; null if it means none
     */
    @Nullable CatalogRelation take(At at, String name, @Nullable Cell cell) {
        CatalogRelation relation =
                relations.computeIfAbsent(name, n -> Optional.ofNullable(relation(n))).orElse(null);
        if (relation == null) {
            return null;
        }
        At here = at.inner(name);
        try {
            switch (cell) {
                case null -> {}
                case Cell.Nothing _ -> {}
                case Cell.Json(String json) when json.startsWith("{") == relation.isToOne() ->
                        add(relation, name, here, BodyReader.nested(json));
                default ->
                        throw new Refusal(
                                Reason.BODY,
                                relation.isToOne()
                                        ? "A related row is an object"
                                        : "Related rows are a list of objects");
            }
        } catch (Refusal refusal) {
            shared.problems.add(here.root, here.place, refusal);
        }
        return relation;
    }

    private @Nullable CatalogRelation relation(String name) {
        int mark = name.indexOf('!');
        SelectItem.Embed embed =
                new SelectItem.Embed(
                        "",
                        mark < 0 ? name : name.substring(0, mark),
                        mark < 0 ? "" : name.substring(mark + 1),
                        null,
                        false,
                        List.of());
        return RelationFinder.among(
                shared.visible.writableRelations(table.table()), table.table(), embed);
    }

    private void add(CatalogRelation relation, String name, At here, Body body) {
        if (level == MOST_LEVELS) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "Related rows are nested more than " + MOST_LEVELS + " deep",
                    null,
                    "Send the inner ones by a request of their own.");
        }
        shared.rows += body.rows().size();
        if (shared.rows > MOST_ROWS) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "There are more than " + MOST_ROWS + " related rows in this body",
                    null,
                    "Send them in parts.");
        }
        List<Source> sources =
                found.computeIfAbsent(name, n -> new Found(relation, new ArrayList<>())).sources;
        for (int i = 0; i < body.rows().size(); i++) {
            String place = body.isList() ? here.place + "[" + i + "]" : here.place;
            sources.add(new Source(new At(here.row, here.root, place), body.rows().get(i)));
        }
    }

    /** What was taken, with all that is nested in it. */
    List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        found.forEach(
                (name, taken) -> {
                    CatalogRelation relation = taken.relation;
                    Junction junction = relation.junction();
                    VisibleTable target = shared.visible.known(relation.target());
                    if (target != null) {
                        branches.add(
                                new Branch(
                                        relation,
                                        junction == null
                                                ? null
                                                : shared.visible.known(junction.table()),
                                        nest(relation, target, name, taken.sources)));
                    }
                });
        return branches;
    }

    private Nest nest(
            CatalogRelation relation, VisibleTable target, String name, List<Source> sources) {
        String inner = path.isEmpty() ? name : path + "." + name;
        NestPlanner next = new NestPlanner(shared, target, inner, level + 1);
        BodyColumns columns = new BodyColumns(target, Set.of(Action.CREATE, Action.UPDATE));
        List<Nested> rows = new ArrayList<>();
        for (Source source : sources) {
            At at = new At(rows.size(), source.at.root, source.at.place);
            Map<CatalogColumn, Stored> values = new LinkedHashMap<>();
            Set<CatalogColumn> linked = new HashSet<>();
            if (relation.junction() == null && !relation.holdsKey()) {
                relation.pairs().forEach(p -> linked.add(p.target()));
            }
            source.cells.forEach(
                    (cellName, cell) -> {
                        try {
                            if (target.table().column(cellName) == null) {
                                CatalogRelation by = next.take(at, cellName, cell);
                                if (by != null) {
                                    if (by.holdsKey() && !(cell instanceof Cell.Nothing)) {
                                        by.pairs().stream().map(Pair::source).forEach(linked::add);
                                    }
                                    return;
                                }
                            }
                            CatalogColumn column = columns.column(cellName);
                            values.put(column, shared.values.of(column, cell));
                        } catch (Refusal refusal) {
                            String place = at.inner(cellName).place;
                            if (refusal.code().equals(Reason.NOT_ALLOWED.code())) {
                                throw refusal.at(place);
                            }
                            shared.problems.add(at.root, place, refusal);
                        }
                    });
            rows.add(new Nested(source.at.row, at.root, at.place, new WriteRow(values), linked));
        }
        return new Nest(target, inner, rows, next.branches());
    }
}
