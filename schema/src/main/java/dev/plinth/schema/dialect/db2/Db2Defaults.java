package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises defaults, which the catalog shows as constants, with days and times in ISO's form
 * ({@code 10.15.00}), special registers, or calls of {@code "SYSIBM"."BLOB"('…')}.
 */
final class Db2Defaults {
    private static final Pattern NOW =
            Pattern.compile("CURRENT[ _](?:DATE|TIME|TIMESTAMP)(?: ?\\(\\d+\\))?");
    private static final Pattern CALL =
            Pattern.compile("(?is)(?:\"?SYSIBM\"?\\.)?\"?[A-Z]+\"?\\s*\\(\\s*(B?X?'.*')\\s*\\)");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)B?X'((?:[0-9A-F]{2})*)'");
    private static final Pattern MOMENT = Pattern.compile("'([-0-9.: T]+)'");

    private Db2Defaults() {}

    static @Nullable Default read(ColumnType type, String shown) {
        String text = shown.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (NOW.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            return new Default.Now();
        }
        Matcher call = CALL.matcher(text);
        return constant(type, call.matches() ? call.group(1) : text)
                .orElseGet(() -> new Default.Sql(text));
    }

    private static Optional<Default> constant(ColumnType type, String echo) {
        Matcher moment = MOMENT.matcher(echo);
        if (isMoment(type) && moment.matches()) {
            String iso = Db2Moments.iso(moment.group(1).strip());
            return type instanceof ZonedTimestampType
                    ? Optional.of(StandardDiffRules.constant(type, iso + "Z"))
                    : Constants.of(type, StandardTypes.quoted(iso));
        }
        Matcher bytes = HEXADECIMAL.matcher(echo);
        if (!bytes.matches()) {
            return Constants.of(type, echo);
        }
        String digits = bytes.group(1);
        return Constants.of(
                type,
                StandardTypes.quoted(
                        type instanceof UuidType
                                ? digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-")
                                : digits));
    }

    private static boolean isMoment(ColumnType type) {
        return type instanceof DateType
                || type instanceof TimeType
                || type instanceof TimestampType
                || type instanceof ZonedTimestampType;
    }
}
