package dev.plinth.schema.dialect.oracle;

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

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Column types and their values in Oracle Database, which has no boolean before 23ai, no time of
 * day, and whose DATE has a time.
 */
final class OracleTypes extends StandardTypes {
    /** Characters, of which a row has room for 4000 bytes. */
    static final int MAX_TEXT = 4000;

    /** Tells a CLOB of JSON from one of text; the column's definition says it by a check. */
    static final String JSON = " /* JSON */";

    private static final int MAX_BINARY = 2000;
    private static final int MAX_DIGITS = 9;

    /** {@code 0 13:45:0.5}, as the driver shows an interval. */
    private static final Pattern INTERVAL =
            Pattern.compile("[+]?\\d+ (\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,9}))?");

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) ->
                    length <= MAX_TEXT ? "VARCHAR2(" + length + " CHAR)" : "CLOB";
            case LongTextType() -> "CLOB";
            case IntegerType(int bits) ->
                    bits == 16 ? "NUMBER(5)" : bits == 32 ? "NUMBER(10)" : "NUMBER(19)";
            case DecimalType(int precision, int scale) ->
                    scale == 0
                            ? "NUMBER(" + precision + ")"
                            : "NUMBER(" + precision + "," + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "BINARY_FLOAT" : "BINARY_DOUBLE";
            case BooleanType() -> "NUMBER(1)";
            case DateType() -> "DATE";
            case TimeType(int digits) -> "INTERVAL DAY(0) TO SECOND" + digits(digits);
            case TimestampType(int digits) -> "TIMESTAMP" + digits(digits);
            case ZonedTimestampType(int digits) -> "TIMESTAMP" + digits(digits) + " WITH TIME ZONE";
            case UuidType() -> "RAW(16)";
            case JsonType() -> "CLOB" + JSON;
            case BinaryType(int length) ->
                    length > 0 && length <= MAX_BINARY ? "RAW(" + length + ")" : "BLOB";
            case NativeType(String sql) -> sql;
            case ChoiceType ignored ->
                    throw new IllegalArgumentException("a choice is lowered to text before this");
        };
    }

    private static String digits(int digits) {
        return "(" + Math.min(digits, MAX_DIGITS) + ")";
    }

    /** Whether values are kept beside the row; such a column has no key and no plain comparison. */
    boolean isLarge(ColumnType type) {
        return sql(type).startsWith("CLOB") || sql(type).equals("BLOB");
    }

    /** A number without digits has as many as it needs, before its point and behind. */
    @Override
    public Optional<ColumnType> declared(String sql) {
        return sql.equalsIgnoreCase("NUMBER")
                ? Optional.of(new NativeType("NUMBER"))
                : Optional.empty();
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case BooleanType bool -> bool.parse(text) ? "1" : "0";
            case TimeType time -> "INTERVAL '0 " + time(time.parse(text)) + "' DAY TO SECOND";
            case ZonedTimestampType zoned ->
                    "TIMESTAMP " + quoted(zoned.format(zoned.parse(text)).replace('T', ' '));
            case TextType _,
                    LongTextType _,
                    ChoiceType _,
                    IntegerType _,
                    DecimalType _,
                    FloatType _,
                    DateType _,
                    TimestampType _,
                    UuidType _,
                    JsonType _,
                    BinaryType _,
                    NativeType _ ->
                    super.literal(type, text);
        };
    }

    private static String time(LocalTime value) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(value);
    }

    @Override
    protected String floating(FloatType type, double value) {
        String name = type.bits() == 32 ? "BINARY_FLOAT" : "BINARY_DOUBLE";
        if (Double.isNaN(value)) {
            return name + "_NAN";
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? "-" : "") + name + "_INFINITY";
        }
        String digits = type.bits() == 32 ? Float.toString((float) value) : Double.toString(value);
        return digits + (type.bits() == 32 ? "f" : "d");
    }

    @Override
    protected String uuid(String text) {
        return "HEXTORAW('" + text.replace("-", "") + "')";
    }

    @Override
    protected String json(String text) {
        return quoted(text);
    }

    @Override
    protected String binary(byte[] bytes) {
        return "HEXTORAW('" + hex(bytes) + "')";
    }

    @Override
    public String placeholder(ColumnType type) {
        return type instanceof TimeType ? "TO_DSINTERVAL(?)" : "?";
    }

    @Override
    protected int jdbcType(ColumnType type) {
        JDBCType jdbc =
                switch (type) {
                    case BooleanType _ -> JDBCType.NUMERIC;
                    case TimeType _ -> JDBCType.VARCHAR;
                    case UuidType _ -> JDBCType.VARBINARY;
                    default -> JDBCType.valueOf(super.jdbcType(type));
                };
        return jdbc.getVendorTypeNumber();
    }

    @Override
    public void bind(
            PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (type instanceof BooleanType && value != null) {
            statement.setInt(index, (Boolean) value ? 1 : 0);
        } else {
            super.bind(statement, index, type, value);
        }
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index, ColumnType type) throws SQLException {
        return type instanceof BooleanType
                ? unlessNull(rows, rows.getInt(index) != 0)
                : super.read(rows, index, type);
    }

    @Override
    protected void bindTime(PreparedStatement statement, int index, TimeType type, LocalTime value)
            throws SQLException {
        statement.setString(index, "0 " + time(value));
    }

    @Override
    protected @Nullable LocalTime readTime(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        if (text == null) {
            return null;
        }
        Matcher interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            throw new SQLDataException("A stored interval is no time of day.", "22018");
        }
        String fraction = interval.group(4) == null ? "" : interval.group(4);
        return LocalTime.of(
                Integer.parseInt(interval.group(1)),
                Integer.parseInt(interval.group(2)),
                Integer.parseInt(interval.group(3)),
                Integer.parseInt((fraction + "000000000").substring(0, 9)));
    }

    @Override
    protected void bindUuid(PreparedStatement statement, int index, UUID value)
            throws SQLException {
        statement.setBytes(
                index,
                ByteBuffer.allocate(16)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    @Override
    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        byte[] bytes = rows.getBytes(index);
        if (bytes == null) {
            return null;
        }
        ByteBuffer both = ByteBuffer.wrap(bytes);
        return new UUID(both.getLong(), both.getLong());
    }
}
