package dev.plinth.schema.dialect.db2;

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

import java.sql.ResultSet;
import java.sql.SQLException;

/** Types from rows of {@code SYSCAT.COLUMNS}. */
final class Db2TypeReader {
    private Db2TypeReader() {}

    /**
     * A text that others made counts bytes; it is taken for one of so many characters.
     *
     * @param remarks the comment of the column, with what it says of its type
     */
    static ColumnType read(ResultSet row, String remarks) throws SQLException {
        if (!text(row, "typeschema").strip().equals("SYSIBM")) {
            return new NativeType(
                    Db2Dialect.NAMES.quote(text(row, "typeschema").strip())
                            + "."
                            + Db2Dialect.NAMES.quote(text(row, "typename")));
        }
        int bytes = row.getInt("length");
        int scale = row.getInt("scale");
        int units = row.getInt("stringunitslength");
        int length = row.wasNull() ? bytes : units;
        boolean bits = row.getInt("codepage") == 0;
        String name = text(row, "typename");
        return switch (name) {
            case "SMALLINT" -> IntegerType.SMALL;
            case "INTEGER" -> IntegerType.NORMAL;
            case "BIGINT" -> IntegerType.BIG;
            case "REAL" -> FloatType.SINGLE;
            case "DOUBLE" -> FloatType.DOUBLE;
            case "DECIMAL" -> new DecimalType(bytes, scale);
            case "BOOLEAN" -> new BooleanType();
            case "DATE" -> new DateType();
            case "TIME" -> new TimeType(0);
            case "TIMESTAMP" -> timestamp(scale, remarks);
            case "VARCHAR" -> bits ? new BinaryType(bytes) : new TextType(length);
            case "VARBINARY" -> new BinaryType(bytes);
            case "BINARY" -> bytes == 16 ? new UuidType() : new NativeType("BINARY(" + bytes + ")");
            case "CLOB" ->
                    remarks.endsWith(Db2Comments.JSON_MARK) ? new JsonType() : new LongTextType();
            case "BLOB" -> new BinaryType(0);
            case "CHARACTER" -> new NativeType("CHAR(" + length + (bits ? ") FOR BIT DATA" : ")"));
            case "DECFLOAT" -> new NativeType("DECFLOAT(" + (bytes == 8 ? 16 : 34) + ")");
            case "GRAPHIC", "VARGRAPHIC", "DBCLOB" -> new NativeType(name + "(" + length + ")");
            default -> new NativeType(name);
        };
    }

    private static ColumnType timestamp(int digits, String remarks) {
        if (digits > 9) {
            return new NativeType("TIMESTAMP(" + digits + ")");
        }
        return remarks.endsWith(Db2Comments.UTC_MARK)
                ? new ZonedTimestampType(digits)
                : new TimestampType(digits);
    }
}
