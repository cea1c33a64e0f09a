package dev.plinth.schema.dialect.mysql;

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

/** Types from rows of {@code information_schema.columns}. */
final class MySqlTypeReader {
    private static final int UUID_BYTES = 16;

    /** Of numbers up to 18446744073709551615. */
    private static final DecimalType UNSIGNED_64 = new DecimalType(20, 0);

    private MySqlTypeReader() {}

    /**
     * @param linked whether the column numbers itself, or a relation leads from it or to it
     * @param json whether the database checks that a long text is JSON
     */
    static ColumnType read(ResultSet row, boolean linked, boolean json) throws SQLException {
        String whole = text(row, "column_type");
        boolean unsigned = whole.contains("unsigned");
        int digits = row.getInt("datetime_precision");
        long length = row.getLong("character_maximum_length");
        return switch (text(row, "data_type").toLowerCase(java.util.Locale.ROOT)) {
            case "tinyint" -> whole.equals("tinyint(1)") ? new BooleanType() : IntegerType.SMALL;
            case "bit" -> whole.equals("bit(1)") ? new BooleanType() : new NativeType(whole);
            case "smallint" -> unsigned ? IntegerType.NORMAL : IntegerType.SMALL;
            case "year" -> IntegerType.SMALL;
            case "mediumint" -> IntegerType.NORMAL;
            case "int" -> unsigned ? IntegerType.BIG : IntegerType.NORMAL;
            case "bigint" -> unsigned && !linked ? UNSIGNED_64 : IntegerType.BIG;
            case "decimal" ->
                    new DecimalType(row.getInt("numeric_precision"), row.getInt("numeric_scale"));
            case "float" -> FloatType.SINGLE;
            case "double" -> FloatType.DOUBLE;
            case "date" -> new DateType();
            case "time" -> new TimeType(digits);
            case "datetime" ->
                    text(row, "column_comment").endsWith(MySqlStatements.UTC_MARK)
                            ? new ZonedTimestampType(digits)
                            : new TimestampType(digits);
            case "timestamp" -> new ZonedTimestampType(digits);
            case "char", "varchar" ->
                    length <= MySqlTypes.MAX_TEXT ? new TextType((int) length) : new LongTextType();
            case "longtext" ->
                    json || text(row, "column_comment").endsWith(MySqlStatements.JSON_MARK)
                            ? new JsonType()
                            : new LongTextType();
            case "tinytext", "text", "mediumtext" -> new LongTextType();
            case "json" -> new JsonType();
            case "uuid" -> new UuidType();
            case "binary" -> length == UUID_BYTES ? new UuidType() : new BinaryType((int) length);
            case "varbinary" -> new BinaryType((int) length);
            case "tinyblob", "blob", "mediumblob", "longblob" -> new BinaryType(0);
            default -> new NativeType(whole);
        };
    }
}
