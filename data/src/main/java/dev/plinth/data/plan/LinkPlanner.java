package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.model.Table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Understands {@code customers.email}: the key of the customer of that address. */
final class LinkPlanner {
    private final VisibleCatalog visible;
    private final CatalogTable source;
    private final BodyColumns columns;

    LinkPlanner(VisibleCatalog visible, CatalogTable source, BodyColumns columns) {
        this.visible = visible;
        this.source = source;
        this.columns = columns;
    }

    /**
     * The column that a name with a point in it means; null when it has no relation in front.
     *
     * @throws Refusal when that is ambiguous, or no way to tell rows apart
     */
    @Nullable ImportColumn column(String name) {
        int point = name.lastIndexOf('.');
        if (point < 0) {
            return null;
        }
        String relation = name.substring(0, point);
        List<CatalogRelation> found =
                visible.catalog().relations(source).stream()
                        .filter(r -> isForeignKey(r) && isNamed(r, relation) && visible.knows(r))
                        .toList();
        if (found.isEmpty()) {
            return null;
        }
        if (found.size() > 1) {
            throw new Refusal(
                    Reason.AMBIGUOUS_RELATION,
                    "\"" + relation + "\" may mean several relations of " + source.name(),
                    null,
                    "Name the column or the relation: "
                            + String.join(", ", found.stream().map(CatalogRelation::name).toList())
                            + ".");
        }
        CatalogRelation.Pair pair = found.getFirst().pairs().getFirst();
        CatalogColumn column = columns.column(pair.source().name());
        return new ImportColumn(
                name,
                column,
                link(found.getFirst().target(), name.substring(point + 1), pair.target()));
    }

    private static boolean isForeignKey(CatalogRelation relation) {
        return relation.holdsKey()
                && relation.junction() == null
                && relation.function() == null
                && relation.pairs().size() == 1;
    }

    private static boolean isNamed(CatalogRelation relation, String name) {
        return relation.name().equals(name)
                || relation.pairs().getFirst().source().name().equals(name)
                || relation.target().name().equals(name);
    }

    private Link link(CatalogTable target, String name, CatalogColumn key) {
        VisibleTable seen = visible.readable(target);
        if (seen == null) {
            throw new Refusal(Reason.NOT_ALLOWED, "permission denied for table " + target.name());
        }
        VisibleColumn by = seen.column(name);
        VisibleColumn pointedAt = seen.column(key.name());
        if (by == null) {
            throw Values.unknown(seen, name);
        }
        if (pointedAt == null || pointedAt.mask() != null || by.mask() != null) {
            throw new Refusal(
                    Reason.NOT_ALLOWED, "permission denied for columns of " + target.name());
        }
        if (!isUnique(target, by.column())) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "\"" + name + "\" does not tell the rows of " + target.name() + " apart",
                    null,
                    "Use a column with a unique key of its own.");
        }
        return new Link(target, by.column(), key, seen.readRule());
    }

    private static boolean isUnique(CatalogTable table, CatalogColumn column) {
        Table model = table.model();
        return table.key().equals(List.of(column))
                || model != null
                        && model.uniques().stream()
                                .anyMatch(u -> u.columns().equals(List.of(column.id())));
    }
}
