package dev.plinth.schema.dialect.db2;

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
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.Optional;

/**
 * Values of one type as such of another. By itself Db2 cuts what does not fit behind the point, and
 * writes days and times as the country of the client does.
 */
final class Db2Conversion {
    private final Db2Types types;

    Db2Conversion(Db2Types types) {
        this.types = types;
    }

    /** Whether nothing but the comment of the column tells the one from the other. */
    boolean isKeptAlike(ColumnType from, ColumnType to) {
        return bare(from).equals(bare(to));
    }

    private String bare(ColumnType type) {
        return types.sql(type).replaceFirst(" /\\*.*", "");
    }

    /** Whether the column can take its new type with its values in it. */
    static boolean widens(ColumnType from, ColumnType to) {
        return switch (to) {
            case TextType(int length) -> isLonger(from, to) || from.equals(new TextType(length));
            case IntegerType(int bits) -> from instanceof IntegerType(int had) && had <= bits;
            case DecimalType(int precision, int scale) ->
                    from instanceof DecimalType(int digits, int places)
                            && places <= scale
                            && digits - places <= precision - scale;
            default -> false;
        };
    }

    /** A text that becomes longer is all that needs no REORG. */
    static boolean isLonger(ColumnType from, ColumnType to) {
        return from instanceof TextType(int had)
                && to instanceof TextType(int length)
                && had <= length
                && !Db2Types.isLarge(to);
    }

    /** The value converted; empty where Db2 has no way. */
    Optional<String> converted(String value, ColumnType from, ColumnType to) {
        if (types.sql(from).equals(types.sql(to))) {
            return Optional.of(value);
        }
        if (!Conversion.hasMeaning(from, to)
                || from instanceof BinaryType != to instanceof BinaryType) {
            return Optional.empty();
        }
        return switch (to) {
            case TextType _, LongTextType _, ChoiceType _, JsonType _ ->
                    text(value, from).map(t -> cast(t, to));
            case BooleanType _ when isText(from) -> Optional.of(truth(value));
            case BooleanType _ ->
                    Optional.of(
                            "CASE WHEN "
                                    + value
                                    + " <> 0 THEN TRUE WHEN "
                                    + value
                                    + " = 0 THEN FALSE END");
            case IntegerType _ -> Optional.of(cast(rounded(number(value, from), from, 0), to));
            case DecimalType(int _, int scale) ->
                    Optional.of(cast(rounded(number(value, from), from, scale), to));
            case FloatType _ -> Optional.of(cast(number(value, from), to));
            case TimeType(int digits) -> time(value, from, digits);
            case TimestampType _, ZonedTimestampType _ when isText(from) ->
                    Optional.of(cast(moment(trimmed(value)), to));
            case UuidType _ ->
                    Optional.of(cast("HEXTORAW(REPLACE(" + trimmed(value) + ", '-', ''))", to));
            // A BLOB becomes nothing shorter ("Casting between data types", 11.5).
            case BinaryType _ when Db2Types.isLarge(from) -> Optional.empty();
            case DateType _ when isText(from) -> Optional.of(cast(trimmed(value), to));
            default -> Optional.of(cast(value, to));
        };
    }

    private static Optional<String> text(String value, ColumnType from) {
        return switch (from) {
            case FloatType _, BinaryType _ -> Optional.empty();
            case IntegerType _ -> Optional.of("VARCHAR(" + value + ")");
            // Whether there is a digit before the point, the versions do not agree.
            case DecimalType _ ->
                    Optional.of(
                            "SUBSTR(REPLACE(REPLACE('#' || VARCHAR("
                                    + value
                                    + "), '#.', '#0.'), '#-.', '#-0.'), 2)");
            case BooleanType _ ->
                    Optional.of(
                            "CASE WHEN "
                                    + value
                                    + " THEN 'true' WHEN NOT "
                                    + value
                                    + " THEN 'false' END");
            case DateType _ -> Optional.of("CHAR(" + value + ", ISO)");
            case TimeType(int digits) ->
                    Optional.of(digits == 0 ? "CHAR(" + value + ", JIS)" : value);
            case TimestampType(int digits) -> Optional.of(formatted(value, digits));
            case ZonedTimestampType(int digits) ->
                    Optional.of(formatted(value, digits) + " || 'Z'");
            case UuidType _ -> Optional.of(dashed("LOWER(HEX(" + value + "))"));
            default -> Optional.of(value);
        };
    }

    private static String formatted(String moment, int digits) {
        return "REPLACE(VARCHAR_FORMAT("
                + moment
                + ", 'YYYY-MM-DD HH24:MI:SS"
                + (digits == 0 ? "" : ".FF" + digits)
                + "'), ' ', 'T')";
    }

    private static String dashed(String hex) {
        return "SUBSTR(%1$s, 1, 8) || '-' || SUBSTR(%1$s, 9, 4) || '-' || SUBSTR(%1$s, 13, 4) || '-' || SUBSTR(%1$s, 17, 4) || '-' || SUBSTR(%1$s, 21, 12)"
                .formatted(hex);
    }

    private Optional<String> time(String value, ColumnType from, int digits) {
        Optional<String> all =
                switch (from) {
                    case TimeType(int had) ->
                            Optional.of(had == 0 ? "CHAR(" + value + ", JIS)" : value);
                    case TimestampType _, ZonedTimestampType _ ->
                            Optional.of("VARCHAR_FORMAT(" + value + ", 'HH24:MI:SS.FF9')");
                    default -> isText(from) ? Optional.of(trimmed(value)) : Optional.empty();
                };
        return all.map(
                t ->
                        digits == 0
                                ? "CAST(SUBSTR(" + t + ", 1, 8) AS TIME)"
                                : "SUBSTR("
                                        + t
                                        + " || CASE WHEN LENGTH("
                                        + t
                                        + ") = 8 THEN '.' ELSE '' END || '000000000', 1, "
                                        + (9 + digits)
                                        + ")");
    }

    /** With a blank between day and time, which may be left out, and without the Z of UTC. */
    private static String moment(String text) {
        return "CASE WHEN LENGTH("
                + text
                + ") = 10 THEN "
                + text
                + " || ' 00:00:00' ELSE SUBSTR("
                + text
                + ", 1, 10) || ' ' || TRIM(TRAILING 'Z' FROM SUBSTR("
                + text
                + ", 12)) END";
    }

    private static String number(String value, ColumnType from) {
        if (from instanceof BooleanType) {
            return "CASE WHEN " + value + " THEN 1 WHEN NOT " + value + " THEN 0 END";
        }
        return isText(from) ? "CAST(" + trimmed(value) + " AS DECFLOAT(34))" : value;
    }

    private static String rounded(String number, ColumnType from, int scale) {
        return from instanceof IntegerType || from instanceof BooleanType
                ? number
                : "ROUND(" + number + ", " + scale + ")";
    }

    private String cast(String value, ColumnType to) {
        return "CAST(" + value + " AS " + types.sql(to) + ")";
    }

    private static String trimmed(String text) {
        return "TRIM(CAST(" + text + " AS VARCHAR(100)))";
    }

    private static String truth(String text) {
        String word = "LOWER(" + trimmed(text) + ")";
        return "CASE WHEN "
                + word
                + " IN ('1', 't', 'yes', 'on') THEN TRUE WHEN "
                + word
                + " IN ('0', 'f', 'no', 'off') THEN FALSE ELSE CAST("
                + word
                + " AS BOOLEAN) END";
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType
                || type instanceof LongTextType
                || type instanceof ChoiceType
                || type instanceof JsonType;
    }
}
