package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Index;
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
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types, defaults and the parts of indexes from the texts in which DuckDB shows them. */
final class DuckDbTypeReader {
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
    private static final Pattern BYTES = Pattern.compile("unhex\\('([0-9a-fA-F]*)'\\)");

    private static final Set<String> NOW =
            Set.of(
                    "current_timestamp",
                    "now()",
                    "current_localtimestamp()",
                    "current_date",
                    "current_localtime()",
                    "localtimestamp",
                    "localtime");
    private static final Set<String> NEW_UUID = Set.of("uuid()", "gen_random_uuid()");

    private DuckDbTypeReader() {}

    static ColumnType of(String shown) {
        Matcher decimal = DECIMAL.matcher(shown);
        if (decimal.matches()) {
            return new DecimalType(
                    Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (shown) {
            case "VARCHAR" -> new LongTextType();
            case "SMALLINT" -> IntegerType.SMALL;
            case "INTEGER" -> IntegerType.NORMAL;
            case "BIGINT" -> IntegerType.BIG;
            case "FLOAT" -> FloatType.SINGLE;
            case "DOUBLE" -> FloatType.DOUBLE;
            case "BOOLEAN" -> new BooleanType();
            case "DATE" -> new DateType();
            case "TIME" -> new TimeType(6);
            case "TIMESTAMP" -> new TimestampType(6);
            case "TIMESTAMP_NS" -> new TimestampType(9);
            case "TIMESTAMP WITH TIME ZONE" -> new ZonedTimestampType(6);
            case "UUID" -> new UuidType();
            case "JSON" -> new JsonType();
            case "BLOB" -> new BinaryType(0);
            default -> new NativeType(shown);
        };
    }

    static @Nullable Default defaultValue(ColumnType type, String echo) {
        String small = echo.toLowerCase(Locale.ROOT);
        if (echo.isEmpty() || small.equals("null")) {
            return null;
        }
        if (NOW.contains(small)) {
            return new Default.Now();
        }
        if (NEW_UUID.contains(small)) {
            return new Default.NewUuid();
        }
        Matcher bytes = BYTES.matcher(echo);
        String constant = bytes.matches() ? "'" + bytes.group(1) + "'" : echo;
        return Constants.of(type, constant).orElseGet(() -> new Default.Sql(echo));
    }

    /** What stands in the outer brackets: {@code CREATE INDEX i ON t("n", ((n + 1)));}. */
    static List<Index.Part> parts(FoundTable table, String sql) {
        List<Index.Part> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (SqlToken token : SqlToken.of(sql)) {
            if (token.is("(") && depth++ == 0) {
                start = token.end();
            } else if (token.is(")") && --depth == 0 || token.is(",") && depth == 1) {
                parts.add(part(table, sql.substring(start, token.start()).strip()));
                start = token.end();
            }
        }
        return parts;
    }

    private static Index.Part part(FoundTable table, String text) {
        List<SqlToken> tokens = SqlToken.of(text);
        return tokens.size() == 1 && table.hasColumn(tokens.getFirst().text())
                ? table.part(tokens.getFirst().text(), false)
                : new Index.Part("", text, false);
    }
}
