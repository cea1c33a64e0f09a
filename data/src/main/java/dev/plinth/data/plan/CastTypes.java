package dev.plinth.data.plan;

import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Locale;

/** The types that {@code ::} can name: ours, and the names that PostgreSQL has for them. */
final class CastTypes {
    private static final int DIGITS = ColumnTypes.DEFAULT_SECOND_DIGITS;

    private CastTypes() {}

    static ColumnType of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "text", "varchar", "character varying", "bpchar", "name", "citext" ->
                    new LongTextType();
            case "int", "integer", "int4" -> IntegerType.NORMAL;
            case "smallint", "int2" -> IntegerType.SMALL;
            case "bigint", "int8" -> IntegerType.BIG;
            case "numeric", "decimal" -> new DecimalType(38, 10);
            case "real", "float4" -> FloatType.SINGLE;
            case "double", "double precision", "float8", "float" -> FloatType.DOUBLE;
            case "bool", "boolean" -> new BooleanType();
            case "date" -> new DateType();
            case "time", "time without time zone" -> new TimeType(DIGITS);
            case "timestamp", "timestamp without time zone" -> new TimestampType(DIGITS);
            case "timestamptz", "timestamp with time zone" -> new ZonedTimestampType(DIGITS);
            case "uuid" -> new UuidType();
            case "json", "jsonb" -> new JsonType();
            default ->
                    throw new Refusal(Reason.UNKNOWN_TYPE, "type \"" + name + "\" does not exist");
        };
    }
}
