package dev.plinth.schema.dialect.mysql;

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

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Column types and their values in MySQL. */
public class MySqlTypes extends StandardTypes {
    private static final Pattern MOMENT =
            Pattern.compile("(?i)(time|datetime|timestamp)(?: ?\\((\\d)\\))?");

    /** The most characters of four bytes that a row has room for. */
    static final int MAX_TEXT = 16_383;

    /** The most digits of a second. */
    protected static final int MAX_DIGITS = 6;

    private static final int MAX_BINARY = 65_532;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) ->
                    length <= MAX_TEXT ? "VARCHAR(" + length + ")" : "LONGTEXT";
            case LongTextType() -> "LONGTEXT";
            case IntegerType(int bits) -> bits == 16 ? "SMALLINT" : bits == 32 ? "INT" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL(" + precision + "," + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "FLOAT" : "DOUBLE";
            case BooleanType() -> "TINYINT(1)";
            case DateType() -> "DATE";
            case TimeType(int digits) -> "TIME" + digits(digits);
            case TimestampType(int digits) -> "DATETIME" + digits(digits);
            // TIMESTAMP would end in 2038. The remark makes it another type than the one before.
            case ZonedTimestampType(int digits) -> "DATETIME" + digits(digits) + " /* UTC */";
            case UuidType() -> "BINARY(16)";
            case JsonType() -> json();
            case BinaryType(int length) ->
                    length > 0 && length <= MAX_BINARY ? "VARBINARY(" + length + ")" : "LONGBLOB";
            case NativeType(String sql) -> sql;
            case ChoiceType ignored ->
                    throw new IllegalArgumentException("a choice is lowered to text before this");
        };
    }

    /** Its own JSON makes 9007199254740993.5 a binary number and changes the order of keys. */
    protected String json() {
        return "LONGTEXT /* JSON */";
    }

    private static String digits(int digits) {
        return "(" + Math.min(digits, MAX_DIGITS) + ")";
    }

    /** A moment has no digits of a second unless they are asked for, and a timestamp is in UTC. */
    @Override
    public Optional<ColumnType> declared(String sql) {
        Matcher moment = MOMENT.matcher(sql);
        if (moment.matches()) {
            int digits = moment.group(2) == null ? 0 : Integer.parseInt(moment.group(2));
            return Optional.of(
                    switch (moment.group(1).toLowerCase(Locale.ROOT)) {
                        case "time" -> new TimeType(digits);
                        case "datetime" -> new TimestampType(digits);
                        default -> new ZonedTimestampType(digits);
                    });
        }
        return switch (sql.toLowerCase(Locale.ROOT)) {
            case "float" -> Optional.of(FloatType.SINGLE);
            case "decimal", "numeric", "dec" -> Optional.of(new DecimalType(10, 0));
            case "char" -> Optional.of(new TextType(1));
            case "binary" -> Optional.of(new BinaryType(1));
            default -> Optional.empty();
        };
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType t -> MySqlText.literal(text);
            case LongTextType t -> MySqlText.literal(text);
            case ChoiceType t -> MySqlText.literal(text);
            case ZonedTimestampType t ->
                    "TIMESTAMP "
                            + quoted(t.parse(text).toLocalDateTime().toString().replace('T', ' '));
            default -> super.literal(type, text);
        };
    }

    /**
     * Without hexadecimal literals: within a check MariaDB turns them into quoted texts and forgets
     * to escape a backslash, which breaks the statement or changes a pattern in silence.
     */
    @Override
    public String keptLiteral(ColumnType type, String text) {
        return switch (type) {
            case TextType _, LongTextType _, ChoiceType _ -> MySqlText.escaped(text);
            default -> literal(type, text);
        };
    }

    @Override
    protected String floating(FloatType type, double value) {
        return super.floating(type, type.bits() == 32 ? (float) finite(value) : finite(value));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException("The database holds finite numbers only.");
        }
        return value;
    }

    @Override
    protected String uuid(String text) {
        return "X'" + text.replace("-", "") + "'";
    }

    @Override
    protected String json(String text) {
        return MySqlText.literal(text);
    }

    @Override
    protected String nativeLiteral(NativeType type, String text) {
        return MySqlText.literal(text);
    }

    /** FLOAT is sent as six digits of text unless it is made a number of 64 bits. */
    @Override
    public String selection(ColumnType type, String quotedColumn) {
        return type.equals(FloatType.SINGLE) ? "(" + quotedColumn + " + 0E0)" : quotedColumn;
    }

    /** A number of 32 bits with all its digits, else the greatest would be out of range. */
    @Override
    protected void bindFloat(PreparedStatement statement, int index, FloatType type, double value)
            throws SQLException {
        statement.setDouble(index, type.bits() == 32 ? (float) finite(value) : finite(value));
    }

    @Override
    protected void bindTime(PreparedStatement statement, int index, TimeType type, LocalTime value)
            throws SQLException {
        statement.setObject(index, cut(value, type.digits()));
    }

    @Override
    protected void bindTimestamp(
            PreparedStatement statement, int index, TimestampType type, LocalDateTime value)
            throws SQLException {
        statement.setObject(index, cut(value, type.digits()));
    }

    @Override
    protected void bindZoned(
            PreparedStatement statement, int index, ZonedTimestampType type, OffsetDateTime value)
            throws SQLException {
        LocalDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        statement.setObject(index, cut(utc, type.digits()));
    }

    /** MySQL would round and MariaDB cut; here both cut. */
    private static Temporal cut(Temporal value, int digits) {
        long unit = (long) Math.pow(10, 9 - Math.min(digits, MAX_DIGITS));
        long nanos = value.getLong(ChronoField.NANO_OF_SECOND);
        return value.with(ChronoField.NANO_OF_SECOND, nanos - nanos % unit);
    }

    @Override
    protected @Nullable OffsetDateTime readZoned(ResultSet rows, int index) throws SQLException {
        LocalDateTime utc = rows.getObject(index, LocalDateTime.class);
        return utc == null ? null : utc.atOffset(ZoneOffset.UTC);
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
