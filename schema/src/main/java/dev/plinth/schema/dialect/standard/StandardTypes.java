package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.Types;
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

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Literals as the SQL standard spells them, values as a driver of JDBC 4.2 takes and gives them.
 */
public abstract class StandardTypes implements Types {
    /** A text as an SQL literal. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Two hexadecimal digits for each byte. */
    protected static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType t -> quoted(text);
            case LongTextType t -> quoted(text);
            case ChoiceType t -> quoted(text);
            case IntegerType t -> normal(t, text);
            case DecimalType t -> normal(t, text);
            case FloatType t -> floating(t, t.parse(text));
            case BooleanType t -> t.parse(text) ? "TRUE" : "FALSE";
            case DateType t -> "DATE " + quoted(normal(t, text));
            case TimeType t -> "TIME " + quoted(normal(t, text));
            case TimestampType t -> "TIMESTAMP " + quoted(spaced(normal(t, text)));
            case ZonedTimestampType t ->
                    "TIMESTAMP WITH TIME ZONE " + quoted(spaced(normal(t, text)));
            case UuidType t -> uuid(normal(t, text));
            case JsonType t -> json(text);
            case BinaryType t -> binary(t.parse(text));
            case NativeType t -> nativeLiteral(t, text);
        };
    }

    private static String normal(ColumnType type, String text) {
        return type.format(type.parse(text));
    }

    private static String spaced(String iso) {
        return iso.replace('T', ' ');
    }

    /** With an exponent, which makes it a floating point number and not a decimal one. */
    protected String floating(FloatType type, double value) {
        if (!Double.isFinite(value)) {
            return "CAST('" + value + "' AS " + sql(type) + ")";
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text + "E0" : text;
    }

    protected String uuid(String text) {
        return "UUID " + quoted(text);
    }

    protected String json(String text) {
        return "JSON " + quoted(text);
    }

    protected String binary(byte[] bytes) {
        return "X'" + hex(bytes) + "'";
    }

    protected String nativeLiteral(NativeType type, String text) {
        return "CAST(" + quoted(text) + " AS " + sql(type) + ")";
    }

    @Override
    public void bind(
            PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType(type));
            return;
        }
        switch (type) {
            case TextType t -> statement.setString(index, (String) value);
            case LongTextType t -> statement.setString(index, (String) value);
            case ChoiceType t -> statement.setString(index, (String) value);
            case JsonType t -> statement.setString(index, (String) value);
            case NativeType t -> statement.setString(index, (String) value);
            case IntegerType t -> statement.setLong(index, (Long) value);
            case DecimalType t -> statement.setBigDecimal(index, (BigDecimal) value);
            case FloatType t -> bindFloat(statement, index, t, (Double) value);
            case BooleanType t -> statement.setBoolean(index, (Boolean) value);
            case DateType t -> bindDate(statement, index, (LocalDate) value);
            case TimeType t -> bindTime(statement, index, t, (LocalTime) value);
            case TimestampType t -> bindTimestamp(statement, index, t, (LocalDateTime) value);
            case ZonedTimestampType t -> bindZoned(statement, index, t, (OffsetDateTime) value);
            case UuidType t -> bindUuid(statement, index, (UUID) value);
            case BinaryType t -> statement.setBytes(index, (byte[]) value);
        }
    }

    /** The constant of {@link java.sql.Types} by which a NULL of the type is bound. */
    protected int jdbcType(ColumnType type) {
        JDBCType jdbc =
                switch (type) {
                    case TextType t -> JDBCType.VARCHAR;
                    case LongTextType t -> JDBCType.VARCHAR;
                    case ChoiceType t -> JDBCType.VARCHAR;
                    case JsonType t -> JDBCType.VARCHAR;
                    case NativeType t -> JDBCType.VARCHAR;
                    case IntegerType t -> JDBCType.BIGINT;
                    case DecimalType t -> JDBCType.DECIMAL;
                    case FloatType t -> t.bits() == 32 ? JDBCType.REAL : JDBCType.DOUBLE;
                    case BooleanType t -> JDBCType.BOOLEAN;
                    case DateType t -> JDBCType.DATE;
                    case TimeType t -> JDBCType.TIME;
                    case TimestampType t -> JDBCType.TIMESTAMP;
                    case ZonedTimestampType t -> JDBCType.TIMESTAMP_WITH_TIMEZONE;
                    case UuidType t -> JDBCType.OTHER;
                    case BinaryType t -> JDBCType.VARBINARY;
                };
        return jdbc.getVendorTypeNumber();
    }

    /** As 32 bits where they are kept as such: 0.1 widened to 64 would be another number. */
    protected void bindFloat(PreparedStatement statement, int index, FloatType type, double value)
            throws SQLException {
        if (type.bits() == 32) {
            statement.setFloat(index, (float) value);
        } else {
            statement.setDouble(index, value);
        }
    }

    protected void bindDate(PreparedStatement statement, int index, LocalDate value)
            throws SQLException {
        statement.setObject(index, value);
    }

    protected void bindTime(PreparedStatement statement, int index, TimeType type, LocalTime value)
            throws SQLException {
        statement.setObject(index, value);
    }

    protected void bindTimestamp(
            PreparedStatement statement, int index, TimestampType type, LocalDateTime value)
            throws SQLException {
        statement.setObject(index, value);
    }

    protected void bindZoned(
            PreparedStatement statement, int index, ZonedTimestampType type, OffsetDateTime value)
            throws SQLException {
        statement.setObject(index, value.withOffsetSameInstant(ZoneOffset.UTC));
    }

    protected void bindUuid(PreparedStatement statement, int index, UUID value)
            throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index, ColumnType type) throws SQLException {
        return switch (type) {
            case TextType t -> rows.getString(index);
            case LongTextType t -> rows.getString(index);
            case ChoiceType t -> rows.getString(index);
            case JsonType t -> rows.getString(index);
            case NativeType t -> rows.getString(index);
            case IntegerType t -> unlessNull(rows, rows.getLong(index));
            case DecimalType t -> rows.getBigDecimal(index);
            case FloatType t -> readFloat(rows, index, t);
            case BooleanType t -> unlessNull(rows, rows.getBoolean(index));
            case DateType t -> readDate(rows, index);
            case TimeType t -> readTime(rows, index);
            case TimestampType t -> readTimestamp(rows, index);
            case ZonedTimestampType t -> readZoned(rows, index);
            case UuidType t -> readUuid(rows, index);
            case BinaryType t -> rows.getBytes(index);
        };
    }

    /** A value just read as a primitive, which JDBC makes 0 or false of NULL. */
    protected static <T> @Nullable T unlessNull(ResultSet rows, T value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    protected @Nullable Double readFloat(ResultSet rows, int index, FloatType type)
            throws SQLException {
        // By way of its shortest text, else 0.1 of 32 bits would show as 0.10000000149011612.
        double value =
                type.bits() == 32
                        ? Double.parseDouble(Float.toString(rows.getFloat(index)))
                        : rows.getDouble(index);
        return unlessNull(rows, value);
    }

    protected @Nullable LocalDate readDate(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalDate.class);
    }

    protected @Nullable LocalTime readTime(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalTime.class);
    }

    protected @Nullable LocalDateTime readTimestamp(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalDateTime.class);
    }

    protected @Nullable OffsetDateTime readZoned(ResultSet rows, int index) throws SQLException {
        OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.withOffsetSameInstant(ZoneOffset.UTC);
    }

    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, UUID.class);
    }
}
