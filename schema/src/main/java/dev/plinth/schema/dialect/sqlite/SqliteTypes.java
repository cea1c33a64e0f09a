package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The declared name of a column's type carries the whole portable type, since SQLite keeps it as it
 * is written, and has the affinity that leaves stored values alone: a number in a column whose name
 * says DECIMAL would become a binary floating point number, one in a column of DECIMAL_TEXT does
 * not.
 */
final class SqliteTypes implements Types {
    /** Has the name of the collation in SQLite's own shell, so that it can be used there too. */
    static final String DECIMAL_COLLATION = "decimal";

    /** Decimal digits that survive SQLite's own arithmetic, which is binary. */
    static final int EXACT_DIGITS = 15;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) -> "VARCHAR(" + length + ")";
            case LongTextType() -> "TEXT";
            // Not INTEGER: as a primary key it would name the row number, which numbers itself.
            case IntegerType(int bits) -> bits == 16 ? "SMALLINT" : bits == 32 ? "INT" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL_TEXT(" + precision + "," + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "FLOAT4" : "REAL";
            case BooleanType() -> "BOOLEAN";
            case DateType() -> "DATE";
            case TimeType(int digits) -> "TIME(" + digits + ")";
            case TimestampType(int digits) -> "TIMESTAMP(" + digits + ")";
            case ZonedTimestampType(int digits) -> "TIMESTAMPTZ(" + digits + ")";
            case UuidType() -> "UUID";
            case JsonType() -> "JSON_TEXT";
            case BinaryType(int length) -> length == 0 ? "BLOB" : "BLOB(" + length + ")";
            case NativeType(String sql) -> sql;
            case ChoiceType ignored ->
                    throw new IllegalArgumentException("a choice is lowered to text before this");
        };
    }

    @Override
    public Optional<ColumnType> declared(String sql) {
        return Optional.of(SqliteDeclaredTypes.of(sql)).filter(t -> !(t instanceof NativeType));
    }

    @Override
    public String literal(ColumnType type, String text) {
        return literal(SqliteValues.stored(type, type.parse(text)));
    }

    static String literal(Object stored) {
        return switch (stored) {
            case Double infinite when infinite.isInfinite() -> infinite > 0 ? "9e999" : "-9e999";
            case Number number -> number.toString();
            case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
            default -> "'" + stored.toString().replace("'", "''") + "'";
        };
    }

    /** The moment of the insert in UTC, in the very form in which values of the type are stored. */
    static String now(ColumnType type) {
        return switch (type) {
            case DateType() -> "date('now')";
            case TimeType(int digits) -> moment("%H:%M:", digits);
            case ZonedTimestampType(int digits) ->
                    moment("%Y-%m-%d %H:%M:", digits) + " || '+00:00'";
            default -> moment("%Y-%m-%d %H:%M:", type instanceof TimestampType(int d) ? d : 0);
        };
    }

    private static String moment(String form, int digits) {
        if (digits == 0) {
            return "strftime('" + form + "%S','now')";
        }
        String milliseconds = "strftime('" + form + "%f','now')";
        String cut = digits >= 3 ? milliseconds : cut(milliseconds, form, digits);
        return "rtrim(rtrim(" + cut + ",'0'),'.')";
    }

    private static String cut(String milliseconds, String form, int digits) {
        int whole = form.startsWith("%Y") ? "2025-12-31 23:59:59.".length() : "23:59:59.".length();
        return "substr(" + milliseconds + ",1," + (whole + digits) + ")";
    }

    static String newUuid() {
        return "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'"
                + " || substr(hex(randomblob(2)),2) || '-' || substr('89ab',1 + (random() & 3),1)"
                + " || substr(hex(randomblob(2)),2) || '-' || hex(randomblob(6)))";
    }

    /** Decimals are text in a fixed form: equal as text when equal, but sorted by their value. */
    @Override
    public String comparable(ColumnType type, String expression) {
        return type instanceof DecimalType
                ? expression + " COLLATE " + DECIMAL_COLLATION
                : expression;
    }

    @Override
    public void bind(
            PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, java.sql.Types.NULL);
            return;
        }
        switch (SqliteValues.stored(type, value)) {
            case Long number -> statement.setLong(index, number);
            case Double number -> statement.setDouble(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Object text -> statement.setString(index, text.toString());
        }
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index, ColumnType type) throws SQLException {
        Object stored = rows.getObject(index);
        if (stored == null) {
            return null;
        }
        try {
            return SqliteValues.loaded(type, stored);
        } catch (InvalidValueException e) {
            // SQLite lets any value into any column.
            throw new SQLDataException(
                    "A stored value is no value of the column's type " + type.text() + ".",
                    "22018",
                    e);
        }
    }
}
