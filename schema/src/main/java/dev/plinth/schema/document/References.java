package dev.plinth.schema.document;

import java.util.List;
import java.util.Optional;

/**
 * What a reference in a document being read leads to; a reference that leads nowhere is reported.
 */
interface References {
    /** The id of a table. */
    Optional<String> table(Tree.Scalar reference, Fields from);

    /** The id of a column of the table with this id. */
    Optional<String> column(String table, Tree.Scalar reference, Fields from);

    /** Ids of the key of a table, for relations that do not say which columns they point at. */
    List<String> key(String table);

    /** The id of a choice; {@code reference} is written at {@code place}. */
    Optional<String> choice(String reference, Place place, Fields from);

    /**
     * References are ids, as in JSON. Whether they lead anywhere is for the model's check to say.
     */
    References BY_ID =
            new References() {
                @Override
                public Optional<String> table(Tree.Scalar reference, Fields from) {
                    return Optional.of(reference.text());
                }

                @Override
                public Optional<String> column(String table, Tree.Scalar reference, Fields from) {
                    return Optional.of(reference.text());
                }

                @Override
                public List<String> key(String table) {
                    return List.of();
                }

                @Override
                public Optional<String> choice(String reference, Place place, Fields from) {
                    return Optional.of(reference);
                }
            };
}
