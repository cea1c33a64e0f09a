package dev.plinth.schema.dialect.sqlserver;

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

/** Types from rows of {@code sys.columns}. */
final class SqlServerTypeReader {
    private SqlServerTypeReader() {}

    static ColumnType read(ResultSet row) throws SQLException {
        String name = text(row, "type_name");
        int bytes = row.getInt("max_length");
        int precision = row.getInt("precision");
        int scale = row.getInt("scale");
        return switch (name) {
            case "nvarchar", "nchar" ->
                    bytes < 0 ? longText(row) : new TextType(Math.max(bytes / 2, 1));
            case "varchar", "char" -> bytes < 0 ? longText(row) : new TextType(bytes);
            case "text", "ntext" -> new LongTextType();
            case "json" -> new JsonType();
            case "tinyint", "smallint" -> IntegerType.SMALL;
            case "int" -> IntegerType.NORMAL;
            case "bigint" -> IntegerType.BIG;
            case "decimal", "numeric" -> new DecimalType(precision, scale);
            case "money" -> new DecimalType(19, 4);
            case "smallmoney" -> new DecimalType(10, 4);
            case "real" -> FloatType.SINGLE;
            case "float" -> precision <= 24 ? FloatType.SINGLE : FloatType.DOUBLE;
            case "bit" -> new BooleanType();
            case "date" -> new DateType();
            case "time" -> new TimeType(scale);
            case "smalldatetime" -> new TimestampType(0);
            case "datetime" -> new TimestampType(3);
            case "datetime2" -> new TimestampType(scale);
            case "datetimeoffset" -> new ZonedTimestampType(scale);
            case "uniqueidentifier" -> new UuidType();
            case "varbinary", "binary" -> new BinaryType(Math.max(bytes, 0));
            case "image" -> new BinaryType(0);
            default -> new NativeType(name);
        };
    }

    private static ColumnType longText(ResultSet row) throws SQLException {
        return text(row, "comment").endsWith(SqlServerComments.JSON_MARK)
                ? new JsonType()
                : new LongTextType();
    }
}
