package dev.plinth.schema.dialect.h2;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.StandardTypes;
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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads types from rows of INFORMATION_SCHEMA, which describes all of them by the same columns. */
final class H2TypeReader {
    /** What a binary is given for its length when none is said. */
    private static final int UNLIMITED = 1_000_000_000;

    private static final String PLACE =
            "object_schema || CHR(0) || object_name || CHR(0) || object_type || CHR(0) || ";

    private final Map<String, List<String>> enums = new HashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, String> elements = new HashMap<>();

    /** Reads what types of the schemas consist of. */
    H2TypeReader(Catalog catalog, List<String> schemas) throws SQLException {
        catalog.each(
                "SELECT "
                        + PLACE
                        + "enum_identifier AS place, value_name"
                        + " FROM information_schema.enum_values WHERE object_schema IN (?)"
                        + " ORDER BY place, value_ordinal",
                schemas,
                row -> add(enums, text(row, "place"), StandardTypes.quoted(row.getString(2))));
        catalog.each(
                "SELECT "
                        + PLACE
                        + "row_identifier AS place, "
                        + PLACE
                        + "dtd_identifier AS own, *"
                        + " FROM information_schema.fields WHERE object_schema IN (?)"
                        + " ORDER BY place, ordinal_position",
                schemas,
                row ->
                        add(
                                fields,
                                text(row, "place"),
                                quoted(text(row, "field_name"))
                                        + " "
                                        + sql(row, text(row, "own"))));
        // The innermost element has the longest identifier: each is known before what it is part
        // of.
        catalog.each(
                "SELECT "
                        + PLACE
                        + "collection_type_identifier AS place, "
                        + PLACE
                        + "dtd_identifier AS own, *"
                        + " FROM information_schema.element_types WHERE object_schema IN (?)"
                        + " ORDER BY LENGTH(dtd_identifier) DESC",
                schemas,
                row -> elements.put(text(row, "place"), sql(row, text(row, "own"))));
    }

    private static void add(Map<String, List<String>> lists, String place, String part) {
        lists.computeIfAbsent(place, p -> new ArrayList<>()).add(part);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The type of a column of a table or view. */
    ColumnType read(ResultSet row) throws SQLException {
        String domain = text(row, "domain_name");
        if (!domain.isEmpty()) {
            return new NativeType(quoted(text(row, "domain_schema")) + "." + quoted(domain));
        }
        String place =
                text(row, "table_schema")
                        + '\0'
                        + text(row, "table_name")
                        + "\0TABLE\0"
                        + text(row, "dtd_identifier");
        int digits = row.getInt("datetime_precision");
        return switch (text(row, "data_type")) {
            case "CHARACTER VARYING" -> {
                long length = row.getLong("character_maximum_length");
                yield length >= H2Types.MAX_LENGTH
                        ? new LongTextType()
                        : new TextType((int) length);
            }
            case "SMALLINT" -> IntegerType.SMALL;
            case "INTEGER" -> IntegerType.NORMAL;
            case "BIGINT" -> IntegerType.BIG;
            case "NUMERIC" ->
                    new DecimalType(row.getInt("numeric_precision"), row.getInt("numeric_scale"));
            case "REAL" -> FloatType.SINGLE;
            case "DOUBLE PRECISION" -> FloatType.DOUBLE;
            case "BOOLEAN" -> new BooleanType();
            case "DATE" -> new DateType();
            case "TIME" -> new TimeType(digits);
            case "TIMESTAMP" -> new TimestampType(digits);
            case "TIMESTAMP WITH TIME ZONE" -> new ZonedTimestampType(digits);
            case "UUID" -> new UuidType();
            case "JSON" -> new JsonType();
            case "BINARY LARGE OBJECT" -> new BinaryType(0);
            case "BINARY VARYING" -> {
                int length = row.getInt("character_maximum_length");
                yield new BinaryType(length < UNLIMITED ? length : 0);
            }
            default -> new NativeType(sql(row, place));
        };
    }

    private String sql(ResultSet row, String place) throws SQLException {
        String name = text(row, "data_type");
        String length = text(row, "character_maximum_length");
        String digits = text(row, "datetime_precision");
        return switch (name) {
            case "ARRAY" ->
                    elements.getOrDefault(place, "CHARACTER VARYING")
                            + " ARRAY["
                            + text(row, "maximum_cardinality")
                            + "]";
            case "ENUM" -> "ENUM(" + String.join(", ", enums.getOrDefault(place, List.of())) + ")";
            case "ROW" -> "ROW(" + String.join(", ", fields.getOrDefault(place, List.of())) + ")";
            case "INTERVAL" -> interval(row, digits);
            case "NUMERIC" ->
                    "NUMERIC("
                            + text(row, "numeric_precision")
                            + ", "
                            + text(row, "numeric_scale")
                            + ")";
            case "DECFLOAT" -> "DECFLOAT(" + text(row, "numeric_precision") + ")";
            case "TIME", "TIMESTAMP" -> name + "(" + digits + ")";
            case "TIME WITH TIME ZONE" -> "TIME(" + digits + ") WITH TIME ZONE";
            case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP(" + digits + ") WITH TIME ZONE";
            case "CHARACTER",
                    "CHARACTER VARYING",
                    "VARCHAR_IGNORECASE",
                    "BINARY",
                    "BINARY VARYING" ->
                    name + "(" + length + ")";
            default -> name;
        };
    }

    /** {@code INTERVAL DAY(2) TO SECOND(6)}: the precision follows the first unit. */
    private static String interval(ResultSet row, String digits) throws SQLException {
        String[] units = text(row, "interval_type").split(" TO ");
        String precision = text(row, "interval_precision");
        if (units.length == 1) {
            return "INTERVAL "
                    + units[0]
                    + (units[0].equals("SECOND")
                            ? "(" + precision + ", " + digits + ")"
                            : "(" + precision + ")");
        }
        return "INTERVAL "
                + units[0]
                + "("
                + precision
                + ") TO "
                + units[1]
                + (units[1].equals("SECOND") ? "(" + digits + ")" : "");
    }
}
