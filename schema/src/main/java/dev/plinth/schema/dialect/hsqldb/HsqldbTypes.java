package dev.plinth.schema.dialect.hsqldb;

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

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** There is one floating point number, of 64 bits, and no JSON: that is kept as text. */
final class HsqldbTypes extends StandardTypes {
    /** The length that LONGVARCHAR has; a CLOB could be in no key and no index. */
    static final int LONG_TEXT = 16_777_216;

    private static final String LONG = "VARCHAR(" + LONG_TEXT + ")";

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType t -> t.length() >= LONG_TEXT ? LONG : "VARCHAR(" + t.length() + ")";
            case LongTextType _, ChoiceType _, JsonType _ -> LONG;
            case IntegerType t ->
                    switch (t.bits()) {
                        case 16 -> "SMALLINT";
                        case 32 -> "INTEGER";
                        default -> "BIGINT";
                    };
            case DecimalType t -> "NUMERIC(" + t.precision() + ", " + t.scale() + ")";
            case FloatType _ -> "DOUBLE";
            case BooleanType _ -> "BOOLEAN";
            case DateType _ -> "DATE";
            case TimeType t -> "TIME(" + t.digits() + ")";
            case TimestampType t -> "TIMESTAMP(" + t.digits() + ")";
            case ZonedTimestampType t -> "TIMESTAMP(" + t.digits() + ") WITH TIME ZONE";
            case UuidType _ -> "UUID";
            case BinaryType t -> t.length() == 0 ? "BLOB" : "VARBINARY(" + t.length() + ")";
            case NativeType t -> t.sql();
        };
    }

    /**
     * A literal in quotes is a CHARACTER of its length, which a CASE fills up with spaces to the
     * longest of its branches.
     */
    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _, JsonType _ -> text(text);
            case ZonedTimestampType t ->
                    "TIMESTAMP " + quoted(t.format(t.parse(text)).replace('T', ' '));
            default -> super.literal(type, text);
        };
    }

    private static String text(String text) {
        return "CAST(" + quoted(text) + " AS VARCHAR(" + Math.max(1, text.length()) + "))";
    }

    @Override
    protected String floating(FloatType type, double value) {
        return Double.isFinite(value) ? super.floating(type, value) : nonFinite(value);
    }

    private static String nonFinite(double value) {
        return Double.isNaN(value) ? "(0E0/0E0)" : value > 0 ? "(1E0/0E0)" : "(-1E0/0E0)";
    }

    @Override
    protected String uuid(String text) {
        return "CAST(" + quoted(text) + " AS UUID)";
    }

    /** Beside another parameter, as in MERGE, a parameter must say its type. */
    @Override
    public String placeholder(ColumnType type) {
        return switch (type) {
            case TextType _ -> "CAST(? AS " + LONG + ")";
            // A number too large for a smaller type would be cut without a word.
            case IntegerType _ -> "CAST(? AS BIGINT)";
            case DecimalType _ -> "CAST(? AS NUMERIC(100, 40))";
            case BinaryType t -> t.length() == 0 ? "?" : "CAST(? AS VARBINARY(" + LONG_TEXT + "))";
            default -> "CAST(? AS " + sql(type) + ")";
        };
    }

    /**
     * A BLOB compares with nothing; a text as if the shorter one went on with spaces, unless it has
     * an end that comes before them.
     */
    @Override
    public String comparable(ColumnType type, String expression) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _ -> "(" + expression + " || U&'\\0000')";
            case BinaryType bytes when bytes.length() == 0 ->
                    "CAST(" + expression + " AS VARBINARY(" + LONG_TEXT + "))";
            default -> expression;
        };
    }

    @Override
    protected void bindFloat(PreparedStatement statement, int index, FloatType type, double value)
            throws SQLException {
        // -0.0 would not be found by 0.
        statement.setDouble(index, value + 0.0);
    }

    /**
     * As text: the driver counts days before 1582 by another calendar when it binds a date than
     * when it reads one.
     */
    @Override
    protected void bindDate(PreparedStatement statement, int index, LocalDate value)
            throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    protected void bindTimestamp(
            PreparedStatement statement, int index, TimestampType type, LocalDateTime value)
            throws SQLException {
        statement.setString(index, type.format(value).replace('T', ' '));
    }

    @Override
    protected void bindZoned(
            PreparedStatement statement, int index, ZonedTimestampType type, OffsetDateTime value)
            throws SQLException {
        statement.setString(index, type.format(value).replace('T', ' '));
    }

    @Override
    protected int jdbcType(ColumnType type) {
        return type instanceof UuidType ? java.sql.Types.BINARY : super.jdbcType(type);
    }
}
