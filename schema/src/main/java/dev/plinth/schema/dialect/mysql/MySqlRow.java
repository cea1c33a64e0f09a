package dev.plinth.schema.dialect.mysql;

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

/** How many bytes a column takes of the 65,535 that a row may have (manual 8.4, 10.4.7). */
final class MySqlRow {
    /** What stands in the row for what is kept elsewhere. */
    private static final int POINTER = 12;

    private static final int DIGITS_IN_FOUR_BYTES = 9;

    private MySqlRow() {}

    static long bytes(ColumnType type) {
        return switch (type) {
            case TextType(int length) ->
                    length > MySqlTypes.MAX_TEXT ? POINTER : withLength(length * 4L);
            case BinaryType(int length) -> length == 0 ? POINTER : withLength(length);
            case LongTextType t -> POINTER;
            case JsonType t -> POINTER;
            case ChoiceType t -> withLength(240);
            case IntegerType(int bits) -> bits / 8;
            case FloatType(int bits) -> bits / 8;
            case DecimalType(int precision, int scale) -> part(precision - scale) + part(scale);
            case BooleanType t -> 1;
            case DateType t -> 3;
            case TimeType(int digits) -> 3 + (Math.min(digits, MySqlTypes.MAX_DIGITS) + 1) / 2;
            case TimestampType(int digits) -> moment(digits);
            case ZonedTimestampType(int digits) -> moment(digits);
            case UuidType t -> 16;
            case NativeType t -> 0;
        };
    }

    private static long withLength(long bytes) {
        return bytes + (bytes > 255 ? 2 : 1);
    }

    private static long moment(int digits) {
        return 5 + (Math.min(digits, MySqlTypes.MAX_DIGITS) + 1) / 2;
    }

    private static long part(int digits) {
        return digits / DIGITS_IN_FOUR_BYTES * 4L + (digits % DIGITS_IN_FOUR_BYTES + 1) / 2;
    }
}
