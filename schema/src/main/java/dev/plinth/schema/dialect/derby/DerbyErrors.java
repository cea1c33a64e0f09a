package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derby tells names within its sentences, in the language of the server and in single quotes that
 * nothing escapes, and shows values beside them.
 */
final class DerbyErrors implements Errors {
    /** {@code … identified by 'name' defined on 't'.} */
    private static final Pattern FIRST =
            Pattern.compile("'(.+)'[^']+'([^']*)'[^']*$", Pattern.DOTALL);

    /** {@code INSERT on table 't' caused … constraint 'name' for key (6).} */
    private static final Pattern SECOND =
            Pattern.compile("'[^']*'[^']+'(.+?)'[^'(]*\\(", Pattern.DOTALL);

    private static final Pattern ONLY = Pattern.compile("'(.+)'", Pattern.DOTALL);

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        String message = String.valueOf(first.getMessage()).replaceFirst("(?s)\\R.*", "").strip();
        return switch (state) {
            case "23505", "23506", "23507" ->
                    constraint(Kind.UNIQUE, "The key is taken", FIRST, message);
            case "23513", "23514", "23515" ->
                    constraint(Kind.CHECK, "The check does not hold", FIRST, message);
            case "23503", "23516", "23517" ->
                    constraint(Kind.FOREIGN_KEY, "The relation does not hold", SECOND, message);
            case "23502" -> {
                String column = found(ONLY, message);
                yield new Fault(Kind.NOT_NULL, null, column, "There is no value for " + column);
            }
            default -> Fault.of(kind(state), state.startsWith("22") ? bare(message) : message);
        };
    }

    private static Fault constraint(Kind kind, String sentence, Pattern pattern, String message) {
        String name = found(pattern, message);
        return new Fault(kind, name, null, name == null ? sentence : sentence + ": " + name);
    }

    private static @Nullable String found(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Without the value that did not fit. */
    private static String bare(String message) {
        return message.replaceFirst("(?s)'.*'", "…");
    }

    private static Kind kind(String state) {
        return switch (state) {
            // no such table, column, schema, function, constraint, index
            case "42X05", "42X04", "42Y07", "42Y03", "42X86", "42X65", "42Y55", "42X14" ->
                    Kind.UNKNOWN_OBJECT;
            // a generated column or one that always numbers itself was given a value
            case "42XA3", "42Z23" -> Kind.INVALID_VALUE;
            case "25501", "25502", "25503", "25505" -> Kind.READ_ONLY;
            // wrong user or password; no right to connect, to read, to write
            case "08004" -> Kind.WRONG_PASSWORD;
            case "04501", "42500", "42501", "42502", "42504", "42505", "42506", "42507", "42508" ->
                    Kind.NOT_ALLOWED;
            // of two that wait for one another, one may be told only that it waited too long
            case "40XL1", "40XL2" -> Kind.CONFLICT;
            // a table or index was made anew after the statement was compiled (10.17.1)
            case "XSAI2" -> Kind.CONFLICT;
            case "XCL52" -> Kind.TIMEOUT;
            // not found, does not start, is used by another process, is shut down
            case "XJ004", "XJ040", "XJ041", "XSDB6", "XJ015", "XJ001" -> Kind.UNREACHABLE;
            // no such conversion, assignment or comparison
            case "42846", "42821", "42818" -> Kind.INVALID_VALUE;
            case "54002" -> Kind.SYNTAX;
            default -> SqlStates.kind(state);
        };
    }
}
