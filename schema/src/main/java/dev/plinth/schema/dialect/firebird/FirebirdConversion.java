package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;

/**
 * Another type for a column: Firebird only lengthens, so the values go to a new column that takes
 * the place of the old one in one statement. Until then the new one is hidden by its name.
 *
 * <p>A column of a primary key is never empty, not even for a moment: Firebird looks for NULLs in
 * all versions of a row that an open transaction may still see, when the key is made (3.0.11).
 */
final class FirebirdConversion {
    static final String WAITING = "plinth_waiting";

    private final Names names;
    private final Types types;

    FirebirdConversion(Names names, Types types) {
        this.names = names;
        this.types = types;
    }

    /** Whether only the comment tells the types apart. */
    boolean isSame(ColumnType from, ColumnType to) {
        return bare(from).equals(bare(to));
    }

    private String bare(ColumnType type) {
        return types.sql(type).replaceFirst(" /\\*.*", "");
    }

    /**
     * @param inKey whether it is part of the primary key; it is left with a default
     */
    List<String> replaced(Table table, Column from, Column to, boolean inKey) {
        String alter = "ALTER TABLE " + names.quote(table.name()) + " ";
        String waiting = names.quote(WAITING);
        List<String> run = new ArrayList<>();
        run.add(
                "EXECUTE BLOCK AS BEGIN IF (EXISTS(SELECT 1 FROM RDB$RELATION_FIELDS WHERE"
                        + " RDB$RELATION_NAME = "
                        + StandardTypes.quoted(table.name().name())
                        + " AND RDB$FIELD_NAME = "
                        + StandardTypes.quoted(WAITING)
                        + ")) THEN EXECUTE STATEMENT "
                        + StandardTypes.quoted(alter + "DROP " + waiting)
                        + "; END");
        run.add(
                alter
                        + "ADD "
                        + waiting
                        + " "
                        + types.sql(to.type())
                        + (inKey ? " DEFAULT " + something(to.type()) + " NOT NULL" : ""));
        run.add(
                "UPDATE "
                        + names.quote(table.name())
                        + " SET "
                        + waiting
                        + " = "
                        + converted(names.quote(to.name()), from.type(), to.type()));
        run.add(
                alter
                        + "DROP "
                        + names.quote(to.name())
                        + ", ALTER COLUMN "
                        + waiting
                        + " TO "
                        + names.quote(to.name())
                        + ", ALTER COLUMN "
                        + names.quote(to.name())
                        + " POSITION "
                        + position(table, to));
        return run;
    }

    /** Any value that is not NULL. */
    private String something(ColumnType type) {
        return types.literal(
                type,
                switch (type) {
                    case IntegerType _, DecimalType _, FloatType _ -> "0";
                    case BooleanType _ -> "false";
                    case DateType _ -> "1970-01-01";
                    case TimeType _ -> "00:00:00";
                    case TimestampType _ -> "1970-01-01T00:00:00";
                    case ZonedTimestampType _ -> "1970-01-01T00:00:00Z";
                    case UuidType _ -> "00000000-0000-0000-0000-000000000000";
                    case JsonType _ -> "null";
                    case TextType _, LongTextType _, ChoiceType _, BinaryType _, NativeType _ -> "";
                });
    }

    /** The column anew, computed. */
    String computed(Table table, Column to, String definition) {
        return "ALTER TABLE "
                + names.quote(table.name())
                + " DROP "
                + names.quote(to.name())
                + ", ADD "
                + definition
                + ", ALTER COLUMN "
                + names.quote(to.name())
                + " POSITION "
                + position(table, to);
    }

    private static int position(Table table, Column column) {
        return table.columns().stream().map(Column::id).toList().indexOf(column.id()) + 1;
    }

    private String converted(String value, ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return value;
        }
        boolean fromText = from instanceof TextType || from instanceof LongTextType;
        return switch (to) {
            case TextType(int length) when from instanceof TextType(int was) && was <= length ->
                    value;
            case TextType(int length) when fromText || from instanceof JsonType ->
                    "LEFT(" + value + ", " + length + ")";
            case TextType _, LongTextType _ when from instanceof UuidType ->
                    "LOWER(UUID_TO_CHAR(" + value + "))";
            case TextType ignored when from instanceof BooleanType ->
                    "LOWER(CAST(" + value + " AS VARCHAR(5)))";
            case UuidType ignored when fromText -> "CHAR_TO_UUID(" + value + ")";
            case BooleanType ignored when isNumber(from) ->
                    "CASE WHEN " + value + " <> 0 THEN TRUE WHEN " + value + " = 0 THEN FALSE END";
            case IntegerType ignored when from instanceof BooleanType -> asNumber(value);
            case DecimalType ignored when from instanceof BooleanType -> asNumber(value);
            default -> "CAST(" + value + " AS " + types.sql(to) + ")";
        };
    }

    private static String asNumber(String value) {
        return "CASE WHEN " + value + " THEN 1 WHEN NOT " + value + " THEN 0 END";
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DecimalType
                || type instanceof FloatType;
    }
}
