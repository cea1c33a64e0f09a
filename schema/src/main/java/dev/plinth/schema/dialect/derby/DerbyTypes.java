package dev.plinth.schema.dialect.derby;

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

import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;

/**
 * Derby has no zones, no UUIDs, no JSON, and times of whole seconds: moments are kept in UTC, times
 * with digits and the others as text.
 */
final class DerbyTypes extends StandardTypes {
    /** The longest VARCHAR, in characters or in bytes. */
    static final int LONGEST = 32_672;

    /** Digits of a decimal, before and behind its point. */
    static final int DIGITS = 31;

    private static final String TEXT = "VARCHAR(" + LONGEST + ")";
    private static final String BYTES = TEXT + " FOR BIT DATA";

    /** Less than what a literal may have, 65535 bytes in UTF-8. */
    private static final int CHUNK = 16_000;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) when length <= LONGEST -> "VARCHAR(" + length + ")";
            case TextType _, LongTextType _, ChoiceType _, JsonType _ -> "CLOB";
            case IntegerType(int bits) ->
                    bits == 16 ? "SMALLINT" : bits == 32 ? "INTEGER" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL(" + precision + ", " + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "REAL" : "DOUBLE";
            case BooleanType _ -> "BOOLEAN";
            case DateType _ -> "DATE";
            case TimeType(int digits) -> digits == 0 ? "TIME" : "VARCHAR(" + (9 + digits) + ")";
            case TimestampType _, ZonedTimestampType _ -> "TIMESTAMP";
            case UuidType _ -> "CHAR(36)";
            case BinaryType(int length) when length > 0 && length <= LONGEST ->
                    "VARCHAR(" + length + ") FOR BIT DATA";
            case BinaryType _ -> "BLOB";
            case NativeType(String sql) -> sql;
        };
    }

    @Override
    public Optional<ColumnType> declared(String sql) {
        return sql.equalsIgnoreCase("TIME") ? Optional.of(new TimeType(0)) : Optional.empty();
    }

    /**
     * A literal in quotes is a CHAR of its length. A moment is read by CAST as it is written; by
     * TIMESTAMP() it would be one of the calendar and the zone of the server.
     */
    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType t when t.length() <= LONGEST ->
                    cast(quoted(text), "VARCHAR(" + Math.max(1, text.length()) + ")");
            case TextType _, LongTextType _, ChoiceType _, JsonType _ -> clob(text);
            case DateType t -> cast(quoted(t.format(t.parse(text))), "DATE");
            case TimeType t when t.digits() > 0 -> cast(quoted(padded(t, t.parse(text))), sql(t));
            case TimeType t -> cast(quoted(t.format(t.parse(text))), "TIME");
            case TimestampType t -> cast(quoted(spaced(t.format(t.parse(text)))), "TIMESTAMP");
            case ZonedTimestampType t -> cast(quoted(utc(t, t.parse(text))), "TIMESTAMP");
            case BinaryType t -> cast("X'" + hex(t.parse(text)) + "'", sql(t));
            default -> super.literal(type, text);
        };
    }

    /** As a default, which is no expression: a moment is in UTC already and says so no more. */
    String constant(ColumnType type, String text) {
        return switch (type) {
            case IntegerType _, DecimalType _, FloatType _, BooleanType _ -> literal(type, text);
            case TimeType t -> quoted(t.digits() > 0 ? padded(t, t.parse(text)) : text);
            case TimestampType t -> quoted(spaced(t.format(t.parse(text))));
            case ZonedTimestampType t -> constant(new TimestampType(t.digits()), text);
            case BinaryType t -> "X'" + hex(t.parse(text)) + "'";
            default -> quoted(type.format(type.parse(text)));
        };
    }

    private static String cast(String value, String type) {
        return "CAST(" + value + " AS " + type + ")";
    }

    private static String spaced(String iso) {
        return iso.replace('T', ' ');
    }

    static String utc(ZonedTimestampType type, OffsetDateTime moment) {
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
        String first = cast(chunks.removeFirst(), "CLOB");
        return chunks.isEmpty() ? first : "(" + first + " || " + String.join(" || ", chunks) + ")";
    }

    @Override
    protected String uuid(String text) {
        return cast(quoted(text), "CHAR(36)");
    }

    /** A parameter must say its type; of decimals, room for more digits than the column has. */
    @Override
    public String placeholder(ColumnType type) {
        return switch (type) {
            case TextType t when t.length() <= LONGEST -> "CAST(? AS " + TEXT + ")";
            case IntegerType _ -> "CAST(? AS BIGINT)";
            case DecimalType(int precision, int scale) ->
                    "CAST(? AS DECIMAL("
                            + DIGITS
                            + ", "
                            + (precision > DIGITS ? scale : DIGITS - precision + scale)
                            + "))";
            case TimeType t when t.digits() > 0 -> "CAST(? AS " + TEXT + ")";
            case BinaryType t when t.length() > 0 && t.length() <= LONGEST ->
                    "CAST(? AS " + BYTES + ")";
            default -> "CAST(? AS " + sql(type) + ")";
        };
    }

    /** A BLOB has no order, no equality, no beginning, and becomes nothing else. */
    @Override
    public boolean compares(ColumnType type) {
        return !(type instanceof BinaryType) || !sql(type).equals("BLOB");
    }

    /**
     * A text without a limit compares with nothing, so its beginning stands for it; texts compare
     * as if the shorter one went on with spaces, unless it has an end that comes before them.
     */
    @Override
    public String comparable(ColumnType type, String expression) {
        return switch (type) {
            case TextType t when t.length() <= LONGEST ->
                    cast("(" + expression + " || '\u0001')", TEXT);
            case TextType _, LongTextType _, ChoiceType _, JsonType _ ->
                    cast("(" + cast(expression, TEXT) + " || '\u0001')", TEXT);
            case TimeType(int digits) -> "(" + nineDigits(expression, digits) + ")";
            default -> expression;
        };
    }

    /** So that times with digits compare with those without. */
    private static String nineDigits(String time, int digits) {
        String more = (digits == 0 ? "." : "") + "0".repeat(9 - digits);
        String text = cast(time, "CHAR(" + (digits == 0 ? 8 : 9 + digits) + ")");
        return more.isEmpty() ? text : text + " || " + quoted(more);
    }

    @Override
    protected int jdbcType(ColumnType type) {
        JDBCType jdbc =
                switch (type) {
                    case TextType t when t.length() <= LONGEST -> JDBCType.VARCHAR;
                    case TextType _, LongTextType _, ChoiceType _, JsonType _ -> JDBCType.CLOB;
                    case TimeType t when t.digits() > 0 -> JDBCType.VARCHAR;
                    case ZonedTimestampType _ -> JDBCType.TIMESTAMP;
                    case UuidType _ -> JDBCType.CHAR;
                    case BinaryType t when t.length() == 0 || t.length() > LONGEST -> JDBCType.BLOB;
                    default -> JDBCType.valueOf(super.jdbcType(type));
                };
        return jdbc.getVendorTypeNumber();
    }

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
        statement.setString(index, value.toString());
    }

    /** In UTC, where no hour is left out, and with the calendar of ISO 8601 at all times. */
    private static Calendar calendar() {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setGregorianChange(new java.util.Date(Long.MIN_VALUE));
        return calendar;
    }

    private static LocalDateTime moment(java.util.Date date, int nanos) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(date.getTime(), 1000L), nanos, ZoneOffset.UTC);
    }

    @Override
    protected @Nullable LocalDate readDate(ResultSet rows, int index) throws SQLException {
        Date date = rows.getDate(index, calendar());
        return date == null ? null : moment(date, 0).toLocalDate();
    }

    @Override
    protected @Nullable LocalTime readTime(ResultSet rows, int index) throws SQLException {
        String time = rows.getString(index);
        return time == null ? null : LocalTime.parse(time);
    }

    @Override
    protected @Nullable LocalDateTime readTimestamp(ResultSet rows, int index) throws SQLException {
        Timestamp timestamp = rows.getTimestamp(index, calendar());
        return timestamp == null ? null : moment(timestamp, timestamp.getNanos());
    }

    @Override
    protected @Nullable OffsetDateTime readZoned(ResultSet rows, int index) throws SQLException {
        LocalDateTime utc = readTimestamp(rows, index);
        return utc == null ? null : utc.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : UUID.fromString(text.strip());
    }
}
