package dev.plinth.schema.dialect.db2;

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
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Db2 has no zones, no UUIDs, no JSON, and times of whole seconds: what a comment of SQL says here
 * stands in the comment of the column, and times with digits are texts. Lengths are of characters,
 * where Db2 by itself counts bytes (CODEUNITS32, 11.1 and newer).
 */
final class Db2Types extends StandardTypes {
    /** The longest VARCHAR, in characters ("SQL and XML limits", 11.5). */
    static final int LONGEST = 8168;

    /** The longest VARBINARY. */
    static final int BYTES = 32_672;

    /** Digits of a decimal, before and behind its point. */
    static final int DIGITS = 31;

    static final String TEXT = "VARCHAR(" + LONGEST + " CODEUNITS32)";

    /** A larger one cannot be logged ("CREATE TABLE", 11.5: SQLSTATE 42993). */
    private static final String CLOB = "CLOB(1G)";

    private static final String BLOB = "BLOB(1G)";

    private static final Pattern LENGTH =
            Pattern.compile("(?i)((?:VAR)?CHAR)\\s*\\((\\d+)\\s+(?:OCTETS|CODEUNITS32)\\)");

    private static final Pattern LOB =
            Pattern.compile("(?i)[BC]LOB\\s*\\(\\d+\\s*[KMG]?(?:\\s+(?:OCTETS|CODEUNITS32))?\\)");

    /** A literal has 32672 bytes. */
    private static final int CHUNK = 8000;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) when length <= LONGEST ->
                    "VARCHAR(" + length + " CODEUNITS32)";
            case TextType _, LongTextType _, ChoiceType _ -> CLOB;
            case JsonType _ -> CLOB + " /* JSON */";
            case IntegerType(int bits) ->
                    bits == 16 ? "SMALLINT" : bits == 32 ? "INTEGER" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL(" + precision + ", " + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "REAL" : "DOUBLE";
            case BooleanType _ -> "BOOLEAN";
            case DateType _ -> "DATE";
            case TimeType(int digits) ->
                    digits == 0 ? "TIME" : "VARCHAR(" + (9 + digits) + " CODEUNITS32)";
            case TimestampType(int digits) -> "TIMESTAMP(" + digits + ")";
            case ZonedTimestampType(int digits) -> "TIMESTAMP(" + digits + ") /* UTC */";
            case UuidType _ -> "BINARY(16)";
            case BinaryType(int length) when length > 0 && length <= BYTES ->
                    "VARBINARY(" + length + ")";
            case BinaryType _ -> BLOB;
            case NativeType(String sql) -> sql;
        };
    }

    /** A TIME has no digits; a length says of what it is, which is all the same to a model. */
    @Override
    public Optional<ColumnType> declared(String sql) {
        if (sql.equalsIgnoreCase("TIME")) {
            return Optional.of(new TimeType(0));
        }
        Matcher text = LENGTH.matcher(sql);
        if (text.matches()) {
            return Optional.of(
                    text.group(1).toUpperCase(Locale.ROOT).contains("VARCHAR")
                            ? new TextType(Integer.parseInt(text.group(2)))
                            : new NativeType("CHAR(" + text.group(2) + ")"));
        }
        return LOB.matcher(sql).matches()
                ? Optional.of(
                        sql.toUpperCase(Locale.ROOT).startsWith("B")
                                ? new BinaryType(0)
                                : new LongTextType())
                : Optional.empty();
    }

    static boolean isLarge(ColumnType type) {
        return switch (type) {
            case TextType(int length) -> length > LONGEST;
            case BinaryType(int length) -> length == 0 || length > BYTES;
            case LongTextType _, ChoiceType _, JsonType _ -> true;
            default -> false;
        };
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _, JsonType _ ->
                    isLarge(type) ? clob(text) : quoted(text);
            case DateType _ -> cast(constant(type, text), "DATE");
            case TimeType t -> t.digits() > 0 ? constant(t, text) : cast(constant(t, text), "TIME");
            case TimestampType _ -> cast(constant(type, text), sql(type));
            case ZonedTimestampType t ->
                    cast(constant(t, text), sql(new TimestampType(t.digits())));
            default -> super.literal(type, text);
        };
    }

    /** As a default, which is a constant and no expression. */
    String constant(ColumnType type, String text) {
        return switch (type) {
            case TimeType t -> quoted(t.digits() > 0 ? padded(t, t.parse(text)) : normal(t, text));
            case TimestampType _ -> quoted(spaced(normal(type, text)));
            case ZonedTimestampType t -> quoted(utc(t, t.parse(text)));
            case IntegerType _,
                    DecimalType _,
                    FloatType _,
                    BooleanType _,
                    UuidType _,
                    BinaryType _ ->
                    literal(type, text);
            default -> quoted(normal(type, text));
        };
    }

    private static String normal(ColumnType type, String text) {
        return type.format(type.parse(text));
    }

    private static String cast(String value, String type) {
        return "CAST(" + value + " AS " + type + ")";
    }

    private static String spaced(String iso) {
        return iso.replace('T', ' ');
    }

    private static String utc(ZonedTimestampType type, OffsetDateTime moment) {
        LocalDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return spaced(new TimestampType(type.digits()).format(utc));
    }

    /** All digits, so that it sorts as it should. */
    private static String padded(TimeType type, LocalTime time) {
        String digits = "%09d".formatted(time.getNano()).substring(0, type.digits());
        return "%02d:%02d:%02d.%s"
                .formatted(time.getHour(), time.getMinute(), time.getSecond(), digits);
    }

    private static String clob(String text) {
        List<String> chunks = new ArrayList<>();
        int at = 0;
        do {
            int end = Math.min(text.length(), at + CHUNK);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            chunks.add(quoted(text.substring(at, end)));
            at = end;
        } while (at < text.length());
        String first = cast(chunks.removeFirst(), CLOB);
        return chunks.isEmpty() ? first : "(" + first + " || " + String.join(" || ", chunks) + ")";
    }

    @Override
    protected String uuid(String text) {
        return "BX'" + text.replace("-", "") + "'";
    }

    /** Without the B it would be a text of bits. */
    @Override
    protected String binary(byte[] bytes) {
        return "BX'" + hex(bytes) + "'";
    }

    /** A CAST to the length of the column would cut in silence, so there is room for more. */
    @Override
    public String placeholder(ColumnType type) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _, JsonType _ ->
                    cast("?", isLarge(type) ? CLOB : TEXT);
            case IntegerType _ -> "CAST(? AS BIGINT)";
            case DecimalType(int precision, int scale) ->
                    "CAST(? AS DECIMAL("
                            + DIGITS
                            + ", "
                            + (precision > DIGITS ? scale : DIGITS - precision + scale)
                            + "))";
            case TimeType t when t.digits() > 0 -> cast("?", TEXT);
            case ZonedTimestampType t -> cast("?", sql(new TimestampType(t.digits())));
            case BinaryType _ when !isLarge(type) -> "CAST(? AS VARBINARY(" + BYTES + "))";
            case NativeType _ -> "?";
            default -> cast("?", sql(type));
        };
    }

    /** A BLOB has no order and no equality. */
    @Override
    public boolean compares(ColumnType type) {
        return !(type instanceof BinaryType && isLarge(type));
    }

    /**
     * As bytes of UTF-8, which are sorted as code points are: texts compare by the collation of the
     * database, and as if the shorter one went on with spaces. Of a large one, by its beginning.
     */
    @Override
    public String comparable(ColumnType type, String expression) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _, JsonType _ ->
                    "VARBINARY(" + (isLarge(type) ? cast(expression, TEXT) : expression) + ")";
            case TimeType(int digits) -> nineDigits(expression, digits);
            default -> expression;
        };
    }

    /** So that times with digits compare with those without. */
    private static String nineDigits(String time, int digits) {
        String text = digits == 0 ? "CHAR(" + time + ", JIS)" : time;
        String more = (digits == 0 ? "." : "") + "0".repeat(9 - digits);
        return more.isEmpty() ? text : "(" + text + " || " + quoted(more) + ")";
    }

    @Override
    protected int jdbcType(ColumnType type) {
        JDBCType jdbc =
                switch (type) {
                    case TextType _, LongTextType _, ChoiceType _, JsonType _ ->
                            isLarge(type) ? JDBCType.CLOB : JDBCType.VARCHAR;
                    case TimeType t when t.digits() > 0 -> JDBCType.VARCHAR;
                    case ZonedTimestampType _ -> JDBCType.TIMESTAMP;
                    case UuidType _ -> JDBCType.BINARY;
                    case BinaryType _ -> isLarge(type) ? JDBCType.BLOB : JDBCType.VARBINARY;
                    default -> JDBCType.valueOf(super.jdbcType(type));
                };
        return jdbc.getVendorTypeNumber();
    }

    // Days and times go as texts: java.sql would read them by its own calendar and zone.

    @Override
    protected void bindDate(PreparedStatement statement, int index, LocalDate value)
            throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    protected void bindTime(PreparedStatement statement, int index, TimeType type, LocalTime value)
            throws SQLException {
        statement.setString(index, type.digits() > 0 ? padded(type, value) : type.format(value));
    }

    @Override
    protected void bindTimestamp(
            PreparedStatement statement, int index, TimestampType type, LocalDateTime value)
            throws SQLException {
        statement.setString(index, spaced(type.format(value)));
    }

    @Override
    protected void bindZoned(
            PreparedStatement statement, int index, ZonedTimestampType type, OffsetDateTime value)
            throws SQLException {
        statement.setString(index, utc(type, value));
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
    protected @Nullable LocalDate readDate(ResultSet rows, int index) throws SQLException {
        return Db2Moments.date(rows.getString(index));
    }

    @Override
    protected @Nullable LocalTime readTime(ResultSet rows, int index) throws SQLException {
        return Db2Moments.time(rows.getString(index));
    }

    @Override
    protected @Nullable LocalDateTime readTimestamp(ResultSet rows, int index) throws SQLException {
        return Db2Moments.timestamp(rows.getString(index));
    }

    @Override
    protected @Nullable OffsetDateTime readZoned(ResultSet rows, int index) throws SQLException {
        LocalDateTime utc = readTimestamp(rows, index);
        return utc == null ? null : utc.atOffset(ZoneOffset.UTC);
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
