package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises defaults in the way SQL Server shows them: in brackets, with functions in small. */
final class SqlServerDefaults {
    private static final String CLOCK =
            "(?:getdate|getutcdate|sysdatetime|sysutcdatetime|sysdatetimeoffset)\\(\\)";
    private static final Pattern NOW = Pattern.compile("(?i)" + CLOCK + "|current_timestamp");
    private static final Pattern PART_OF_NOW =
            Pattern.compile(
                    "(?i)convert\\(\\[?(?:date|time)]?(?:\\(\\d\\))?,\\s*"
                            + CLOCK
                            + "(?:,\\(0\\))?\\)"
                            + "|cast\\("
                            + CLOCK
                            + " as .*\\)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x((?:[0-9A-Fa-f]{2})*)");
    private static final Pattern TEXT = Pattern.compile("N?'((?:[^']|'')*)'", Pattern.DOTALL);

    private SqlServerDefaults() {}

    static @Nullable Default read(ColumnType type, @Nullable String shown) {
        if (shown == null) {
            return null;
        }
        String text = SqlServerText.unwrapped(shown);
        if (text.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (isNow(type, text)) {
            return new Default.Now();
        }
        if (text.equalsIgnoreCase("newid()")) {
            return new Default.NewUuid();
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        if (type instanceof BinaryType && hexadecimal.matches()) {
            byte[] bytes = HexFormat.of().parseHex(hexadecimal.group(1));
            return new Default.Value(Base64.getEncoder().encodeToString(bytes));
        }
        Matcher quoted = TEXT.matcher(text);
        if (quoted.matches() && !(type instanceof BinaryType)) {
            return StandardDiffRules.constant(type, quoted.group(1).replace("''", "'"));
        }
        return Constants.of(type, text).orElseGet(() -> new Default.Sql(text));
    }

    private static boolean isNow(ColumnType type, String text) {
        return switch (type) {
            case TimestampType _, ZonedTimestampType _ -> NOW.matcher(text).matches();
            case DateType _, TimeType _ ->
                    PART_OF_NOW.matcher(text).matches() || NOW.matcher(text).matches();
            default -> false;
        };
    }
}
