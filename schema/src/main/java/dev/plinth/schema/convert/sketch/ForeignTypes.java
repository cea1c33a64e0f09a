package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The column types that people and databases know by other names: {@code varchar(50)}. */
public final class ForeignTypes {
    private static final Pattern FORM =
            Pattern.compile(
                    "([a-z][a-z0-9_"
                        + " ]*?)\\s*(?:\\(\\s*(\\d+|max)(?:\\s+(?:char|byte|octets|codeunits32|characters))?\\s*(?:,\\s*(\\d+)\\s*)?\\))?((?:"
                        + " with(?:out)? time zone)?(?: with local time zone)?)(?: unsigned)?(?:"
                        + " zerofill)?(?: signed)?");
    private static final int LONGEST_TEXT = 4000;

    /** What is written where as much as possible is meant. */
    private static final int UNBOUNDED = 1_000_000_000;

    private ForeignTypes() {}

    /** The type, or empty when the word means none. */
    public static Optional<ColumnType> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher form = FORM.matcher(lower);
        if (!form.matches()) {
            return Optional.empty();
        }
        String first = form.group(2);
        int length = first == null || first.equals("max") ? 0 : number(first);
        boolean unbounded = first != null && first.equals("max");
        String second = form.group(3);
        int scale = second == null ? 0 : number(second);
        boolean zoned = form.group(4).contains("with time zone") || form.group(4).contains("local");
        Optional<ColumnType> known =
                Optional.ofNullable(type(form.group(1).strip(), length, scale, unbounded, zoned));
        return known.isPresent() ? known : ColumnTypes.parse(lower);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static @Nullable ColumnType type(
            String word, int length, int scale, boolean unbounded, boolean zoned) {
        return switch (word) {
            case "varchar",
                    "varchar2",
                    "nvarchar",
                    "nvarchar2",
                    "character varying",
                    "char",
                    "nchar",
                    "bpchar",
                    "character",
                    "string",
                    "vc",
                    "citext" ->
                    unbounded || length > LONGEST_TEXT
                            ? new LongTextType()
                            : new TextType(length == 0 ? 255 : length);
            case "text",
                    "clob",
                    "nclob",
                    "longtext",
                    "mediumtext",
                    "tinytext",
                    "ntext",
                    "character large object",
                    "xml" ->
                    length > 0 && length <= LONGEST_TEXT
                            ? new TextType(length)
                            : new LongTextType();
            case "tinyint" -> length == 1 ? new BooleanType() : IntegerType.SMALL;
            case "smallint", "int2", "smallserial" -> IntegerType.SMALL;
            case "int", "integer", "int4", "mediumint", "serial" -> IntegerType.NORMAL;
            case "bigint", "int8", "bigserial", "long" -> IntegerType.BIG;
            case "number", "num", "numeric", "decimal", "dec" -> number(word, length, scale);
            case "money", "smallmoney" -> new DecimalType(19, 4);
            case "real", "float4" -> FloatType.SINGLE;
            case "float", "float8", "double", "double precision", "binary_double" ->
                    FloatType.DOUBLE;
            case "bool", "boolean", "bit", "yn" -> new BooleanType();
            case "date", "d" -> new DateType();
            case "time" -> new TimeType(length == 0 ? 6 : length);
            case "timestamp", "datetime", "datetime2", "smalldatetime", "ts" ->
                    zoned
                            ? new ZonedTimestampType(length == 0 ? 6 : length)
                            : new TimestampType(length == 0 ? 6 : length);
            case "timestamptz", "datetimeoffset", "tstz", "tswtz", "tswltz" ->
                    new ZonedTimestampType(length == 0 ? 6 : length);
            case "uuid", "uniqueidentifier", "guid" -> new UuidType();
            case "json", "jsonb" -> new JsonType();
            case "blob",
                    "bytea",
                    "binary",
                    "varbinary",
                    "longblob",
                    "mediumblob",
                    "tinyblob",
                    "image",
                    "raw",
                    "file" ->
                    new BinaryType(unbounded || length >= UNBOUNDED ? 0 : length);
            default -> null;
        };
    }

    private static ColumnType number(String word, int length, int scale) {
        if (length == 0) {
            return word.startsWith("num") ? new DecimalType(18, 2) : new DecimalType(18, 0);
        }
        return new DecimalType(Math.min(length, 38), Math.min(scale, Math.min(length, 38)));
    }
}
