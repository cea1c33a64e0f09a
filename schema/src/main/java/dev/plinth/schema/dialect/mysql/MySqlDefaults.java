package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Recognises defaults in the way MySQL and its relatives show them. */
public final class MySqlDefaults {
    private static final Pattern STAMP =
            Pattern.compile(
                    "(?i)(current_timestamp|now|localtime|localtimestamp|utc_timestamp)(\\(\\d*\\))?");
    private static final Pattern DAY =
            Pattern.compile("(?i)(curdate|current_date|utc_date)(\\(\\))?");
    private static final Pattern CLOCK =
            Pattern.compile("(?i)(curtime|current_time|utc_time)(\\(\\d*\\))?");
    private static final String NEW_UUID = "unhex(concat(hex(random_bytes(6))";

    private MySqlDefaults() {}

    /** A constant that is shown bare, without quotes. */
    static Default plain(ColumnType type, String shown) {
        Optional<byte[]> bytes = MySqlText.readBytes(shown);
        if (bytes.isPresent()) {
            return value(type, bytes.get()).orElseGet(() -> new Default.Value(shown));
        }
        if (type instanceof BooleanType && shown.startsWith("b'")) {
            return new Default.Value(shown.contains("1") ? "true" : "false");
        }
        return moment(type, shown) ? new Default.Now() : constant(type, shown);
    }

    /** An expression, which may be no more than a constant. */
    public static Default expression(ColumnType type, String shown) {
        if (moment(type, shown)) {
            return new Default.Now();
        }
        String small = shown.toLowerCase(java.util.Locale.ROOT);
        if (type instanceof UuidType && (small.startsWith(NEW_UUID) || small.equals("uuid()"))) {
            return new Default.NewUuid();
        }
        Optional<String> text = MySqlText.read(shown);
        if (text.isPresent()) {
            return type instanceof BinaryType ? new Default.Sql(shown) : constant(type, text.get());
        }
        return MySqlText.readBytes(shown)
                .flatMap(bytes -> value(type, bytes))
                .or(() -> Constants.of(type, shown))
                .orElseGet(() -> new Default.Sql(shown));
    }

    /** The day 0000-00-00 is one to MySQL alone. */
    private static Default constant(ColumnType type, String text) {
        return text.startsWith("0000-00-00")
                        && (type instanceof DateType
                                || type instanceof TimestampType
                                || type instanceof ZonedTimestampType)
                ? new Default.Sql(MySqlText.literal(text))
                : StandardDiffRules.constant(type, text);
    }

    private static boolean moment(ColumnType type, String shown) {
        Pattern pattern =
                switch (type) {
                    case DateType _ -> DAY;
                    case TimeType _ -> CLOCK;
                    case TimestampType _, ZonedTimestampType _ -> STAMP;
                    default -> null;
                };
        return pattern != null && pattern.matcher(shown).matches();
    }

    private static Optional<Default> value(ColumnType type, byte[] bytes) {
        if (type instanceof UuidType && bytes.length == 16) {
            ByteBuffer both = ByteBuffer.wrap(bytes);
            return Optional.of(
                    new Default.Value(new UUID(both.getLong(), both.getLong()).toString()));
        }
        return type instanceof BinaryType
                ? Optional.of(new Default.Value(Base64.getEncoder().encodeToString(bytes)))
                : Optional.empty();
    }
}
