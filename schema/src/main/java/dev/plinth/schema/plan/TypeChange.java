package dev.plinth.schema.plan;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
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

/** What a change of a column's type does to values, whatever the database. */
public final class TypeChange {
    /** Length of the longest text form of a type, where that is known. */
    private static final int ANY = Integer.MAX_VALUE;

    private TypeChange() {}

    /**
     * The risk: safe when every value survives unchanged; data-dependent when a value survives or
     * is refused; lossy when a value may come out as another.
     */
    public static Risk risk(ColumnType from, ColumnType to) {
        return Conversion.hasMeaning(from, to) ? riskOfValues(from, to) : Risk.DATA_DEPENDENT;
    }

    private static Risk riskOfValues(ColumnType from, ColumnType to) {
        return switch (to) {
            case LongTextType() -> from instanceof NativeType ? Risk.DATA_DEPENDENT : Risk.SAFE;
            case TextType(int length) ->
                    textLength(from) <= length ? Risk.SAFE : Risk.DATA_DEPENDENT;
            case ChoiceType ignored -> Risk.DATA_DEPENDENT;
            case IntegerType wanted -> toInteger(from, wanted);
            case DecimalType wanted -> toDecimal(from, wanted);
            case FloatType wanted -> toFloat(from, wanted);
            case BooleanType() ->
                    from instanceof IntegerType
                                    || from instanceof DecimalType
                                    || from instanceof FloatType
                            ? Risk.LOSSY
                            : Risk.DATA_DEPENDENT;
            case DateType() ->
                    from instanceof TimestampType || from instanceof ZonedTimestampType
                            ? Risk.LOSSY
                            : Risk.DATA_DEPENDENT;
            case TimeType(int digits) ->
                    switch (from) {
                        case TimeType(int had) -> had <= digits ? Risk.SAFE : Risk.LOSSY;
                        case TimestampType ignored -> Risk.LOSSY;
                        case ZonedTimestampType ignored -> Risk.LOSSY;
                        default -> Risk.DATA_DEPENDENT;
                    };
            case TimestampType(int digits) ->
                    switch (from) {
                        case DateType() -> Risk.SAFE;
                        case TimestampType(int had) -> had <= digits ? Risk.SAFE : Risk.LOSSY;
                        case ZonedTimestampType ignored -> Risk.LOSSY;
                        default -> Risk.DATA_DEPENDENT;
                    };
            case ZonedTimestampType(int digits) ->
                    switch (from) {
                        case ZonedTimestampType(int had) -> had <= digits ? Risk.SAFE : Risk.LOSSY;
                        case TimestampType ignored -> Risk.LOSSY;
                        case DateType() -> Risk.LOSSY;
                        default -> Risk.DATA_DEPENDENT;
                    };
            case BinaryType(int length) ->
                    from instanceof BinaryType(int had)
                                    && (length == 0 || (had > 0 && had <= length))
                            ? Risk.SAFE
                            : Risk.DATA_DEPENDENT;
            case UuidType() -> Risk.DATA_DEPENDENT;
            case JsonType() -> Risk.DATA_DEPENDENT;
            case NativeType ignored -> Risk.LOSSY;
        };
    }

    private static Risk toInteger(ColumnType from, IntegerType to) {
        return switch (from) {
            case IntegerType(int bits) -> bits <= to.bits() ? Risk.SAFE : Risk.DATA_DEPENDENT;
            case BooleanType() -> Risk.SAFE;
            case DecimalType(int precision, int scale) when scale == 0 ->
                    precision <= digits(to) - 1 ? Risk.SAFE : Risk.DATA_DEPENDENT;
            case DecimalType ignored -> Risk.LOSSY;
            case FloatType ignored -> Risk.LOSSY;
            default -> Risk.DATA_DEPENDENT;
        };
    }

    private static Risk toDecimal(ColumnType from, DecimalType to) {
        int whole = to.precision() - to.scale();
        return switch (from) {
            case IntegerType integer -> digits(integer) <= whole ? Risk.SAFE : Risk.DATA_DEPENDENT;
            case DecimalType(int precision, int scale) when scale <= to.scale() ->
                    precision - scale <= whole ? Risk.SAFE : Risk.DATA_DEPENDENT;
            case DecimalType ignored -> Risk.LOSSY;
            case FloatType ignored -> Risk.LOSSY;
            default -> Risk.DATA_DEPENDENT;
        };
    }

    private static Risk toFloat(ColumnType from, FloatType to) {
        return switch (from) {
            case FloatType(int bits) -> bits <= to.bits() ? Risk.SAFE : Risk.LOSSY;
            case IntegerType(int bits) when bits == 16 || (bits == 32 && to.bits() == 64) ->
                    Risk.SAFE;
            default -> Risk.LOSSY;
        };
    }

    private static int digits(IntegerType type) {
        return switch (type.bits()) {
            case 16 -> 5;
            case 32 -> 10;
            default -> 19;
        };
    }

    private static int textLength(ColumnType from) {
        return switch (from) {
            case TextType(int length) -> length;
            case IntegerType integer -> digits(integer) + 1;
            case DecimalType(int precision, int scale) -> precision + 2;
            case BooleanType() -> 5;
            case DateType() -> 10;
            case UuidType() -> 36;
            case TimeType ignored -> 18;
            case TimestampType ignored -> 29;
            case ZonedTimestampType ignored -> 35;
            case FloatType ignored -> 25;
            case LongTextType ignored -> ANY;
            case JsonType ignored -> ANY;
            case BinaryType ignored -> ANY;
            case ChoiceType ignored -> ANY;
            case NativeType ignored -> ANY;
        };
    }
}
