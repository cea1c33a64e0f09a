package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.UuidType;

import java.util.List;

/** Values that ALTER COLUMN would turn into others than other databases do. */
final class SqlServerConversion {
    private final Names names;
    private final Table table;
    private final ColumnType from;
    private final Column to;

    SqlServerConversion(Names names, Table table, ColumnType from, Column to) {
        this.names = names;
        this.table = table;
        this.from = from;
        this.to = to;
    }

    /** What is run before the column gets its new type. */
    List<String> before() {
        return isText(from) && to.type() instanceof BooleanType
                ? List.of(
                        update(
                                "CASE WHEN LOWER(TRIM($)) IN (N'true', N't', N'yes', N'on', N'1')"
                                    + " THEN N'1' WHEN LOWER(TRIM($)) IN (N'false', N'f', N'no',"
                                    + " N'off', N'0') THEN N'0' ELSE $ END"))
                : List.of();
    }

    /** What is run once it has its new type. */
    List<String> after() {
        if (from instanceof BooleanType && isText(to.type())) {
            return List.of(
                    update("CASE $ WHEN N'1' THEN N'true' WHEN N'0' THEN N'false' ELSE $ END"));
        }
        return from instanceof UuidType && isText(to.type())
                ? List.of(update("LOWER($)"))
                : List.of();
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType
                || type instanceof LongTextType
                || type instanceof ChoiceType;
    }

    private String update(String value) {
        String name = names.quote(to.name());
        return "UPDATE "
                + names.quote(table.name())
                + " SET "
                + name
                + " = "
                + value.replace("$", name);
    }
}
