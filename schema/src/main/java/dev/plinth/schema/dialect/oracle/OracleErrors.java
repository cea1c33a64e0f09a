package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Oracle's own numbers; 23ai adds values of the row to some of its sentences. */
final class OracleErrors implements Errors {
    /** {@code unique constraint (OWNER.NAME) violated}. */
    private static final Pattern CONSTRAINT = Pattern.compile("\\((?:[^()]*?\\.)?([^().]+)\\)");

    /** {@code "OWNER"."TABLE"."COLUMN"}. */
    private static final Pattern COLUMN = Pattern.compile("\"[^\"]+\"\\.\"[^\"]+\"\\.\"([^\"]+)\"");

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String message = String.valueOf(first.getMessage()).replace('\n', ' ');
        int code = first.getErrorCode();
        return switch (code) {
            case 1 -> named(Kind.UNIQUE, message, "duplicate entry for key");
            case 2290 -> named(Kind.CHECK, message, "check constraint is violated");
            case 2291, 2292 -> named(Kind.FOREIGN_KEY, message, "a foreign key constraint fails");
            case 1400, 1407 -> column(Kind.NOT_NULL, message, "no value for column");
            case 12899, 1401, 1461, 910, 22835 ->
                    column(Kind.TOO_LONG, message, "data too long for column");
            case 1438, 1426, 1455, 1873 -> Fault.of(Kind.OUT_OF_RANGE, "a number is out of range");
            case 1722,
                    1476,
                    1830,
                    1839,
                    1840,
                    1841,
                    1843,
                    1847,
                    1850,
                    1851,
                    1852,
                    1858,
                    1861,
                    1465,
                    1867,
                    6502,
                    932,
                    40441,
                    40479 ->
                    Fault.of(Kind.INVALID_VALUE, "a value cannot be converted");
            default -> Fault.of(kind(code, SqlStates.state(first)), message);
        };
    }

    private static Kind kind(int code, String state) {
        return switch (code) {
            case 942, 904, 2289, 1418, 2443, 4043, 1435 -> Kind.UNKNOWN_OBJECT;
            case 1031, 1950, 41900 -> Kind.NOT_ALLOWED;
            case 1017, 1005, 28000, 28001 -> Kind.WRONG_PASSWORD;
            case 12154,
                    12170,
                    12505,
                    12514,
                    12516,
                    12519,
                    12541,
                    12543,
                    12545,
                    1033,
                    1034,
                    1089,
                    3113,
                    3114,
                    17002,
                    17800,
                    17820,
                    17868 ->
                    Kind.UNREACHABLE;
            case 54, 60, 8177, 30006 -> Kind.CONFLICT;
            case 1013, 18714 -> Kind.TIMEOUT;
            case 16000, 1456 -> Kind.READ_ONLY;
            case 900, 901, 902, 903, 905, 906, 907, 911, 917, 920, 921, 922, 923, 933, 936 ->
                    Kind.SYNTAX;
            default -> SqlStates.kind(state);
        };
    }

    private static Fault named(Kind kind, String message, String sentence) {
        String name = group(CONSTRAINT, message);
        return new Fault(kind, name, null, name == null ? sentence : sentence + ": " + name);
    }

    private static Fault column(Kind kind, String message, String sentence) {
        String name = group(COLUMN, message);
        return new Fault(kind, null, name, name == null ? sentence : sentence + " " + name);
    }

    private static @Nullable String group(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
