package dev.plinth.schema.model;

import java.util.Collection;

/**
 * The ids of elements that came without one, from where they stand. Inspectors and readers of files
 * share this rule, so that a database and a hand-written file name the same elements.
 */
public final class DerivedIds {
    private DerivedIds() {}

    public static String table(TableName name) {
        return Ids.derived("table", name.toString());
    }

    public static String view(TableName name) {
        return Ids.derived("view", name.toString());
    }

    public static String choice(String name) {
        return Ids.derived("choice", name);
    }

    /** A column of a table or view. */
    public static String column(TableName owner, String name) {
        return Ids.derived("column", owner.toString(), name);
    }

    public static String unique(TableName table, String name) {
        return Ids.derived("unique", table.toString(), name);
    }

    public static String index(TableName table, String name) {
        return Ids.derived("index", table.toString(), name);
    }

    public static String check(TableName table, String name) {
        return Ids.derived("check", table.toString(), name);
    }

    public static String relation(TableName table, String name) {
        return Ids.derived("relation", table.toString(), name);
    }

    public static String trigger(TableName table, String name) {
        return Ids.derived("trigger", table.toString(), name);
    }

    /**
     * What stands for the name of a key, index or relation that has none: the names of its columns.
     */
    public static String unnamed(Collection<String> columnNames) {
        return "(" + String.join(",", columnNames) + ")";
    }
}
