package dev.plinth.schema.dialect.sqlite;

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
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type that a declared name stands for: those that Plinth writes give their portable type back,
 * others follow SQLite's rules of affinity.
 */
final class SqliteDeclaredTypes {
    /** A column of NUMERIC affinity holds binary numbers, exact for so many decimal digits. */
    private static final int EXACT_DIGITS = 15;

    private static final Pattern FORM =
            Pattern.compile(
                    "([^(]*)(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?(.*)", Pattern.DOTALL);

    private SqliteDeclaredTypes() {}

    static ColumnType of(String declared) {
        Matcher form = FORM.matcher(declared.strip().toUpperCase(Locale.ROOT));
        if (declared.isBlank() || !form.matches()) {
            // A column without a type has the affinity of BLOB: it keeps whatever it is given.
            return new NativeType(declared.isBlank() ? "BLOB" : declared);
        }
        String name = (form.group(1).strip() + " " + form.group(4).strip()).strip();
        int first = form.group(2) == null ? -1 : number(form.group(2));
        int second = form.group(3) == null ? 0 : number(form.group(3));
        return switch (name) {
            case "BOOLEAN", "BOOL" -> new BooleanType();
            case "DATE" -> new DateType();
            case "TIME" -> new TimeType(digits(first));
            case "TIMESTAMP", "DATETIME" -> new TimestampType(digits(first));
            case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" -> new ZonedTimestampType(digits(first));
            case "DECIMAL_TEXT" -> new DecimalType(Math.max(first, 1), second);
            case "DECIMAL", "NUMERIC", "NUMBER" ->
                    first > 0 && first <= EXACT_DIGITS
                            ? new DecimalType(first, second)
                            : new NativeType(declared);
            case "UUID" -> new UuidType();
            case "JSON", "JSON_TEXT" -> new JsonType();
            case "FLOAT4" -> FloatType.SINGLE;
            default -> byAffinity(name, first, declared);
        };
    }

    private static ColumnType byAffinity(String name, int first, String declared) {
        if (name.contains("INT")) {
            return integer(name);
        }
        if (name.contains("CHAR")) {
            return first > 0 ? new TextType(first) : new LongTextType();
        }
        if (name.contains("CLOB") || name.contains("TEXT")) {
            return new LongTextType();
        }
        if (name.contains("BLOB")) {
            return new BinaryType(Math.max(first, 0));
        }
        if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
            return FloatType.DOUBLE;
        }
        return new NativeType(declared);
    }

    /** INTEGER is what most people write for a number of any size. */
    private static IntegerType integer(String name) {
        return switch (name) {
            case "SMALLINT", "TINYINT", "INT2" -> IntegerType.SMALL;
            case "INT", "MEDIUMINT", "INT4" -> IntegerType.NORMAL;
            default -> IntegerType.BIG;
        };
    }

    private static int digits(int written) {
        return written < 0 ? ColumnTypes.DEFAULT_SECOND_DIGITS : Math.min(written, 9);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
