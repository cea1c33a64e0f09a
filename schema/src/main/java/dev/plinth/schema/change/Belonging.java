package dev.plinth.schema.change;

import dev.plinth.schema.model.TableName;

/** What hangs on a view, no model holds, and is lost when the view is dropped. */
public sealed interface Belonging {
    /** The view, as it is called now. */
    TableName view();

    /**
     * The statement that gives it back.
     *
     * @param name of the view by then, quoted
     * @param query of the view by then
     */
    String sql(String name, String query);

    /**
     * What is given to a view that is there: a grant, an option, a trigger.
     *
     * @param before what stands before the view's name in the statement
     * @param after and what stands after
     */
    record Given(TableName view, String before, String after) implements Belonging {
        @Override
        public String sql(String name, String query) {
            return before + name + after;
        }
    }

    /**
     * What is given to a column of a view, if the view still has that column: a grant, a comment.
     *
     * @param column its name
     */
    record OfColumn(TableName view, String column, String before, String after)
            implements Belonging {
        @Override
        public String sql(String name, String query) {
            return before + name + after;
        }
    }

    /**
     * What is said along with the query and not without it: whose rights hold.
     *
     * @param options what stands before {@code VIEW}
     * @param ending what stands after the query
     */
    record Said(TableName view, String options, String ending) implements Belonging {
        @Override
        public String sql(String name, String query) {
            return "ALTER " + options + " VIEW " + name + " AS " + query + ending;
        }
    }

    /**
     * What a view had that an earlier deployment took away. Since then something may be gone that
     * it needs, such as a grantee.
     *
     * @param had what the view had
     */
    record Remembered(Belonging had) implements Belonging {
        @Override
        public TableName view() {
            return had.view();
        }

        @Override
        public String sql(String name, String query) {
            return had.sql(name, query);
        }
    }
}
