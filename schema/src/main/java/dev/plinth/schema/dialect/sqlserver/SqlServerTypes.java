package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.StandardTypes;
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

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/** Column types and their values in SQL Server. */
final class SqlServerTypes extends StandardTypes {
    /** The most characters that are kept in the row; longer texts can have no index. */
    static final int MAX_TEXT = 4000;

    /** The most digits of a second. */
    private static final int MAX_DIGITS = 7;

    private static final int MAX_BINARY = 8000;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) ->
                    length <= MAX_TEXT ? "NVARCHAR(" + length + ")" : longText();
            case LongTextType() -> longText();
            case IntegerType(int bits) -> bits == 16 ? "SMALLINT" : bits == 32 ? "INT" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL(" + precision + "," + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "REAL" : "FLOAT";
            case BooleanType() -> "BIT";
            case DateType() -> "DATE";
            case TimeType(int digits) -> "TIME" + digits(digits);
            case TimestampType(int digits) -> "DATETIME2" + digits(digits);
            case ZonedTimestampType(int digits) -> "DATETIMEOFFSET" + digits(digits);
            case UuidType() -> "UNIQUEIDENTIFIER";
            case JsonType() -> longText() + " /* JSON */";
            case BinaryType(int length) ->
                    length > 0 && length <= MAX_BINARY
                            ? "VARBINARY(" + length + ")"
                            : "VARBINARY(MAX)";
            case NativeType(String sql) -> sql;
            case ChoiceType ignored ->
                    throw new IllegalArgumentException("a choice is lowered to text before this");
        };
    }

    private static String longText() {
        return "NVARCHAR(MAX)";
    }

    private static String digits(int digits) {
        return "(" + Math.min(digits, MAX_DIGITS) + ")";
    }

    /** A timestamp is no moment but a number that grows with each change. */
    @Override
    public Optional<ColumnType> declared(String sql) {
        return sql.equalsIgnoreCase("timestamp")
                ? Optional.of(new NativeType("rowversion"))
                : Optional.empty();
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _, JsonType _, NativeType _ ->
                    SqlServerText.literal(text);
            case BooleanType bool -> bool.parse(text) ? "1" : "0";
            case DateType _, TimeType _, TimestampType _, ZonedTimestampType _, UuidType _ ->
                    "CAST(" + plain(type, text) + " AS " + sql(type) + ")";
            case BinaryType binary -> "0x" + hex(binary.parse(text));
            case IntegerType _, DecimalType _, FloatType _ -> super.literal(type, text);
        };
    }

    /** A constant without a cast, as a default takes it and shows it again. */
    String plain(ColumnType type, String text) {
        return switch (type) {
            case DateType _, TimeType _, TimestampType _, ZonedTimestampType _, UuidType _ ->
                    quoted(type.format(type.parse(text)));
            default -> literal(type, text);
        };
    }

    @Override
    protected String floating(FloatType type, double value) {
        return super.floating(type, finite(value));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException("SQL Server holds finite numbers only.");
        }
        return value;
    }

    /** UNIQUEIDENTIFIER sorts by its last bytes first. */
    @Override
    public String comparable(ColumnType type, String expression) {
        return type instanceof UuidType ? "CONVERT(CHAR(36), " + expression + ")" : expression;
    }

    @Override
    protected int jdbcType(ColumnType type) {
        JDBCType jdbc =
                switch (type) {
                    case TextType _, LongTextType _, ChoiceType _, JsonType _, NativeType _ ->
                            JDBCType.NVARCHAR;
                    case UuidType _, TimeType _ -> JDBCType.NVARCHAR;
                    case BooleanType _ -> JDBCType.BIT;
                    default -> JDBCType.valueOf(super.jdbcType(type));
                };
        return jdbc.getVendorTypeNumber();
    }

    @Override
    protected void bindFloat(PreparedStatement statement, int index, FloatType type, double value)
            throws SQLException {
        super.bindFloat(statement, index, type, finite(value));
    }

    /** As text: the driver would send a time as DATETIME, which knows 300ths of a second. */
    @Override
    protected void bindTime(PreparedStatement statement, int index, TimeType type, LocalTime value)
            throws SQLException {
        statement.setString(index, DateTimeFormatter.ISO_LOCAL_TIME.format(value));
    }

    @Override
    protected void bindUuid(PreparedStatement statement, int index, UUID value)
            throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : UUID.fromString(text);
    }
}
