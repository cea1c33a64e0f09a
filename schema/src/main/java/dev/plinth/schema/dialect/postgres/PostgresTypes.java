package dev.plinth.schema.dialect.postgres;

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

import java.util.Locale;
import java.util.Optional;

/** Values of types that only PostgreSQL has are written as text and read as JSON. */
final class PostgresTypes extends StandardTypes {
    /** The longest varchar(n); text itself has no limit. */
    private static final int MAX_VARCHAR = 10_485_760;

    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType t -> t.length() > MAX_VARCHAR ? "text" : "varchar(" + t.length() + ")";
            case LongTextType t -> "text";
            case ChoiceType t -> "text";
            case IntegerType t ->
                    switch (t.bits()) {
                        case 16 -> "smallint";
                        case 32 -> "integer";
                        default -> "bigint";
                    };
            case DecimalType t -> "numeric(" + t.precision() + ", " + t.scale() + ")";
            case FloatType t -> t.bits() == 32 ? "real" : "double precision";
            case BooleanType t -> "boolean";
            case DateType t -> "date";
            case TimeType t -> "time(" + t.digits() + ")";
            case TimestampType t -> "timestamp(" + t.digits() + ")";
            case ZonedTimestampType t -> "timestamptz(" + t.digits() + ")";
            case UuidType t -> "uuid";
            case JsonType t -> "jsonb";
            case BinaryType t -> "bytea";
            case NativeType t -> t.sql();
        };
    }

    /** The type without its limits: a cast to one with a limit would cut in silence. */
    String withoutLimits(ColumnType type) {
        return switch (type) {
            case TextType t -> "text";
            case DecimalType t -> "numeric";
            default -> sql(type);
        };
    }

    /**
     * Without a length a text, and without digits a number, has no limit; one character is meant.
     */
    @Override
    public Optional<ColumnType> declared(String sql) {
        return switch (sql.toLowerCase(Locale.ROOT)) {
            case "varchar", "character varying", "bpchar" -> Optional.of(new LongTextType());
            case "numeric", "decimal", "dec" -> Optional.of(new NativeType("numeric"));
            case "char", "character" -> Optional.of(new NativeType("character(1)"));
            default -> Optional.empty();
        };
    }

    @Override
    protected String uuid(String text) {
        return "uuid " + quoted(text);
    }

    @Override
    protected String json(String text) {
        return "jsonb " + quoted(text);
    }

    @Override
    protected String binary(byte[] bytes) {
        return "bytea '\\x" + hex(bytes) + "'";
    }

    @Override
    public String placeholder(ColumnType type) {
        return switch (type) {
            case JsonType t -> "CAST(? AS jsonb)";
            case NativeType t -> "CAST(? AS " + t.sql() + ")";
            default -> "?";
        };
    }

    /** As its very type, or a function that takes just that would not be found. */
    @Override
    public ColumnType argument(ColumnType type, String sql) {
        return new NativeType(sql);
    }

    @Override
    public boolean readsAsJson(ColumnType type) {
        return type instanceof NativeType;
    }

    @Override
    public String selection(ColumnType type, String quotedColumn) {
        return readsAsJson(type) ? "to_json(" + quotedColumn + ")" : quotedColumn;
    }

    /** Lets PostgreSQL itself make an array or a composite of JSON, as it does for whole rows. */
    @Override
    public String jsonPlaceholder(ColumnType type) {
        return type instanceof NativeType(String sql)
                ? "(SELECT j.v FROM json_to_record(json_build_object('v', CAST(? AS json))) AS j(v "
                        + sql
                        + "))"
                : placeholder(type);
    }

    /** Each type reads what it writes, and has one order. */
    @Override
    public boolean comparesAsSorted(ColumnType type) {
        return true;
    }

    /** Some types, json among them, know no equality and no order; their texts do. */
    @Override
    public String comparable(ColumnType type, String expression) {
        boolean incomparable =
                type instanceof NativeType(String sql)
                        && (sql.equals("json") || sql.equals("xml") || sql.equals("point"));
        return incomparable ? "CAST(" + expression + " AS text)" : expression;
    }
}
