package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;

import java.util.List;

/** Comments, which are extended properties by the name that Microsoft's own tools use. */
final class SqlServerComments {
    /** Ends the comment of a text that is JSON. */
    static final String JSON_MARK = "[JSON]";

    private SqlServerComments() {}

    /** What is kept of a column's comment, with what it says of its type. */
    static String of(Column column) {
        return with(column.comment(), column.type());
    }

    private static String with(String comment, ColumnType type) {
        if (!(type instanceof JsonType)) {
            return comment;
        }
        return comment.isEmpty() ? JSON_MARK : comment + " " + JSON_MARK;
    }

    static List<String> change(Table table, String from, String to) {
        return change(table.name(), "TABLE", "", from, to);
    }

    static List<String> change(Table table, Column column, String from, String to) {
        String place = ", N'COLUMN', " + SqlServerText.literal(column.name());
        return change(table.name(), "TABLE", place, from, to);
    }

    static List<String> add(TableName view, String comment) {
        return change(view, "VIEW", "", "", comment);
    }

    private static List<String> change(
            TableName owner, String kind, String place, String from, String to) {
        if (from.equals(to)) {
            return List.of();
        }
        String procedure = from.isEmpty() ? "add" : to.isEmpty() ? "drop" : "update";
        String value = to.isEmpty() ? "" : SqlServerText.literal(to) + ", ";
        // An argument is a constant or a variable, never an expression.
        return List.of(
                "DECLARE @schema SYSNAME = "
                        + (owner.schema().isEmpty()
                                ? "SCHEMA_NAME()"
                                : SqlServerText.literal(owner.schema()))
                        + ";\nEXEC sys.sp_"
                        + procedure
                        + "extendedproperty N'MS_Description', "
                        + value
                        + "N'SCHEMA', @schema, N'"
                        + kind
                        + "', "
                        + SqlServerText.literal(owner.name())
                        + place);
    }
}
