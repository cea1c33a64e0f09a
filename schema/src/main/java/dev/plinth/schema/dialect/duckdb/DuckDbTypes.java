package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.dialect.standard.StandardTypes;
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

/** DuckDB drops the length of a text; a check holds it, by which it is also found again. */
final class DuckDbTypes extends StandardTypes {
    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) -> "VARCHAR(" + length + ")";
            case LongTextType() -> "VARCHAR";
            case ChoiceType ignored -> "VARCHAR";
            case IntegerType(int bits) ->
                    bits == 16 ? "SMALLINT" : bits == 32 ? "INTEGER" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL(" + precision + ", " + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "FLOAT" : "DOUBLE";
            case BooleanType() -> "BOOLEAN";
            case DateType() -> "DATE";
            case TimeType ignored -> "TIME";
            case TimestampType(int digits) -> digits > 6 ? "TIMESTAMP_NS" : "TIMESTAMP";
            case ZonedTimestampType ignored -> "TIMESTAMP WITH TIME ZONE";
            case UuidType() -> "UUID";
            case JsonType() -> "JSON";
            // A length here is an error, unlike that of a text; it stands for the check.
            case BinaryType(int length) -> length == 0 ? "BLOB" : "BLOB(" + length + ")";
            case NativeType(String sql) -> sql;
        };
    }

    /** The type as it stands in a statement. */
    static String spelled(String sql) {
        return sql.startsWith("VARCHAR(") || sql.startsWith("BLOB(")
                ? sql.substring(0, sql.indexOf('('))
                : sql;
    }

    /** The function that counts what a limit of the type is about; empty without one. */
    static String limit(ColumnType type, String quotedColumn) {
        return switch (type) {
            case TextType(int length) -> "length(" + quotedColumn + ") <= " + length;
            case BinaryType(int length) when length > 0 ->
                    "octet_length(" + quotedColumn + ") <= " + length;
            default -> "";
        };
    }

    @Override
    public String placeholder(ColumnType type) {
        return type instanceof JsonType || type instanceof NativeType
                ? "CAST(? AS " + sql(type) + ")"
                : "?";
    }

    @Override
    protected String binary(byte[] bytes) {
        return "unhex('" + hex(bytes) + "')";
    }

    @Override
    protected String json(String text) {
        return "CAST(" + quoted(text) + " AS JSON)";
    }

    /** Lists, structs and maps. */
    @Override
    public boolean readsAsJson(ColumnType type) {
        return type instanceof NativeType(String sql)
                && (sql.endsWith("]") || sql.startsWith("STRUCT(") || sql.startsWith("MAP("));
    }

    @Override
    public String selection(ColumnType type, String quotedColumn) {
        if (readsAsJson(type)) {
            return "to_json(" + quotedColumn + ")";
        }
        return type instanceof NativeType ? "CAST(" + quotedColumn + " AS VARCHAR)" : quotedColumn;
    }

    @Override
    public String jsonPlaceholder(ColumnType type) {
        return readsAsJson(type) ? "CAST(CAST(? AS JSON) AS " + sql(type) + ")" : placeholder(type);
    }
}
