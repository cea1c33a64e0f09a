package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.UuidType;

import java.util.List;

/** Values that MODIFY would not turn into those of the other type by itself. */
public final class MySqlConversion {
    /** What both forms of any such value fit into, and what an index can hold. */
    private static final String BETWEEN = " VARCHAR(255)";

    private final Names names;
    private final boolean hasUuid;

    /**
     * @param hasUuid whether the database has a type for UUIDs, which it converts by itself
     */
    public MySqlConversion(Names names, boolean hasUuid) {
        this.names = names;
        this.hasUuid = hasUuid;
    }

    /** What is run before the column gets its new type. */
    List<String> before(Table table, ColumnType from, Column to) {
        if (isText(from) && to.type() instanceof BooleanType) {
            return List.of(
                    update(
                            table,
                            to,
                            "CASE WHEN LOWER(TRIM(%1$s)) IN ('true','t','yes','on','1') THEN '1'"
                                    + " WHEN LOWER(TRIM(%1$s)) IN ('false','f','no','off','0')"
                                    + " THEN '0' ELSE %1$s END"));
        }
        if (!Conversion.hasMeaning(from, to.type())) {
            // There are no values; by way of a text any type is taken, and a value would fail.
            return List.of(modify(table, to, BETWEEN));
        }
        if (isNumber(from) && to.type() instanceof BooleanType) {
            return List.of(update(table, to, "%1$s <> 0"));
        }
        if (from.equals(FloatType.SINGLE) && (isText(to.type()) || to.type() instanceof JsonType)) {
            // As a text it would have six digits.
            return List.of(modify(table, to, " DOUBLE"));
        }
        if (!hasUuid && from instanceof UuidType && isText(to.type())) {
            return List.of(
                    modify(table, to, " VARBINARY(36)"),
                    update(table, to, "BIN_TO_UUID(%1$s)"),
                    modify(table, to, BETWEEN));
        }
        if (!hasUuid && isText(from) && to.type() instanceof UuidType) {
            return List.of(
                    modify(table, to, BETWEEN),
                    modify(table, to, " VARBINARY(255)"),
                    update(table, to, "UUID_TO_BIN(CONVERT(%1$s USING utf8mb4))"));
        }
        return List.of();
    }

    /** What is run once it has its new type. */
    List<String> after(Table table, ColumnType from, Column to) {
        return from instanceof BooleanType && (isText(to.type()) || to.type() instanceof JsonType)
                ? List.of(
                        update(
                                table,
                                to,
                                "CASE CAST(%1$s AS CHAR) WHEN '1' THEN 'true' WHEN '0' THEN 'false'"
                                        + " ELSE %1$s END"))
                : List.of();
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DecimalType
                || type instanceof FloatType;
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType
                || type instanceof LongTextType
                || type instanceof ChoiceType;
    }

    private String modify(Table table, Column column, String type) {
        return "ALTER TABLE "
                + names.quote(table.name())
                + " MODIFY COLUMN "
                + names.quote(column.name())
                + type;
    }

    private String update(Table table, Column column, String value) {
        String name = names.quote(column.name());
        return "UPDATE "
                + names.quote(table.name())
                + " SET "
                + name
                + " = "
                + value.replace("%1$s", name);
    }
}
