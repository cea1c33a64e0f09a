package dev.plinth.schema.dialect.h2;

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

import java.util.List;

final class H2Types extends StandardTypes {
    /** The length of a VARCHAR that was given none. */
    static final long MAX_LENGTH = 1_000_000_000;

    /** Types that H2 cannot convert to JSON, or that are texts anyway. */
    private static final List<String> PLAIN =
            List.of(
                    "CHARACTER",
                    "VARCHAR_IGNORECASE",
                    "ENUM",
                    "INTERVAL",
                    "BINARY",
                    "TIME",
                    "GEOMETRY",
                    "JAVA_OBJECT",
                    "ROW");

    /** Long text is no CLOB, because a CLOB cannot be indexed. */
    @Override
    public String sql(ColumnType type) {
        return switch (type) {
            case TextType t ->
                    t.length() >= MAX_LENGTH
                            ? "CHARACTER VARYING"
                            : "CHARACTER VARYING(" + t.length() + ")";
            case LongTextType t -> "CHARACTER VARYING";
            case ChoiceType t -> "CHARACTER VARYING";
            case IntegerType t ->
                    switch (t.bits()) {
                        case 16 -> "SMALLINT";
                        case 32 -> "INTEGER";
                        default -> "BIGINT";
                    };
            case DecimalType t -> "NUMERIC(" + t.precision() + ", " + t.scale() + ")";
            case FloatType t -> t.bits() == 32 ? "REAL" : "DOUBLE PRECISION";
            case BooleanType t -> "BOOLEAN";
            case DateType t -> "DATE";
            case TimeType t -> "TIME(" + t.digits() + ")";
            case TimestampType t -> "TIMESTAMP(" + t.digits() + ")";
            case ZonedTimestampType t -> "TIMESTAMP(" + t.digits() + ") WITH TIME ZONE";
            case UuidType t -> "UUID";
            case JsonType t -> "JSON";
            case BinaryType t ->
                    t.length() == 0 ? "BINARY LARGE OBJECT" : "BINARY VARYING(" + t.length() + ")";
            case NativeType t -> t.sql();
        };
    }

    @Override
    public String placeholder(ColumnType type) {
        if (type instanceof JsonType) {
            // A plain text would become a JSON string.
            return "? FORMAT JSON";
        }
        return type instanceof NativeType nativeType ? "CAST(? AS " + nativeType.sql() + ")" : "?";
    }

    @Override
    public String selection(ColumnType type, String quotedColumn) {
        return readsAsJson(type) ? "CAST(" + quotedColumn + " AS JSON)" : quotedColumn;
    }

    @Override
    public boolean readsAsJson(ColumnType type) {
        return type instanceof NativeType(String sql)
                && (sql.endsWith("]") || PLAIN.stream().noneMatch(sql::startsWith));
    }
}
