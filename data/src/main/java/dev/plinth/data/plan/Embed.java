package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogRelation;

import org.jspecify.annotations.Nullable;

/**
 * Related rows in the answer.
 *
 * @param label by which the request refers to it, and its name in the answer
 * @param inner whether rows without related ones are left out
 * @param spread whether the related columns stand beside those of the row
 * @param junction the table between; null unless many-to-many
 */
public record Embed(
        String label,
        CatalogRelation relation,
        boolean inner,
        boolean spread,
        @Nullable VisibleTable junction,
        ReadNode node) {
    public boolean isToOne() {
        return relation.isToOne();
    }

    /**
     * Whether it is read with the row itself, by a join. A to-one embed that is computed over
     * groups of its own is not.
     */
    public boolean isJoined() {
        return isToOne() && (spread || !node.isGrouped());
    }

    /** Whether anything of it is in the answer. */
    public boolean isShown() {
        return !node.outputs().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
