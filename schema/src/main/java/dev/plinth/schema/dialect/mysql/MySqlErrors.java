package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MySQL's own numbers tell more than its SQLSTATEs; many of its sentences hold values of the row.
 */
public class MySqlErrors implements Errors {
    private static final Pattern CONNECTION = Pattern.compile("^\\(conn[:=]\\d+\\) ");
    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]*\\.)?(.*)'$");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `((?:[^`]|``)*)`");
    private static final Pattern CHECK = Pattern.compile("Check constraint '(.*)' is violated");
    private static final Pattern COLUMN =
            Pattern.compile("(?:[Cc]olumn|Field) (?:'([^']*)'|(?:`[^`]*`\\.)*`([^`]*)`)");

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String message = CONNECTION.matcher(String.valueOf(first.getMessage())).replaceFirst("");
        int code = first.getErrorCode();
        return switch (code) {
            case 1062, 1586, 1761, 1762, 1859 ->
                    constraint(Kind.UNIQUE, KEY, message, "duplicate entry for key ");
            // A row was in the way by another key than that of the upsert, see MySqlQueries.
            case 1242 -> Fault.of(Kind.UNIQUE, "duplicate entry for another key");
            case 1451, 1452, 1216, 1217 ->
                    constraint(
                            Kind.FOREIGN_KEY,
                            CONSTRAINT,
                            message,
                            "a foreign key constraint fails: ");
            case 3819 -> constraint(Kind.CHECK, CHECK, message, "check constraint is violated: ");
            case 4025 ->
                    constraint(Kind.CHECK, CONSTRAINT, message, "check constraint is violated: ");
            case 1048, 1364, 1263, 1138 -> column(Kind.NOT_NULL, message, "no value for column ");
            case 1406 -> column(Kind.TOO_LONG, message, "data too long for column ");
            case 1264 -> column(Kind.OUT_OF_RANGE, message, "out of range for column ");
            case 1690 -> Fault.of(Kind.OUT_OF_RANGE, "a number is out of range");
            case 1265, 1292, 1366, 1411, 1367, 3140, 3141 ->
                    column(Kind.INVALID_VALUE, message, "incorrect value for column ");
            // 1139 is MariaDB's; MySQL has one for each mistake (3685 to 3699).
            case 1139, 3685, 3686, 3687, 3688, 3689, 3690, 3691, 3692, 3693, 3694, 3695, 3696 ->
                    new Fault(
                            Kind.INVALID_VALUE,
                            null,
                            null,
                            "invalid regular expression: " + message,
                            "2201B",
                            null);
            // SIGNAL in a function or a trigger; with MYSQL_ERRNO it is what it says it is.
            case 1643, 1644 -> {
                String state = SqlStates.state(first);
                Raised raised = new Raised(message, null, null);
                yield new Fault(kind(code, state), null, null, message, state, raised);
            }
            // A view that cannot be written, or a column of one: PostgreSQL's state for it.
            case 1288, 1348, 1393, 1394, 1395, 1471 -> stated("55000", message);
            case 1369 -> stated("44000", message);
            default -> Fault.of(kind(code, SqlStates.state(first)), message);
        };
    }

    private static Fault stated(String state, String message) {
        return new Fault(Kind.OTHER, null, null, message, state, null);
    }

    private static Kind kind(int code, String state) {
        return switch (code) {
            case 1049, 1051, 1054, 1072, 1091, 1109, 1146, 1176, 1305 -> Kind.UNKNOWN_OBJECT;
            case 1044, 1142, 1143, 1227, 1370, 1410, 1419 -> Kind.NOT_ALLOWED;
            case 1045, 1698, 3118 -> Kind.WRONG_PASSWORD;
            case 1969, 3024, 1317 -> Kind.TIMEOUT;
            case 1205, 1213, 1020, 3572, 1614 -> Kind.CONFLICT;
            case 1290, 1792, 1836, 1874 -> Kind.READ_ONLY;
            case 1040, 1053, 1129, 1130, 1203 -> Kind.UNREACHABLE;
            case 1365 -> Kind.INVALID_VALUE;
            default -> SqlStates.kind(state);
        };
    }

    private static Fault constraint(Kind kind, Pattern pattern, String message, String sentence) {
        String name = group(pattern, message);
        return new Fault(kind, name, null, name == null ? sentence.strip() : sentence + name);
    }

    private static Fault column(Kind kind, String message, String sentence) {
        String name = group(COLUMN, message);
        return new Fault(kind, null, name, name == null ? sentence.strip() : sentence + name);
    }

    private static @Nullable String group(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return name.replace("``", "`");
    }
}
