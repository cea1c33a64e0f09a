package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.catalog.Cardinality;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.SelectItem;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the relation that an embed means. */
final class RelationFinder {
    private RelationFinder() {}

    /**
     * The relation from a table that the embed names: by its target table, its foreign key or the
     * foreign key's column, and by a hint where there are several.
     *
     * @throws Refusal when there is none, or more than one
     */
    static CatalogRelation find(
            VisibleCatalog catalog, CatalogTable source, SelectItem.Embed embed) {
        CatalogRelation found = among(catalog.relations(source), source, embed);
        if (found == null) {
            throw none(catalog, source, embed);
        }
        return found;
    }

    /**
     * As {@link #find}, of some relations; null when it is none of them.
     *
     * @throws Refusal when it may be several
     */
    static @Nullable CatalogRelation among(
            List<CatalogRelation> open, CatalogTable source, SelectItem.Embed embed) {
        List<CatalogRelation> found =
                open.stream()
                        .filter(r -> r.target().schema().equals(source.schema()))
                        .filter(r -> matches(r, embed.target(), embed.hint()))
                        .toList();
        List<CatalogRelation> computed =
                found.stream().filter(r -> r.isComputedBy(embed.target())).toList();
        if (!computed.isEmpty()) {
            return computed.getFirst();
        }
        if (found.size() > 1) {
            throw several(source, embed, found);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private static boolean matches(CatalogRelation relation, String target, String hint) {
        if (relation.function() != null) {
            return relation.isComputedBy(target);
        }
        boolean isTarget = relation.target().name().equals(target);
        if (relation.isOfItself()) {
            // one foreign key gives two relations to the same table, so the side must tell them
            // apart
            if (hint.isEmpty()) {
                return relation.holdsKey()
                        ? isNamed(relation, target)
                        : isTarget && relation.cardinality() != Cardinality.MANY_TO_MANY;
            }
            return isTarget
                    && !relation.holdsKey()
                    && (isNamed(relation, hint)
                            || isTargetColumn(relation, hint)
                            || isJunction(relation, hint));
        }
        if (hint.isEmpty()) {
            return isTarget || !relation.target().isView() && isNamed(relation, target);
        }
        return isTarget
                && (isNamed(relation, hint)
                        || isTargetColumn(relation, hint)
                        || isJunction(relation, hint));
    }

    /** Whether the name is the foreign key's or that of the source's one column. */
    private static boolean isNamed(CatalogRelation relation, String name) {
        if (relation.junction() != null) {
            return false;
        }
        return relation.name().equals(name)
                || isOnly(relation.pairs().stream().map(Pair::source).toList(), name);
    }

    private static boolean isTargetColumn(CatalogRelation relation, String name) {
        return isOnly(relation.pairs().stream().map(Pair::target).toList(), name);
    }

    private static boolean isJunction(CatalogRelation relation, String name) {
        return relation.junction() != null && relation.junction().table().name().equals(name);
    }

    private static boolean isOnly(List<CatalogColumn> columns, String name) {
        return columns.size() == 1 && columns.getFirst().name().equals(name);
    }

    private static Refusal none(
            VisibleCatalog catalog, CatalogTable source, SelectItem.Embed embed) {
        String hinted = embed.hint().isEmpty() ? "" : " using the hint '" + embed.hint() + "'";
        String where = source.schema().isEmpty() ? "" : " in the schema '" + source.schema() + "'";
        String near =
                Nearest.of(
                        embed.target(),
                        catalog.relations(source).stream()
                                .map(r -> r.target().name())
                                .distinct()
                                .toList(),
                        Nearest.FAR);
        return new Refusal(
                Reason.NO_RELATION,
                "Could not find a relationship between '"
                        + source.name()
                        + "' and '"
                        + embed.target()
                        + "' in the schema cache",
                "Searched for a foreign key relationship between '"
                        + source.name()
                        + "' and '"
                        + embed.target()
                        + "'"
                        + hinted
                        + where
                        + ", but no matches were found.",
                near == null
                        ? null
                        : "Perhaps you meant '" + near + "' instead of '" + embed.target() + "'.");
    }

    private static Refusal several(
            CatalogTable source, SelectItem.Embed embed, List<CatalogRelation> found) {
        String target = embed.target();
        List<Map<String, String>> details = found.stream().map(r -> detail(source, r)).toList();
        String ways =
                found.stream()
                        .map(r -> "'" + target + "!" + r.hint() + "'")
                        .collect(Collectors.joining(", "));
        return Refusal.listing(
                Reason.AMBIGUOUS_RELATION,
                "Could not embed because more than one relationship was found for '"
                        + source.name()
                        + "' and '"
                        + target
                        + "'",
                details,
                "Try changing '"
                        + target
                        + "' to one of the following: "
                        + ways
                        + ". Find the desired relationship in the 'details' key.");
    }

    private static Map<String, String> detail(CatalogTable source, CatalogRelation relation) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("cardinality", relation.cardinality().title());
        detail.put("embedding", source.name() + " with " + relation.target().name());
        detail.put("relationship", relation.explanation());
        return detail;
    }
}
