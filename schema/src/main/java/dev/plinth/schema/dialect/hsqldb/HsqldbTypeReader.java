package dev.plinth.schema.dialect.hsqldb;

import static dev.plinth.schema.dialect.standard.Catalog.text;

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
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads types from rows of INFORMATION_SCHEMA.COLUMNS. */
final class HsqldbTypeReader {
    private HsqldbTypeReader() {}

    static ColumnType read(ResultSet row) throws SQLException {
        String domain = text(row, "domain_name");
        if (!domain.isEmpty()) {
            return new NativeType(quoted(text(row, "domain_schema")) + "." + quoted(domain));
        }
        int digits = row.getInt("datetime_precision");
        long length = row.getLong("character_maximum_length");
        String sql = text(row, "dtd_identifier");
        return switch (text(row, "data_type")) {
            case "CHARACTER VARYING" ->
                    length >= HsqldbTypes.LONG_TEXT
                            ? new LongTextType()
                            : new TextType((int) length);
            case "SMALLINT" -> IntegerType.SMALL;
            case "INTEGER" -> IntegerType.NORMAL;
            case "BIGINT" -> IntegerType.BIG;
            case "NUMERIC", "DECIMAL" ->
                    new DecimalType(row.getInt("numeric_precision"), row.getInt("numeric_scale"));
            case "DOUBLE PRECISION" -> FloatType.DOUBLE;
            case "BOOLEAN" -> new BooleanType();
            case "DATE" -> new DateType();
            case "TIME" -> new TimeType(digits);
            case "TIMESTAMP" -> new TimestampType(digits);
            case "TIMESTAMP WITH TIME ZONE" -> new ZonedTimestampType(digits);
            case "UUID" -> new UuidType();
            case "BINARY LARGE OBJECT" -> new BinaryType(0);
            case "BINARY VARYING", "VARBINARY" -> new BinaryType((int) length);
            case "TIME WITH TIME ZONE" -> new NativeType("TIME(" + digits + ") WITH TIME ZONE");
            default -> new NativeType(sql);
        };
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
