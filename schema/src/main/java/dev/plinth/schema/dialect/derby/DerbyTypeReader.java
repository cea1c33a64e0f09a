package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types as SYSCOLUMNS shows them: {@code VARCHAR(40) NOT NULL}. */
final class DerbyTypeReader {
    private static final String NOT_NULL = " NOT NULL";
    private static final Pattern DECIMAL =
            Pattern.compile("(?:DECIMAL|NUMERIC)\\((\\d+),\\s*(\\d+)\\)");
    private static final Pattern LENGTH =
            Pattern.compile("(VARCHAR|CLOB|BLOB) ?\\((\\d+)\\)( FOR BIT DATA)?");

    private DerbyTypeReader() {}

    static boolean isRequired(String echo) {
        return echo.endsWith(NOT_NULL);
    }

    static ColumnType read(String echo) {
        String sql = isRequired(echo) ? echo.substring(0, echo.length() - NOT_NULL.length()) : echo;
        Matcher decimal = DECIMAL.matcher(sql);
        if (decimal.matches()) {
            return new DecimalType(
                    Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        Matcher length = LENGTH.matcher(sql);
        if (length.matches()) {
            return ofLength(
                    sql,
                    length.group(1),
                    Integer.parseInt(length.group(2)),
                    length.group(3) != null);
        }
        return switch (sql) {
            case "SMALLINT" -> IntegerType.SMALL;
            case "INTEGER" -> IntegerType.NORMAL;
            case "BIGINT" -> IntegerType.BIG;
            case "REAL" -> FloatType.SINGLE;
            case "DOUBLE" -> FloatType.DOUBLE;
            case "BOOLEAN" -> new BooleanType();
            case "DATE" -> new DateType();
            case "TIME" -> new TimeType(0);
            case "TIMESTAMP" -> new TimestampType(9);
            default -> new NativeType(sql);
        };
    }

    private static ColumnType ofLength(String sql, String name, int length, boolean bits) {
        boolean unlimited = length == Integer.MAX_VALUE;
        return switch (name) {
            case "VARCHAR" -> bits ? new BinaryType(length) : new TextType(length);
            case "CLOB" -> unlimited ? new LongTextType() : new NativeType(sql);
            default -> unlimited ? new BinaryType(0) : new NativeType(sql);
        };
    }
}
