package dev.plinth.schema.model;

import java.util.List;

/**
 * Of which database the SQL and the native types of a model are.
 *
 * @param dialect the database's word; empty when the model does not say
 * @param needs in the order in which they can be made
 */
public record Origin(String dialect, List<Need> needs) {
    public static final Origin NONE = new Origin("", List.of());

    public Origin {
        needs = List.copyOf(needs);
    }
}
