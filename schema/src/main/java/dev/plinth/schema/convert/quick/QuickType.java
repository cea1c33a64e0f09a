package dev.plinth.schema.convert.quick;

import dev.plinth.schema.convert.sketch.ForeignTypes;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's name and type: the type stands last, or is guessed from the name.
 *
 * @param given whether the type was written
 */
record QuickType(String name, ColumnType type, boolean given) {
    private static final Pattern LAST =
            Pattern.compile("(.+?)\\s+([A-Za-z][A-Za-z0-9]*\\s*(?:\\([^)]*\\))?)$");
    private static final Pattern LENGTH = Pattern.compile("(?:vc|varchar2?)(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("(?:num|number)(\\d+)");
    private static final Set<String> MONEY =
            Set.of("price", "amount", "cost", "salary", "total", "budget", "fee", "balance");
    private static final Set<String> LONG =
            Set.of(
                    "description",
                    "notes",
                    "note",
                    "comment",
                    "comments",
                    "summary",
                    "body",
                    "remarks");
    private static final Set<String> COUNTS = Set.of("quantity", "count", "number", "age", "rank");

    static QuickType of(String words) {
        Matcher last = LAST.matcher(words.strip());
        if (last.matches()) {
            Optional<ColumnType> type = type(last.group(2));
            if (type.isPresent()) {
                // "date hired" names a date; "hired date" is one as well, called hired.
                return new QuickType(last.group(1), type.get(), true);
            }
        }
        return new QuickType(words, guessed(words), false);
    }

    private static Optional<ColumnType> type(String word) {
        String lower = word.toLowerCase(Locale.ROOT).strip();
        Matcher length = LENGTH.matcher(lower);
        if (length.matches()) {
            return ForeignTypes.parse("varchar(" + length.group(1) + ")");
        }
        Matcher digits = NUMBER.matcher(lower);
        if (digits.matches()) {
            return ForeignTypes.parse("number(" + digits.group(1) + ")");
        }
        return ForeignTypes.parse(lower);
    }

    private static ColumnType guessed(String words) {
        String name = words.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        String last = name.substring(name.lastIndexOf('_') + 1);
        if (name.startsWith("is_") || name.startsWith("has_") || name.endsWith("_yn")) {
            return new BooleanType();
        }
        if (name.endsWith("_at")) {
            return new ZonedTimestampType(6);
        }
        if (last.equals("date") || name.startsWith("date_") || last.equals("birthday")) {
            return new DateType();
        }
        if (last.equals("time") || last.equals("timestamp")) {
            return new TimestampType(6);
        }
        if (name.endsWith("_id")) {
            return IntegerType.BIG;
        }
        if (MONEY.contains(last)) {
            return new DecimalType(18, 2);
        }
        if (COUNTS.contains(last)) {
            return IntegerType.NORMAL;
        }
        return LONG.contains(last) ? new LongTextType() : new TextType(255);
    }

    /** What {@code /default} says, as a constant if it is one of the type. */
    Default defaultValue(String text) {
        String bare = text.strip().replaceFirst("^'(.*)'$", "$1");
        String lower = bare.toLowerCase(Locale.ROOT);
        if (Set.of("sysdate", "now", "now()", "current_date", "current_timestamp", "systimestamp")
                .contains(lower)) {
            return new Default.Now();
        }
        String value = type instanceof BooleanType ? truth(lower) : bare;
        try {
            return new Default.Value(type.format(type.parse(value)));
        } catch (InvalidValueException e) {
            return new Default.Sql(text.strip());
        }
    }

    private static String truth(String word) {
        return switch (word) {
            case "y", "yes", "1", "on" -> "true";
            case "n", "no", "0", "off" -> "false";
            default -> word;
        };
    }
}
