package dev.plinth.schema.dialect.firebird;

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

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Firebird 3 has neither UUIDs nor JSON nor zones: what a comment of SQL says here stands in the
 * comment of the column. Texts name their character set, because that of the database may be none.
 */
final class FirebirdTypes extends StandardTypes {
    /** A VARCHAR has 32765 bytes. */
    static final int MAX_CHARACTERS = 8191;

    private static final String UTF8 = " CHARACTER SET UTF8";
    private static final String OCTETS = " CHARACTER SET OCTETS";
    private static final String LONG_TEXT = "BLOB SUB_TYPE TEXT" + UTF8;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSS");

    /** Of a literal; Firebird 3 allows 32765 bytes. */
    private static final int CHUNK = 8000;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType(int length) ->
                    length > MAX_CHARACTERS ? LONG_TEXT : "VARCHAR(" + length + ")" + UTF8;
            case LongTextType() -> LONG_TEXT;
            case ChoiceType ignored -> LONG_TEXT;
            case IntegerType(int bits) ->
                    bits == 16 ? "SMALLINT" : bits == 32 ? "INTEGER" : "BIGINT";
            case DecimalType(int precision, int scale) ->
                    "DECIMAL(" + precision + ", " + scale + ")";
            case FloatType(int bits) -> bits == 32 ? "FLOAT" : "DOUBLE PRECISION";
            case BooleanType() -> "BOOLEAN";
            case DateType() -> "DATE";
            case TimeType ignored -> "TIME";
            case TimestampType ignored -> "TIMESTAMP";
            case ZonedTimestampType ignored -> "TIMESTAMP /* UTC */";
            case UuidType() -> "CHAR(16)" + OCTETS;
            case JsonType() -> LONG_TEXT + " /* JSON */";
            case BinaryType(int length) ->
                    length == 0 || length > 32765
                            ? "BLOB SUB_TYPE BINARY"
                            : "VARCHAR(" + length + ")" + OCTETS;
            case NativeType(String sql) -> sql;
        };
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case TextType ignored -> text(text);
            case LongTextType ignored -> text(text);
            case ChoiceType ignored -> text(text);
            case JsonType ignored -> text(text);
            case TimeType t -> "TIME '" + TIME.format(cut(t.parse(text))) + "'";
            case TimestampType t -> timestamp(t.parse(text));
            case ZonedTimestampType t ->
                    timestamp(
                            t.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
            default -> super.literal(type, text);
        };
    }

    /** One word for all types whose values are alike in an index (tried with each pair of them). */
    static String inIndex(ColumnType type) {
        return switch (type) {
            case IntegerType(int bits) -> bits == 64 ? "long" : "double";
            case DecimalType(int precision, int _) -> precision > 9 ? "long" : "double";
            case FloatType _ -> "double";
            case TextType _, LongTextType _, ChoiceType _, JsonType _ -> "text";
            case UuidType _, BinaryType _ -> "bytes";
            case BooleanType _ -> "boolean";
            case DateType _ -> "date";
            case TimeType _ -> "time";
            case TimestampType _, ZonedTimestampType _ -> "moment";
            case NativeType(String sql) -> sql;
        };
    }

    private static String timestamp(LocalDateTime moment) {
        LocalDateTime cut = cut(moment);
        return "TIMESTAMP '" + cut.toLocalDate() + " " + TIME.format(cut.toLocalTime()) + "'";
    }

    /** Four digits of a second are all there are. */
    @SuppressWarnings("unchecked")
    private static <T extends Temporal> T cut(T moment) {
        long nanos = moment.getLong(ChronoField.NANO_OF_SECOND);
        return (T) moment.with(ChronoField.NANO_OF_SECOND, nanos - nanos % 100_000);
    }

    private static String text(String text) {
        if (text.length() <= CHUNK) {
            return spelled(text);
        }
        List<String> chunks = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + CHUNK);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            chunks.add(spelled(text.substring(at, end)));
            at = end;
        }
        String first = "CAST(" + chunks.removeFirst() + " AS " + LONG_TEXT + ")";
        return chunks.stream().collect(Collectors.joining(" || ", "(" + first + " || ", ")"));
    }

    /**
     * In bytes what is beyond U+FFFF: a default or a condition works as it was given, but is told
     * from the catalog, which keeps the lower half of such a character.
     */
    private static String spelled(String text) {
        return text.codePoints().anyMatch(Character::isSupplementaryCodePoint)
                ? "_UTF8 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'"
                : quoted(text);
    }

    /** Of 32 bits, nine digits, rounded down: the shortest text may be beyond the largest one. */
    @Override
    protected String floating(FloatType type, double value) {
        return type.bits() == 32 && Double.isFinite(value)
                ? super.floating(
                        type,
                        new BigDecimal((float) value)
                                .round(new MathContext(9, RoundingMode.DOWN))
                                .doubleValue())
                : super.floating(type, value);
    }

    @Override
    protected String uuid(String text) {
        return "X'" + text.replace("-", "") + "'";
    }

    /** Firebird takes the type of a parameter from what stands beside it, often nothing. */
    @Override
    public String placeholder(ColumnType type) {
        return switch (type) {
            case LongTextType ignored -> "?";
            case ChoiceType ignored -> "?";
            case JsonType ignored -> "?";
            case NativeType ignored -> "?";
            case BinaryType ignored -> "?";
            default -> "CAST(? AS " + sql(type) + ")";
        };
    }

    /**
     * A text compares as if the shorter one went on with spaces, unless it has an end that comes
     * before them.
     */
    @Override
    public String comparable(ColumnType type, String expression) {
        return switch (type) {
            case TextType(int length) when length == MAX_CHARACTERS -> expression;
            case TextType _, LongTextType _, ChoiceType _ ->
                    "(" + expression + " || ASCII_CHAR(0))";
            default -> expression;
        };
    }

    @Override
    protected int jdbcType(ColumnType type) {
        return type instanceof UuidType
                ? java.sql.Types.BINARY
                : type instanceof ZonedTimestampType
                        ? java.sql.Types.TIMESTAMP
                        : super.jdbcType(type);
    }

    @Override
    protected void bindTime(PreparedStatement statement, int index, TimeType type, LocalTime value)
            throws SQLException {
        statement.setObject(index, cut(value));
    }

    @Override
    protected void bindTimestamp(
            PreparedStatement statement, int index, TimestampType type, LocalDateTime value)
            throws SQLException {
        statement.setObject(index, cut(value));
    }

    @Override
    protected void bindZoned(
            PreparedStatement statement, int index, ZonedTimestampType type, OffsetDateTime value)
            throws SQLException {
        statement.setObject(
                index, cut(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));
    }

    @Override
    protected @Nullable OffsetDateTime readZoned(ResultSet rows, int index) throws SQLException {
        LocalDateTime utc = rows.getObject(index, LocalDateTime.class);
        return utc == null ? null : utc.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected void bindUuid(PreparedStatement statement, int index, UUID value)
            throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        statement.setBytes(index, bytes.array());
    }

    @Override
    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        byte[] bytes = rows.getBytes(index);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
