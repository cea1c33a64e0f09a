package dev.plinth.schema.dialect.generic;

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

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Types under the names that the database was found to understand. JSON is a long text, since
 * drivers have no common way to give it; what else is missing becomes the next best: a UUID a text,
 * a moment with its zone a timestamp in UTC, a boolean a number.
 */
final class GenericTypes extends StandardTypes {
    private static final int UUID_LENGTH = 36;

    /** Beyond which drivers mean that there is no limit. */
    private static final int MOST_DIGITS = 100_000;

    /** A text whose length is beyond this was given none. */
    static final int UNLIMITED = 10_485_760;

    private final FoundTypes found;

    GenericTypes(FoundTypes found) {
        this.found = found;
    }

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType t -> found.sql(TypeForm.TEXT, t.length(), 0);
            case LongTextType t -> longText();
            case JsonType t -> longText();
            case ChoiceType t -> longText();
            case IntegerType t -> found.sql(form(t), 0, 0);
            case DecimalType t -> found.sql(TypeForm.DECIMAL, t.precision(), t.scale());
            case FloatType t -> found.sql(t.bits() == 32 ? TypeForm.REAL : TypeForm.DOUBLE, 0, 0);
            case BooleanType t -> found.sql(TypeForm.BOOLEAN, 0, 0);
            case DateType t -> found.sql(TypeForm.DATE, 0, 0);
            case TimeType t -> found.sql(TypeForm.TIME, t.digits(), 0);
            case TimestampType t -> found.sql(TypeForm.TIMESTAMP, t.digits(), 0);
            case ZonedTimestampType t -> found.sql(moment(), t.digits(), 0);
            case UuidType t ->
                    found.has(TypeForm.UUID)
                            ? found.sql(TypeForm.UUID, 0, 0)
                            : found.sql(TypeForm.TEXT, UUID_LENGTH, 0);
            case BinaryType t ->
                    t.length() == 0
                            ? found.sql(TypeForm.LONG_BYTES, 0, 0)
                            : found.sql(TypeForm.BYTES, t.length(), 0);
            case NativeType t -> t.sql();
        };
    }

    private static TypeForm form(IntegerType type) {
        return switch (type.bits()) {
            case 16 -> TypeForm.SMALL;
            case 32 -> TypeForm.NORMAL;
            default -> TypeForm.BIG;
        };
    }

    private String longText() {
        return found.has(TypeForm.LONG_TEXT)
                ? found.sql(TypeForm.LONG_TEXT, 0, 0)
                : found.sql(TypeForm.TEXT, 4000, 0);
    }

    private TypeForm moment() {
        return found.has(TypeForm.ZONED) ? TypeForm.ZONED : TypeForm.TIMESTAMP;
    }

    private boolean isNumberForTruth() {
        return found.required(TypeForm.BOOLEAN)
                .is(found.required(TypeForm.SMALL).code(), found.required(TypeForm.SMALL).name());
    }

    /** A type as a catalog tells it: by the code and name that the same type has in a query. */
    ColumnType read(int code, String name, int size, int digits) {
        if (is(TypeForm.BOOLEAN, code, name) && !isNumberForTruth()) {
            return new BooleanType();
        }
        if (is(TypeForm.UUID, code, name)) {
            return new UuidType();
        }
        if (is(TypeForm.ZONED, code, name)) {
            return new ZonedTimestampType(digits(TypeForm.ZONED, digits));
        }
        if (is(TypeForm.LONG_BYTES, code, name)) {
            return new BinaryType(0);
        }
        if (is(TypeForm.BYTES, code, name)) {
            return new BinaryType(found.required(TypeForm.BYTES).isSized() ? size : 0);
        }
        if (is(TypeForm.TEXT, code, name) && size < UNLIMITED) {
            return new TextType(size);
        }
        if (is(TypeForm.LONG_TEXT, code, name) || is(TypeForm.TEXT, code, name)) {
            return new LongTextType();
        }
        return ofCode(code, name, size, digits);
    }

    private ColumnType ofCode(int code, String name, int size, int digits) {
        boolean timestamp = is(TypeForm.TIMESTAMP, code, name);
        return switch (code) {
            case Types.SMALLINT -> IntegerType.SMALL;
            case Types.INTEGER -> IntegerType.NORMAL;
            case Types.BIGINT -> IntegerType.BIG;
            case Types.DECIMAL, Types.NUMERIC ->
                    digits < 0 || size < 1 || size > MOST_DIGITS
                            ? new NativeType(name)
                            : new DecimalType(size, digits);
            case Types.REAL -> FloatType.SINGLE;
            case Types.DOUBLE -> FloatType.DOUBLE;
            case Types.FLOAT -> is(TypeForm.REAL, code, name) ? FloatType.SINGLE : FloatType.DOUBLE;
            case Types.DATE -> new DateType();
            case Types.TIME ->
                    is(TypeForm.TIME, code, name)
                            ? new TimeType(digits(TypeForm.TIME, digits))
                            : new NativeType(name);
            case Types.TIMESTAMP ->
                    timestamp
                            ? new TimestampType(digits(TypeForm.TIMESTAMP, digits))
                            : new NativeType(name);
            case Types.CHAR,
                    Types.NCHAR,
                    Types.VARCHAR,
                    Types.NVARCHAR,
                    Types.BINARY,
                    Types.VARBINARY ->
                    new NativeType(name + "(" + size + ")");
            default -> new NativeType(name);
        };
    }

    private boolean is(TypeForm form, int code, String name) {
        return found.find(form).filter(f -> f.is(code, name)).isPresent();
    }

    private int digits(TypeForm form, int told) {
        return found.required(form).isSized() ? Math.clamp(told, 0, 9) : 6;
    }

    @Override
    public String literal(ColumnType type, String text) {
        return switch (type) {
            case BooleanType t when isNumberForTruth() -> t.parse(text) ? "1" : "0";
            case DateType t -> quotedAs(TypeForm.DATE, type, text);
            case TimeType t -> quotedAs(TypeForm.TIME, type, text);
            case TimestampType t -> quotedAs(TypeForm.TIMESTAMP, type, text);
            case ZonedTimestampType t -> quotedAs(moment(), type, text);
            default -> super.literal(type, text);
        };
    }

    private String quotedAs(TypeForm form, ColumnType type, String text) {
        String iso = type.format(type.parse(text)).replace('T', ' ');
        if (type instanceof ZonedTimestampType && form == TypeForm.TIMESTAMP) {
            OffsetDateTime moment = ((ZonedTimestampType) type).parse(text);
            iso = new TimestampType(6).format(utc(moment)).replace('T', ' ');
        }
        return found.literal(form, iso).orElse(quoted(iso));
    }

    @Override
    protected String uuid(String text) {
        return found.has(TypeForm.UUID)
                ? "CAST(" + quoted(text) + " AS " + found.sql(TypeForm.UUID, 0, 0) + ")"
                : quoted(text);
    }

    @Override
    protected String json(String text) {
        return quoted(text);
    }

    @Override
    protected String binary(byte[] bytes) {
        return found.literal(TypeForm.LONG_BYTES, hex(bytes)).orElseGet(() -> super.binary(bytes));
    }

    /** NULL is bound by the code that the driver itself has for the type. */
    @Override
    protected int jdbcType(ColumnType type) {
        TypeForm form =
                switch (type) {
                    case BooleanType t -> TypeForm.BOOLEAN;
                    case ZonedTimestampType t -> moment();
                    case UuidType t -> found.has(TypeForm.UUID) ? TypeForm.UUID : TypeForm.TEXT;
                    case BinaryType t -> t.length() == 0 ? TypeForm.LONG_BYTES : TypeForm.BYTES;
                    default -> null;
                };
        return form == null ? super.jdbcType(type) : found.required(form).code();
    }

    @Override
    protected void bindZoned(
            PreparedStatement statement, int index, ZonedTimestampType type, OffsetDateTime value)
            throws SQLException {
        if (found.has(TypeForm.ZONED)) {
            super.bindZoned(statement, index, type, value);
        } else {
            statement.setObject(index, utc(value));
        }
    }

    private static LocalDateTime utc(OffsetDateTime value) {
        return value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    @Override
    protected @Nullable OffsetDateTime readZoned(ResultSet rows, int index) throws SQLException {
        if (found.has(TypeForm.ZONED)) {
            return super.readZoned(rows, index);
        }
        LocalDateTime value = rows.getObject(index, LocalDateTime.class);
        return value == null ? null : value.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected void bindUuid(PreparedStatement statement, int index, UUID value)
            throws SQLException {
        if (found.has(TypeForm.UUID)) {
            super.bindUuid(statement, index, value);
        } else {
            statement.setString(index, value.toString());
        }
    }

    @Override
    protected @Nullable UUID readUuid(ResultSet rows, int index) throws SQLException {
        if (found.has(TypeForm.UUID)) {
            return super.readUuid(rows, index);
        }
        String text = rows.getString(index);
        return text == null ? null : UUID.fromString(text.strip());
    }
}
