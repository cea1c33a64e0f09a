package dev.plinth.schema.convert.quick;

import dev.plinth.schema.model.Column;
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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Values that could be real, the same for the same column and row. */
final class SampleValues {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final List<String> FIRST =
            List.of(
                    "Ann", "Ben", "Clara", "David", "Elif", "Farid", "Greta", "Hugo", "Ines",
                    "Jan");
    private static final List<String> LAST =
            List.of("Berg", "Costa", "Diaz", "Evans", "Fischer", "Garcia", "Haas", "Ito", "Jansen");
    private static final List<String> CITIES =
            List.of("Berlin", "Lisbon", "Oslo", "Porto", "Vienna", "Zurich", "Turin", "Lyon");
    private static final List<String> COUNTRIES =
            List.of("Austria", "France", "Germany", "Italy", "Norway", "Portugal", "Switzerland");
    private static final List<String> THINGS =
            List.of("Amber", "Breeze", "Cedar", "Delta", "Ember", "Falcon", "Grove", "Harbour");
    private static final List<String> SENTENCES =
            List.of(
                    "Works as expected.",
                    "To be looked at again next week.",
                    "Nothing to add.",
                    "Asked for by several people.");

    private SampleValues() {}

    /**
     * @param row counted from 1
     * @param unique whether no other row may have the value
     */
    static String of(String table, Column column, List<String> options, int row, boolean unique) {
        Random random = new Random((table + "." + column.name()).hashCode() * 31L + row);
        String value = value(column, options, row, random);
        if (!unique || !(column.type() instanceof TextType text)) {
            return unique && isNumber(column.type()) ? String.valueOf(row) : value;
        }
        String mark = column.name().contains("mail") ? row + value : value + " " + row;
        return mark.length() <= text.length() ? mark : cut(String.valueOf(row), text.length());
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DecimalType decimal && decimal.scale() == 0;
    }

    private static String value(Column column, List<String> options, int row, Random random) {
        return switch (column.type()) {
            case ChoiceType t -> options.get(random.nextInt(options.size()));
            case TextType t -> cut(word(column.name(), random), t.length());
            case LongTextType t -> pick(SENTENCES, random);
            case IntegerType t -> String.valueOf(1 + random.nextInt(100));
            case DecimalType t -> decimal(t, random);
            case FloatType t -> String.valueOf(random.nextInt(1000) / 4.0);
            case BooleanType t -> String.valueOf(random.nextBoolean());
            case DateType t -> day(random).toString();
            case TimeType t -> time(random).toString();
            case TimestampType t -> day(random).atTime(time(random)) + ":00";
            case ZonedTimestampType t -> day(random).atTime(time(random)) + ":00Z";
            case UuidType t -> uuid(random);
            case JsonType t -> "{\"number\": " + row + "}";
            case BinaryType t -> "AA==";
            case NativeType t -> "";
        };
    }

    /** Of version 4: MariaDB refuses those that are of none (tried with 11.4.5). */
    private static String uuid(Random random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static LocalDate day(Random random) {
        return LAST_DAY.minusDays(random.nextInt(1000));
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(7 + random.nextInt(12), random.nextInt(4) * 15);
    }

    private static String decimal(DecimalType type, Random random) {
        int whole = Math.min(3, type.precision() - type.scale());
        long most = (long) Math.pow(10, whole + Math.min(type.scale(), 2));
        return BigDecimal.valueOf(random.nextLong(most), Math.min(type.scale(), 2))
                .setScale(type.scale())
                .toPlainString();
    }

    private static String word(String name, Random random) {
        String lower = name.toLowerCase(Locale.ROOT);
        String first = pick(FIRST, random);
        String last = pick(LAST, random);
        if (lower.contains("mail")) {
            return (first + "." + last + "@example.org").toLowerCase(Locale.ROOT);
        }
        if (lower.contains("phone") || lower.contains("fax") || lower.contains("mobile")) {
            return "+00 555 " + (1000 + random.nextInt(9000));
        }
        if (lower.startsWith("first")) {
            return first;
        }
        if (lower.startsWith("last") || lower.startsWith("sur")) {
            return last;
        }
        if (lower.contains("city") || lower.contains("location") || lower.contains("town")) {
            return pick(CITIES, random);
        }
        if (lower.contains("country")) {
            return pick(COUNTRIES, random);
        }
        if (lower.contains("url") || lower.contains("website")) {
            return "https://example.org/" + last.toLowerCase(Locale.ROOT);
        }
        if (lower.contains("street") || lower.contains("address")) {
            return (1 + random.nextInt(99)) + " " + last + " Street";
        }
        return lower.contains("name") ? first + " " + last : pick(THINGS, random);
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
