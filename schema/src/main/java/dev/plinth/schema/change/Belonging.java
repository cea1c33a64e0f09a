package dev.plinth.schema.change;

import dev.plinth.schema.model.TableName;

/**
 * What hangs on a view, no model holds, and is lost when the view is dropped: a grant, an option, a
 * trigger.
 *
 * @param view as it is called now
 * @param before of a statement that gives it back, what stands before the view's name
 * @param after and what stands after
 */
public record Belonging(TableName view, String before, String after) {
    /** The statement, for the view as it is called by then. */
    public String sql(String name) {
        return before + name + after;
    }
}
