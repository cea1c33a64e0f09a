package dev.plinth.schema.model;

/**
 * Where an element stands in a model, in the words of problems and documents: {@code
 * tables/customer/columns/email}. An element without a name is shown by its id.
 */
public final class ElementPath {
    private ElementPath() {}

    public static String table(TableName name) {
        return "tables/" + name;
    }

    public static String view(TableName name) {
        return "views/" + name;
    }

    public static String choice(Choice choice) {
        return part("choices", choice.name(), choice.id());
    }

    public static String column(String owner, Column column) {
        return owner + "/" + part("columns", column.name(), column.id());
    }

    public static String primaryKey(String table) {
        return table + "/primaryKey";
    }

    public static String unique(String table, UniqueKey key) {
        return table + "/" + part("uniques", key.name(), key.id());
    }

    public static String index(String table, Index index) {
        return table + "/" + part("indexes", index.name(), index.id());
    }

    public static String check(String table, Check check) {
        return table + "/" + part("checks", check.name(), check.id());
    }

    public static String relation(String table, Relation relation) {
        return table + "/" + part("relations", relation.name(), relation.id());
    }

    public static String trigger(String table, Trigger trigger) {
        return table + "/" + part("triggers", trigger.name(), trigger.id());
    }

    /** One element of a list: {@code columns/email}. */
    public static String part(String list, String name, String id) {
        return list + "/" + (name.isEmpty() ? id : name);
    }
}
