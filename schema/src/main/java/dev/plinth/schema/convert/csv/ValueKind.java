package dev.plinth.schema.convert.csv;

import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.List;
import java.util.regex.Pattern;

/** The narrowest type that holds every value of a column as it is written. */
final class ValueKind {
    /** A number with a zero in front, such as a postal code, is a text. */
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,18})");

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+(\\.\\d+)?[eE][+-]?\\d+");
    private static final int MOST_DIGITS = 30;
    private static final List<Integer> LENGTHS = List.of(50, 100, 255, 1000, 4000);

    /** Tried in this order; a value that is not of a type makes the type fall away. */
    private static final List<ColumnType> TRIED =
            List.of(
                    new BooleanType(),
                    new DateType(),
                    new TimestampType(6),
                    new ZonedTimestampType(6),
                    new TimeType(6),
                    new UuidType());

    private ValueKind() {}

    static ColumnType of(List<String> values) {
        List<String> present = values.stream().filter(v -> !v.isEmpty()).toList();
        if (present.isEmpty()) {
            return new TextType(255);
        }
        if (present.stream().allMatch(v -> WHOLE.matcher(v).matches())) {
            return whole(present);
        }
        if (present.stream().allMatch(ValueKind::isDecimal)) {
            return decimal(present);
        }
        if (present.stream().allMatch(v -> isDecimal(v) || SCIENTIFIC.matcher(v).matches())) {
            return FloatType.DOUBLE;
        }
        for (ColumnType type : TRIED) {
            if (present.stream().allMatch(v -> holds(type, v))) {
                return type;
            }
        }
        boolean documents =
                present.stream().allMatch(v -> v.startsWith("{") && holds(new JsonType(), v));
        return documents ? new JsonType() : text(present);
    }

    private static boolean isDecimal(String value) {
        return WHOLE.matcher(value).matches() || DECIMAL.matcher(value).matches();
    }

    private static ColumnType whole(List<String> values) {
        try {
            boolean small = values.stream().mapToLong(Long::parseLong).allMatch(v -> v == (int) v);
            return small ? IntegerType.NORMAL : IntegerType.BIG;
        } catch (NumberFormatException e) {
            return new DecimalType(38, 0);
        }
    }

    /** With room for larger numbers than those that are there. */
    private static ColumnType decimal(List<String> values) {
        int scale = 0;
        int whole = 0;
        for (String value : values) {
            int point = value.indexOf('.');
            scale = Math.max(scale, point < 0 ? 0 : value.length() - point - 1);
            whole = Math.max(whole, point < 0 ? value.length() : point);
        }
        return whole + scale > MOST_DIGITS
                ? FloatType.DOUBLE
                : new DecimalType(Math.max(18, whole + scale + 2), Math.max(2, scale));
    }

    private static boolean holds(ColumnType type, String value) {
        try {
            type.parse(value);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static ColumnType text(List<String> values) {
        int longest =
                values.stream().mapToInt(v -> v.codePointCount(0, v.length())).max().orElse(0);
        return LENGTHS.stream()
                .filter(l -> longest <= l / 2 || (longest <= l && l > 255))
                .findFirst()
                .<ColumnType>map(TextType::new)
                .orElseGet(LongTextType::new);
    }
}
