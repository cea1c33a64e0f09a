package dev.plinth.schema.dialect.hsqldb;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HSQLDB tells what was refused as {@code sentence ; name table: name column: name value: value}.
 */
final class HsqldbErrors implements Errors {
    private static final String NAME = "(\"(?:[^\"]|\"\")*\"|\\S+)";
    private static final Pattern CONSTRAINT = Pattern.compile("; (.*?) table: ", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile(" table: (?:" + NAME + " )column: " + NAME, Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(" in statement \\[.*", Pattern.DOTALL);

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        String message = STATEMENT.matcher(String.valueOf(first.getMessage())).replaceFirst("");
        int end = message.indexOf(" ; ");
        String sentence = end < 0 ? message : message.substring(0, end);
        return switch (state) {
            case "23505" -> constraint(Kind.UNIQUE, sentence, message);
            case "23503", "23504" -> constraint(Kind.FOREIGN_KEY, sentence, message);
            case "23513" -> constraint(Kind.CHECK, sentence, message);
            case "23502" -> required(sentence, message);
            default -> Fault.of(kind(first, state), state.startsWith("22") ? sentence : message);
        };
    }

    private static Kind kind(SQLException exception, String state) {
        return switch (Math.abs(exception.getErrorCode())) {
            // not found, or not allowed: it is not told which
            case 5501 -> Kind.UNKNOWN_OBJECT;
            // a generated column or one that always numbers itself was given a value
            case 5541, 5543 -> Kind.INVALID_VALUE;
            // an exception of Java: a wrong regular expression (2.7.4 tells no more of it)
            case 458 -> Kind.INVALID_VALUE;
            // the database is in use by another process, is shut down, cannot be opened
            case 451, 452, 453, 454, 1301, 1302, 1303, 1305, 1353 -> Kind.UNREACHABLE;
            case 456, 3706 -> Kind.READ_ONLY;
            case 4871, 4872, 4861 -> Kind.CONFLICT;
            default -> SqlStates.kind(state);
        };
    }

    private static Fault required(String sentence, String message) {
        Matcher column = COLUMN.matcher(message);
        String name = column.find() ? Constants.identifier(column.group(2)) : null;
        return new Fault(
                Kind.NOT_NULL, null, name, name == null ? sentence : sentence + " " + name);
    }

    private static Fault constraint(Kind kind, String sentence, String message) {
        String name = name(message);
        return new Fault(kind, name, null, name == null ? sentence : sentence + " " + name);
    }

    /** The names of checks come without quotes, others with them. */
    private static String unquoted(String name) {
        return name.startsWith("\"") && name.endsWith("\"") ? Constants.identifier(name) : name;
    }

    private static @Nullable String name(String message) {
        Matcher matcher = CONSTRAINT.matcher(message);
        return matcher.find() ? unquoted(matcher.group(1)) : null;
    }
}
