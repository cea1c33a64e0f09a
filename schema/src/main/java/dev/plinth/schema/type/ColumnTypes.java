package dev.plinth.schema.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of a column type. */
public final class ColumnTypes {
    /** Digits of a second when none are given: what every supported database can keep. */
    public static final int DEFAULT_SECOND_DIGITS = 6;

    /** Every kind, in the order in which people are offered them. */
    public static final List<String> KINDS =
            List.of(
                    "text",
                    "longtext",
                    "smallint",
                    "integer",
                    "bigint",
                    "decimal",
                    "real",
                    "double",
                    "boolean",
                    "date",
                    "time",
                    "timestamp",
                    "timestamptz",
                    "uuid",
                    "json",
                    "binary",
                    "choice",
                    "native");

    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z]+)\\s*(?:\\((.*)\\))?\\s*", Pattern.DOTALL);

    private ColumnTypes() {}

    /** The type a text such as {@code decimal(12,2)} names, or empty when it names none. */
    public static Optional<ColumnType> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String kind = form.group(1);
        String inside = form.group(2) == null ? "" : form.group(2).strip();
        try {
            return Optional.ofNullable(of(kind, inside));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @org.jspecify.annotations.Nullable ColumnType of(String kind, String inside) {
        return switch (kind) {
            case "text" -> new TextType(inside.isEmpty() ? 255 : Integer.parseInt(inside));
            case "longtext" -> new LongTextType();
            case "smallint" -> IntegerType.SMALL;
            case "integer" -> IntegerType.NORMAL;
            case "bigint" -> IntegerType.BIG;
            case "decimal" -> decimal(inside);
            case "real" -> FloatType.SINGLE;
            case "double" -> FloatType.DOUBLE;
            case "boolean" -> new BooleanType();
            case "date" -> new DateType();
            case "time" -> new TimeType(digits(inside));
            case "timestamp" -> new TimestampType(digits(inside));
            case "timestamptz" -> new ZonedTimestampType(digits(inside));
            case "uuid" -> new UuidType();
            case "json" -> new JsonType();
            case "binary" -> new BinaryType(inside.isEmpty() ? 0 : Integer.parseInt(inside));
            case "choice" -> inside.isEmpty() ? null : new ChoiceType(inside);
            case "native" -> inside.isEmpty() ? null : new NativeType(inside);
            default -> null;
        };
    }

    private static DecimalType decimal(String inside) {
        if (inside.isEmpty()) {
            return new DecimalType(18, 2);
        }
        String[] parts = inside.split(",", 2);
        int scale = parts.length == 1 ? 0 : Integer.parseInt(parts[1].strip());
        return new DecimalType(Integer.parseInt(parts[0].strip()), scale);
    }

    private static int digits(String inside) {
        return inside.isEmpty() ? DEFAULT_SECOND_DIGITS : Integer.parseInt(inside);
    }
}
