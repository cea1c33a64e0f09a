package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlToken;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DuckDB has no codes; its sentences begin with the class of the error and show values of rows. */
final class DuckDbErrors implements Errors {
    private static final Pattern CLASS =
            Pattern.compile("^([A-Za-z ]+) Error: ?(.*)", Pattern.DOTALL);

    /** {@code Duplicate key "email: a@b.c" violates unique constraint.} */
    private static final Pattern KEY =
            Pattern.compile("^Duplicate key \"([^:]+): [^,]*\" violates", Pattern.DOTALL);

    private static final Pattern CHECK =
            Pattern.compile("CHECK\\(\\(\\('((?:[^']|'')*)' IS NULL\\) OR ", Pattern.DOTALL);
    private static final Pattern LIMIT =
            Pattern.compile(
                    "CHECK\\(\\((?:octet_)?length\\((\"(?:[^\"]|\"\")*\"|\\w+)\\) <= \\d+\\)\\)$");

    /** How RE2 begins what it says of a regular expression (re2/re2.cc, regexp.cc). */
    private static final Pattern PATTERN =
            Pattern.compile(
                    "(missing [\\])]|unexpected \\)|trailing \\\\|no argument for repetition|"
                            + "bad repetition operator|invalid (escape sequence|character class|"
                            + "perl operator|repetition size|named capture group|UTF-8))");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    @Override
    public Fault fault(SQLException exception) {
        Matcher told = CLASS.matcher(String.valueOf(exception.getMessage()));
        if (exception instanceof SQLTimeoutException) {
            return Fault.of(Kind.TIMEOUT, "The statement was interrupted.");
        }
        if (!told.find()) {
            return Fault.of(Kind.OTHER, firstLine(String.valueOf(exception.getMessage())));
        }
        String sentence = told.group(2);
        String small = sentence.toLowerCase(Locale.ROOT);
        if (PATTERN.matcher(sentence).lookingAt()) {
            String wrong = "invalid regular expression: " + firstLine(sentence);
            return new Fault(Kind.INVALID_VALUE, null, null, wrong, "2201B", null);
        }
        return switch (told.group(1).toLowerCase(Locale.ROOT).strip()) {
            case "constraint" -> constraint(sentence);
            case "conversion" ->
                    Fault.of(
                            small.contains(" is out of range")
                                            || small.contains(" to decimal(")
                                                    && small.startsWith("could not cast")
                                    ? Kind.OUT_OF_RANGE
                                    : Kind.INVALID_VALUE,
                            bare(sentence));
            case "out of range" -> Fault.of(Kind.OUT_OF_RANGE, bare(sentence));
            case "invalid input" ->
                    Fault.of(
                            small.contains("read-only") ? Kind.READ_ONLY : Kind.INVALID_VALUE,
                            firstLine(sentence));
            case "parser" -> Fault.of(Kind.SYNTAX, firstLine(sentence));
            case "catalog" ->
                    Fault.of(
                            small.contains("does not exist")
                                    ? Kind.UNKNOWN_OBJECT
                                    : small.contains("write-write conflict")
                                            ? Kind.CONFLICT
                                            : Kind.OTHER,
                            firstLine(sentence));
            case "binder" ->
                    Fault.of(
                            small.contains("not found") || small.contains("does not have a column")
                                    ? Kind.UNKNOWN_OBJECT
                                    : Kind.SYNTAX,
                            firstLine(sentence));
            case "permission" -> Fault.of(Kind.NOT_ALLOWED, firstLine(sentence));
            case "transactioncontext", "transaction" ->
                    Fault.of(
                            small.contains("conflict") || small.startsWith("failed to commit")
                                    ? Kind.CONFLICT
                                    : Kind.OTHER,
                            bare(sentence));
            case "interrupt" -> Fault.of(Kind.TIMEOUT, firstLine(sentence));
            case "io", "connection" -> Fault.of(Kind.UNREACHABLE, firstLine(sentence));
            default -> Fault.of(Kind.OTHER, firstLine(sentence));
        };
    }

    private static Fault constraint(String sentence) {
        if (sentence.startsWith("NOT NULL")) {
            String column = SqlToken.of(sentence).getLast().text();
            return new Fault(Kind.NOT_NULL, null, column, sentence);
        }
        if (sentence.startsWith("CHECK")) {
            Matcher limit = LIMIT.matcher(sentence);
            if (limit.find()) {
                String column = DuckDbInspector.plain(limit.group(1));
                return new Fault(Kind.TOO_LONG, null, column, "The value is too long: " + column);
            }
            String name = group(CHECK, sentence);
            return new Fault(
                    Kind.CHECK,
                    name == null ? null : name.replace("''", "'"),
                    null,
                    "CHECK constraint failed" + (name == null ? "" : ": " + name));
        }
        if (sentence.contains("foreign key")) {
            return Fault.of(Kind.FOREIGN_KEY, "A foreign key is violated.");
        }
        if (sentence.startsWith("PRIMARY KEY or UNIQUE")) {
            // Two rows of one statement are alike; which key they have in common is not told.
            return Fault.of(Kind.UNIQUE, "Duplicate key");
        }
        if (sentence.startsWith("Duplicate key")) {
            String column = group(KEY, sentence);
            return new Fault(
                    Kind.UNIQUE,
                    null,
                    column,
                    "Duplicate key" + (column == null ? "" : ": " + column));
        }
        return Fault.of(Kind.OTHER, bare(sentence));
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Without the values that stand in quotes or after "value". */
    private static String bare(String sentence) {
        return QUOTED.matcher(firstLine(sentence))
                .replaceAll("…")
                .replaceAll("(?i)\\bvalue \\S+", "value …");
    }

    private static String firstLine(String sentence) {
        int end = sentence.indexOf('\n');
        return end < 0 ? sentence : sentence.substring(0, end);
    }
}
