package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL Server's own numbers; many of its sentences end with values of the row. */
final class SqlServerErrors implements Errors {
    private static final Pattern UNIQUE =
            Pattern.compile("constraint '((?:[^']|'')*)'|unique index '((?:[^']|'')*)'");
    private static final Pattern CONFLICT =
            Pattern.compile(
                    "with the (FOREIGN KEY|REFERENCE|CHECK|.* SAME TABLE).*?constraint \"(.*?)\"");
    private static final Pattern COLUMN = Pattern.compile("column '((?:[^']|'')*)'");

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String message = String.valueOf(first.getMessage()).replace('\n', ' ');
        int code = first.getErrorCode();
        return switch (code) {
            case 2601, 2627 -> named(Kind.UNIQUE, UNIQUE, message, "duplicate entry for key ");
            case 547 -> conflict(message);
            case 515 -> column(Kind.NOT_NULL, message, "no value for column ");
            case 2628, 8152 -> column(Kind.TOO_LONG, message, "data too long for column ");
            case 220, 232, 8115, 1007, 3606 ->
                    Fault.of(Kind.OUT_OF_RANGE, "a number is out of range");
            case 241, 242, 245, 248, 295, 517, 8114, 8134, 8169, 9803, 13609 ->
                    Fault.of(Kind.INVALID_VALUE, "a value cannot be converted");
            default -> Fault.of(kind(code, SqlStates.state(first)), message);
        };
    }

    private static Kind kind(int code, String state) {
        return switch (code) {
            case 207, 208, 911, 2812, 4121, 4902, 195, 3701, 15151 -> Kind.UNKNOWN_OBJECT;
            case 229, 230, 262, 297, 300, 916, 4104, 15247 ->
                    code == 4104 ? Kind.UNKNOWN_OBJECT : Kind.NOT_ALLOWED;
            case 18456, 18452, 18470 -> Kind.WRONG_PASSWORD;
            case 4060, 17142, 40613, 40197, 40501 -> Kind.UNREACHABLE;
            case 1205, 1222, 3960, 3961 -> Kind.CONFLICT;
            case 3906, 3908 -> Kind.READ_ONLY;
            case 102, 105, 137, 156, 170, 8180 -> Kind.SYNTAX;
            case -2, 8645 -> Kind.TIMEOUT;
            default -> SqlStates.kind(state);
        };
    }

    /** One number for foreign keys and checks; the sentence tells them apart. */
    private static Fault conflict(String message) {
        Matcher matcher = CONFLICT.matcher(message);
        if (!matcher.find()) {
            return Fault.of(Kind.CHECK, "a constraint is violated");
        }
        String name = matcher.group(2);
        return matcher.group(1).equals("CHECK")
                ? new Fault(Kind.CHECK, name, null, "check constraint is violated: " + name)
                : new Fault(
                        Kind.FOREIGN_KEY, name, null, "a foreign key constraint fails: " + name);
    }

    private static Fault named(Kind kind, Pattern pattern, String message, String sentence) {
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
        String name = matcher.group(1);
        return (name == null && matcher.groupCount() > 1 ? matcher.group(2) : name)
                .replace("''", "'");
    }
}
