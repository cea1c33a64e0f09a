package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Firebird's codes are those of its iberror.h; names stand within its sentences. */
final class FirebirdErrors implements Errors {
    /** What Jaybird adds, and the values of the row. */
    private static final Pattern ENDING =
            Pattern.compile(
                    "(?:; Problematic key value.*|; At trigger .*| ?\\[SQLState:.*)$",
                    Pattern.DOTALL);

    private static final Pattern KEY =
            Pattern.compile(
                    "(?:constraint|unique index) \"(.*?)\"(?: on table|$|;)", Pattern.DOTALL);
    private static final Pattern CHECK =
            Pattern.compile("CHECK constraint (.*) on view or table ", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("for column (?:\".*\"\\.)?\"(.*)\", value", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("from string \".*\"", Pattern.DOTALL);

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String message =
                ENDING.matcher(String.valueOf(first.getMessage()))
                        .replaceFirst("")
                        .replace('\n', ' ');
        if (message.endsWith("out of range") && SqlStates.state(first).equals("07006")) {
            // Jaybird looks at the type before the server does.
            return Fault.of(Kind.OUT_OF_RANGE, "A value is out of range.");
        }
        if (message.contains("is in use")) {
            return Fault.of(Kind.CONFLICT, message);
        }
        return switch (first.getErrorCode()) {
            case 335544665, 335544349 -> named(Kind.UNIQUE, message, KEY);
            case 335544466 -> named(Kind.FOREIGN_KEY, message, KEY);
            case 335544558 -> named(Kind.CHECK, message, CHECK);
            case 335544347 ->
                    new Fault(
                            Kind.NOT_NULL,
                            null,
                            group(COLUMN, message),
                            message.replace(", value \"*** null ***\"", ""));
            case 335544914 -> Fault.of(Kind.TOO_LONG, message);
            case 335544321, 335544779, 335544916 -> Fault.of(Kind.OUT_OF_RANGE, message);
            case 335544334 ->
                    Fault.of(Kind.INVALID_VALUE, VALUE.matcher(message).replaceAll("from a text"));
            // The last one when the table was changed after the statement was prepared.
            case 335544336, 335544345, 335544451, 335544878, 335544510, 335544865 ->
                    Fault.of(Kind.CONFLICT, message);
            case 335544794 -> Fault.of(Kind.TIMEOUT, message);
            case 335544472 -> Fault.of(Kind.WRONG_PASSWORD, message);
            case 335544352 -> Fault.of(Kind.NOT_ALLOWED, message);
            case 335544361, 335544765 -> Fault.of(Kind.READ_ONLY, message);
            case 335544721, 335544375, 335544344, 335544648, 335544741 ->
                    Fault.of(Kind.UNREACHABLE, message);
            case 335544580, 335544578 -> Fault.of(Kind.UNKNOWN_OBJECT, message);
            default -> Fault.of(SqlStates.kind(SqlStates.state(first)), message);
        };
    }

    private static Fault named(Kind kind, String message, Pattern pattern) {
        return new Fault(kind, group(pattern, message), null, message);
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
