package dev.plinth.schema.dialect.db2;

import org.jspecify.annotations.Nullable;

import java.sql.SQLDataException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and times as Db2 and its driver spell them: {@code 2020-01-31-23.59.59.123456} in the
 * catalog, {@code 2020-01-31 23:59:59.123456} from a row, as the connection is set.
 */
final class Db2Moments {
    private static final String TIME = "(\\d\\d)[.:](\\d\\d)[.:](\\d\\d)(?:\\.(\\d{1,12}))?";
    private static final Pattern TIME_ALONE = Pattern.compile(TIME);
    private static final Pattern TIMESTAMP = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[- T]" + TIME);

    private Db2Moments() {}

    static @Nullable LocalDate date(@Nullable String text) throws SQLDataException {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw strange();
        }
    }

    static @Nullable LocalTime time(@Nullable String text) throws SQLDataException {
        return text == null ? null : time(matched(TIME_ALONE, text), 1);
    }

    static @Nullable LocalDateTime timestamp(@Nullable String text) throws SQLDataException {
        if (text == null) {
            return null;
        }
        Matcher parts = matched(TIMESTAMP, text);
        return LocalDateTime.of(LocalDate.parse(parts.group(1)), time(parts, 2));
    }

    /** In the form of ISO 8601; what is neither a time nor a moment stays as it is. */
    static String iso(String text) {
        Matcher moment = TIMESTAMP.matcher(text);
        if (moment.matches()) {
            return moment.group(1) + "T" + iso(moment, 2);
        }
        Matcher time = TIME_ALONE.matcher(text);
        return time.matches() ? iso(time, 1) : text;
    }

    private static String iso(Matcher parts, int at) {
        String fraction = parts.group(at + 3);
        return parts.group(at)
                + ":"
                + parts.group(at + 1)
                + ":"
                + parts.group(at + 2)
                + (fraction == null ? "" : "." + fraction);
    }

    private static Matcher matched(Pattern pattern, String text) throws SQLDataException {
        Matcher matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            throw strange();
        }
        return matcher;
    }

    private static LocalTime time(Matcher parts, int at) throws SQLDataException {
        String fraction = parts.group(at + 3) == null ? "" : parts.group(at + 3);
        try {
            return LocalTime.of(
                    Integer.parseInt(parts.group(at)),
                    Integer.parseInt(parts.group(at + 1)),
                    Integer.parseInt(parts.group(at + 2)),
                    Integer.parseInt((fraction + "000000000").substring(0, 9)));
        } catch (DateTimeException e) {
            // 24:00:00 is a time to Db2.
            throw strange();
        }
    }

    private static SQLDataException strange() {
        return new SQLDataException("A stored day or time is none of ISO 8601.", "22007");
    }
}
