package dev.plinth.schema.dialect.oracle;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
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

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types from rows of {@code ALL_TAB_COLS}. */
final class OracleTypeReader {
    private static final Pattern TIMESTAMP =
            Pattern.compile("TIMESTAMP\\((\\d)\\)( WITH TIME ZONE)?");
    private static final Pattern TIME = Pattern.compile("INTERVAL DAY\\(0\\) TO SECOND\\((\\d)\\)");

    private OracleTypeReader() {}

    /**
     * @param kind what a check tells of the column
     */
    static ColumnType read(ResultSet row, @Nullable OracleKind kind) throws SQLException {
        String name = text(row, "data_type");
        int characters = Math.max(row.getInt("char_length"), 1);
        int bytes = row.getInt("data_length");
        return switch (name) {
            case "VARCHAR2", "NVARCHAR2", "CHAR", "NCHAR", "VARCHAR" -> new TextType(characters);
            case "CLOB", "NCLOB", "LONG" ->
                    kind == OracleKind.JSON ? new JsonType() : new LongTextType();
            case "JSON" -> new JsonType();
            case "BOOLEAN" -> new BooleanType();
            case "NUMBER" -> number(row, kind);
            case "BINARY_FLOAT" -> FloatType.SINGLE;
            case "BINARY_DOUBLE" -> FloatType.DOUBLE;
            case "FLOAT" -> new NativeType("FLOAT(" + row.getInt("data_precision") + ")");
            // Without the check it has a time.
            case "DATE" -> kind == OracleKind.DAY ? new DateType() : new TimestampType(0);
            case "RAW" -> bytes == 16 ? new UuidType() : new BinaryType(bytes);
            case "BLOB", "LONG RAW" -> new BinaryType(0);
            default -> withDigits(name);
        };
    }

    private static ColumnType number(ResultSet row, @Nullable OracleKind kind) throws SQLException {
        int scale = row.getInt("data_scale");
        boolean unlimited = row.wasNull();
        int precision = row.getInt("data_precision");
        if (row.wasNull()) {
            // INTEGER has a scale of its own, NUMBER has none.
            return unlimited ? new NativeType("NUMBER") : new DecimalType(38, 0);
        }
        if (scale < 0 || scale > precision) {
            return new NativeType("NUMBER(" + precision + "," + scale + ")");
        }
        if (scale > 0) {
            return new DecimalType(precision, scale);
        }
        return switch (precision) {
            case 1 -> kind == OracleKind.BOOLEAN ? new BooleanType() : new DecimalType(1, 0);
            case 5 -> IntegerType.SMALL;
            case 10 -> IntegerType.NORMAL;
            case 19 -> IntegerType.BIG;
            default -> new DecimalType(precision, 0);
        };
    }

    private static ColumnType withDigits(String name) {
        Matcher timestamp = TIMESTAMP.matcher(name);
        if (timestamp.matches()) {
            int digits = Integer.parseInt(timestamp.group(1));
            return timestamp.group(2) == null
                    ? new TimestampType(digits)
                    : new ZonedTimestampType(digits);
        }
        Matcher time = TIME.matcher(name);
        return time.matches()
                ? new TimeType(Integer.parseInt(time.group(1)))
                : new NativeType(name);
    }
}
