package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
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

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types and defaults as RDB$FIELDS tells them; its numbers are those of ibase.h. */
final class FirebirdTypeReader {
    /** After a comment, if one stood before it where the column was defined. */
    private static final Pattern DEFAULT =
            Pattern.compile("(?is)\\s*(?:/\\*.*?\\*/\\s*)?(?:DEFAULT|=)\\s*(.*?)\\s*");

    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)(_utf8 )?x'([0-9a-f]*)'");
    private static final Set<String> NOW =
            Set.of(
                    "CURRENT_TIMESTAMP",
                    "CURRENT_DATE",
                    "CURRENT_TIME",
                    "LOCALTIMESTAMP",
                    "LOCALTIME");

    private FirebirdTypeReader() {}

    static ColumnType type(ResultSet row, String remarks) throws SQLException {
        int digits = row.getInt("DIGITS");
        int scale = -row.getInt("SCALE");
        int characters = row.getInt("CHARACTERS");
        int bytes = row.getInt("BYTES");
        String characterSet = Catalog.text(row, "CHARACTER_SET").strip();
        boolean octets = characterSet.equals("OCTETS");
        boolean exact = row.getInt("SUB_KIND") > 0;
        return switch (row.getInt("KIND")) {
            case 7 -> exact ? new DecimalType(digits, scale) : IntegerType.SMALL;
            case 8 -> exact ? new DecimalType(digits, scale) : IntegerType.NORMAL;
            case 16 -> exact ? new DecimalType(digits, scale) : IntegerType.BIG;
            case 26 -> exact ? new DecimalType(digits, scale) : new NativeType("INT128");
            case 10 -> FloatType.SINGLE;
            case 27 -> FloatType.DOUBLE;
            case 23 -> new BooleanType();
            case 12 -> new DateType();
            case 13 -> new TimeType(4);
            case 35 ->
                    remarks.endsWith(FirebirdStatements.UTC_MARK)
                            ? new ZonedTimestampType(4)
                            : new TimestampType(4);
            case 37 -> octets ? new BinaryType(bytes) : new TextType(Math.max(characters, 1));
            case 14 ->
                    octets && bytes == 16
                            ? new UuidType()
                            : new NativeType(
                                    "CHAR("
                                            + (octets ? bytes : characters)
                                            + ") CHARACTER SET "
                                            + characterSet);
            case 261 ->
                    row.getInt("SUB_KIND") != 1
                            ? new BinaryType(0)
                            : remarks.endsWith(FirebirdStatements.JSON_MARK)
                                    ? new JsonType()
                                    : new LongTextType();
            case 28 -> new NativeType("TIME WITH TIME ZONE");
            case 29 -> new NativeType("TIMESTAMP WITH TIME ZONE");
            case 24 -> new NativeType("DECFLOAT(16)");
            case 25 -> new NativeType("DECFLOAT(34)");
            default -> new NativeType("BLOB");
        };
    }

    static String unmarked(String remarks) {
        for (String mark :
                new String[] {FirebirdStatements.UTC_MARK, FirebirdStatements.JSON_MARK}) {
            if (remarks.endsWith(mark)) {
                return remarks.substring(0, remarks.length() - mark.length()).stripTrailing();
            }
        }
        return remarks;
    }

    static @Nullable Default defaultValue(ColumnType type, String source) {
        Matcher told = DEFAULT.matcher(source);
        if (!told.matches() || told.group(1).equalsIgnoreCase("NULL")) {
            return null;
        }
        String echo = told.group(1);
        if (NOW.contains(echo.toUpperCase(Locale.ROOT))) {
            return new Default.Now();
        }
        return constant(type, echo).orElseGet(() -> new Default.Sql(echo));
    }

    private static Optional<Default> constant(ColumnType type, String echo) {
        if (type instanceof ZonedTimestampType(int digits)) {
            return Constants.of(new TimestampType(digits), echo)
                    .filter(Default.Value.class::isInstance)
                    .map(d -> utc(type, (Default.Value) d));
        }
        Matcher bytes = HEXADECIMAL.matcher(echo);
        if (!bytes.matches()) {
            return Constants.of(type, echo);
        }
        String digits = bytes.group(2);
        if (bytes.group(1) != null) {
            byte[] text = HexFormat.of().parseHex(digits);
            return Constants.of(
                    type, StandardTypes.quoted(new String(text, StandardCharsets.UTF_8)));
        }
        return Constants.of(
                type,
                StandardTypes.quoted(
                        type instanceof UuidType
                                ? digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-")
                                : digits));
    }

    private static Default utc(ColumnType type, Default.Value local) {
        return StandardDiffRules.constant(type, local.text() + "Z");
    }
}
