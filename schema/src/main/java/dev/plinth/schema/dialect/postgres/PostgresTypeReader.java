package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
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

/** The types of pg_type and their modifiers, as ours. */
final class PostgresTypeReader {
    /** What the length of a varchar and the digits of a numeric are stored above. */
    private static final int HEADER = 4;

    private PostgresTypeReader() {}

    /**
     * @param modifier atttypmod: length, digits …; -1 for none
     * @param shown the whole type as SQL, which is kept for what only PostgreSQL has
     */
    static ColumnType read(String schema, String name, int modifier, String shown) {
        if (!schema.equals("pg_catalog")) {
            return new NativeType(shown);
        }
        int digits = modifier < 0 ? ColumnTypes.DEFAULT_SECOND_DIGITS : modifier;
        return switch (name) {
            case "int2" -> IntegerType.SMALL;
            case "int4" -> IntegerType.NORMAL;
            case "int8" -> IntegerType.BIG;
            case "float4" -> FloatType.SINGLE;
            case "float8" -> FloatType.DOUBLE;
            case "numeric" -> numeric(modifier, shown);
            case "text" -> new LongTextType();
            case "varchar" -> modifier < 0 ? new LongTextType() : new TextType(modifier - HEADER);
            case "bool" -> new BooleanType();
            case "date" -> new DateType();
            case "time" -> new TimeType(digits);
            case "timestamp" -> new TimestampType(digits);
            case "timestamptz" -> new ZonedTimestampType(digits);
            case "uuid" -> new UuidType();
            case "jsonb" -> new JsonType();
            case "bytea" -> new BinaryType(0);
            default -> new NativeType(shown);
        };
    }

    /**
     * Without limits, or with a scale that is negative or beyond the precision, it is no decimal.
     */
    private static ColumnType numeric(int modifier, String shown) {
        if (modifier < 0) {
            return new NativeType(shown);
        }
        int precision = (modifier - HEADER) >> 16 & 0xffff;
        // Eleven bits with a sign.
        int scale = (((modifier - HEADER) & 0x7ff) ^ 1024) - 1024;
        return scale < 0 || scale > precision
                ? new NativeType(shown)
                : new DecimalType(precision, scale);
    }
}
