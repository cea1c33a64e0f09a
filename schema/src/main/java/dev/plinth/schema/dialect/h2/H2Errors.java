package dev.plinth.schema.dialect.h2;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** H2 tells names only within its sentences, and shows the values of the row beside them. */
final class H2Errors implements Errors {
    private static final Pattern STATEMENT =
            Pattern.compile("(?:; SQL statement:\\n.*)?(?: \\[\\d+-\\d+])?$", Pattern.DOTALL);
    private static final String NAME = "(U&\"(?:[^\"]|\"\")*\"|\"(?:[^\"]|\"\")*\"|[^\\s.\"(]+)";
    private static final Pattern UNIQUE = Pattern.compile("^" + NAME + "\\." + NAME + " ");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("^(.*?): [^:]* FOREIGN KEY\\(", Pattern.DOTALL);
    private static final Pattern CHECK = Pattern.compile("^(.*): ", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile(" (?:NUMERIC|DECFLOAT)(?:\\(.*)?$");

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        String message = STATEMENT.matcher(String.valueOf(first.getMessage())).replaceFirst("");
        int quote = message.indexOf('"');
        String sentence = quote < 0 ? message : message.substring(0, quote).strip();
        String inside = quote < 0 ? "" : inside(message.substring(quote));
        return switch (state) {
            case "23505" -> constraint(Kind.UNIQUE, sentence, uniqueName(inside));
            case "23503", "23506" ->
                    constraint(Kind.FOREIGN_KEY, sentence, group(FOREIGN_KEY, inside));
            case "23513", "23514" -> constraint(Kind.CHECK, sentence, group(CHECK, inside));
            case "23502" -> new Fault(Kind.NOT_NULL, null, inside, sentence + " " + inside);
            case "22001" ->
                    Fault.of(
                            NUMBER.matcher(inside).find() ? Kind.OUT_OF_RANGE : Kind.TOO_LONG,
                            sentence + " " + inside);
            case "22003", "22004" -> Fault.of(Kind.OUT_OF_RANGE, sentence);
            default -> other(first, state, message, sentence);
        };
    }

    private static Fault other(
            SQLException exception, String state, String message, String sentence) {
        if (exception.getCause() instanceof PatternSyntaxException wrong) {
            String told = "invalid regular expression: " + wrong.getDescription();
            return new Fault(Kind.INVALID_VALUE, null, null, told, "2201B", null);
        }
        if (state.startsWith("22")) {
            return Fault.of(Kind.INVALID_VALUE, sentence);
        }
        Kind kind =
                switch (exception.getErrorCode()) {
                    // schema, constraint, index, sequence, domain, view not found
                    case 90079, 90057, 42112, 90036, 90120, 90037 -> Kind.UNKNOWN_OBJECT;
                    case 90096 -> Kind.NOT_ALLOWED;
                    // generated column assigned, data too large for a parameter type
                    case 90154 -> Kind.INVALID_VALUE;
                    case 90097 -> Kind.READ_ONLY;
                    // closed, in use by another process, not found, connection broken
                    case 90098, 90121, 90020, 90146, 90149, 90067 -> Kind.UNREACHABLE;
                    case 50200, 90131 -> Kind.CONFLICT;
                    case 90039, 57014 -> Kind.TIMEOUT;
                    default -> SqlStates.kind(state);
                };
        return Fault.of(kind, message);
    }

    private static Fault constraint(Kind kind, String sentence, @Nullable String name) {
        return new Fault(kind, name, null, name == null ? sentence : sentence + " " + name);
    }

    /** The first quoted part of a message, in which quotes are doubled and backslashes too. */
    private static String inside(String quoted) {
        StringBuilder inside = new StringBuilder();
        for (int i = 1; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            boolean doubled = i + 1 < quoted.length() && quoted.charAt(i + 1) == c;
            if (c == '"' && !doubled) {
                break;
            }
            inside.append(c);
            if ((c == '"' || c == '\\') && doubled) {
                i++;
            }
        }
        return inside.toString();
    }

    private static @Nullable String uniqueName(String inside) {
        Matcher name = UNIQUE.matcher(inside);
        return name.find() ? Constants.identifier(name.group(2)) : null;
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
