package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.model.Ids;

/** Where new elements get their ids from. */
@FunctionalInterface
public interface IdSource {
    /** The same text gives the same ids, as model files that were written by hand. */
    IdSource DERIVED = Ids::derived;

    /** Every element is new, whatever is there already. */
    IdSource FRESH = place -> Ids.fresh();

    /**
     * @param place kind and names down to the element, as {@link
     *     dev.plinth.schema.model.DerivedIds} has them
     */
    String of(String... place);
}
