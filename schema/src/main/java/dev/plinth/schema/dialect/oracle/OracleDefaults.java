package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises defaults, which Oracle Database shows as they were written. */
final class OracleDefaults {
    private static final Set<String> NOW =
            Set.of(
                    "SYSTIMESTAMP",
                    "CURRENT_TIMESTAMP",
                    "LOCALTIMESTAMP",
                    "SYSDATE",
                    "CURRENT_DATE");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("(?i)HEXTORAW\\('((?:[0-9A-F]{2})*)'\\)");
    private static final Pattern TIME =
            Pattern.compile("(?i)INTERVAL '0 ([0-9:.]+)' DAY TO SECOND");
    private static final Pattern FLOAT = Pattern.compile("(?i)([-+0-9.E]+)[fd]");
    private static final Pattern NUMBERED = Pattern.compile("(?i).*\\.\"?NEXTVAL\"?");

    private OracleDefaults() {}

    /** Whether the default takes the next number of a sequence. */
    static boolean isNumbered(String shown) {
        return NUMBERED.matcher(shown.strip()).matches();
    }

    static @Nullable Default read(ColumnType type, String shown) {
        String text = shown.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("NULL") || text.equals("''")) {
            return null;
        }
        if (isNow(type, text)) {
            return new Default.Now();
        }
        if (text.equalsIgnoreCase("SYS_GUID()")) {
            return new Default.NewUuid();
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.matches()) {
            return bytes(type, hexadecimal.group(1));
        }
        Matcher time = TIME.matcher(text);
        if (type instanceof TimeType && time.matches()) {
            return StandardDiffRules.constant(type, time.group(1));
        }
        Matcher floating = FLOAT.matcher(text);
        String plain = type instanceof FloatType && floating.matches() ? floating.group(1) : text;
        return Constants.of(type, plain).orElseGet(() -> new Default.Sql(unwrapped(text)));
    }

    /** Without the brackets that stand around an expression when it is written. */
    private static String unwrapped(String text) {
        return text.startsWith("(") && text.endsWith(")")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static boolean isNow(ColumnType type, String text) {
        boolean moment =
                type instanceof DateType
                        || type instanceof TimeType
                        || type instanceof TimestampType
                        || type instanceof ZonedTimestampType;
        return moment
                && (text.equals(OracleStatements.nowOf(type))
                        || !(type instanceof DateType)
                                && NOW.contains(text.toUpperCase(Locale.ROOT)));
    }

    private static Default bytes(ColumnType type, String digits) {
        if (type instanceof UuidType && digits.length() == 32) {
            String uuid = digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            return StandardDiffRules.constant(type, uuid);
        }
        return type instanceof BinaryType
                ? new Default.Value(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digits)))
                : new Default.Sql("HEXTORAW('" + digits + "')");
    }
}
