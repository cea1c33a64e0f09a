package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.Errors;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The driver gives no SQLSTATE, and its error code only tells classes apart; the word that opens
 * its message tells more. SQLite never puts values of rows into a message.
 */
final class SqliteErrors implements Errors {
    private static final Pattern FORM =
            Pattern.compile("\\[(SQLITE_\\w+)]\\s*(?:[^(]*\\((.*)\\)|(.*))", Pattern.DOTALL);

    /** {@code UNIQUE constraint failed: customer.email} with several columns after commas. */
    private static final Pattern COLUMN =
            Pattern.compile("constraint failed: [^,.]+\\.([^,.]+)", Pattern.DOTALL);

    /** {@code UNIQUE constraint failed: index 'customer_lower_email'}. */
    private static final Pattern INDEX = Pattern.compile("constraint failed: index '(.*)'");

    /** How the driver begins what a function of ours refused. */
    private static final String OURS = "^java\\.sql\\.SQLException: ";

    private static final Pattern CHECK =
            Pattern.compile("CHECK constraint failed: (.*)", Pattern.DOTALL);

    @Override
    public Fault fault(SQLException exception) {
        String message = String.valueOf(exception.getMessage());
        Matcher form = FORM.matcher(message);
        if (!form.matches()) {
            return Fault.of(bySqlState(exception.getSQLState()), message);
        }
        String told =
                (form.group(2) == null ? form.group(3) : form.group(2)).replaceFirst(OURS, "");
        if (told.startsWith("invalid regular expression")) {
            return new Fault(Kind.INVALID_VALUE, null, null, told, "2201B", null);
        }
        Kind kind = kind(form.group(1), told);
        return new Fault(kind, constraint(kind, told), column(told), told);
    }

    /** Of what Plinth's own code found, which has one. */
    private static Kind bySqlState(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "22018" -> Kind.INVALID_VALUE;
            case "23503" -> Kind.FOREIGN_KEY;
            default -> Kind.OTHER;
        };
    }

    private static Kind kind(String code, String told) {
        return switch (code) {
            case "SQLITE_CONSTRAINT_UNIQUE",
                    "SQLITE_CONSTRAINT_PRIMARYKEY",
                    "SQLITE_CONSTRAINT_ROWID" ->
                    Kind.UNIQUE;
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> Kind.FOREIGN_KEY;
            case "SQLITE_CONSTRAINT_NOTNULL" -> Kind.NOT_NULL;
            case "SQLITE_CONSTRAINT_CHECK", "SQLITE_CONSTRAINT_TRIGGER" -> Kind.CHECK;
            case "SQLITE_CONSTRAINT_DATATYPE", "SQLITE_MISMATCH" -> Kind.INVALID_VALUE;
            case "SQLITE_TOOBIG" -> Kind.TOO_LONG;
            case "SQLITE_AUTH", "SQLITE_PERM" -> Kind.NOT_ALLOWED;
            case "SQLITE_INTERRUPT" -> Kind.TIMEOUT;
            case "SQLITE_ERROR" -> other(told.toLowerCase(Locale.ROOT));
            default -> byFamily(code);
        };
    }

    private static Kind byFamily(String code) {
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return Kind.CONFLICT;
        }
        if (code.equals("SQLITE_READONLY_DBMOVED")) {
            // The file was moved or removed while it was open (sqlite.org/rescode.html).
            return Kind.UNREACHABLE;
        }
        if (code.startsWith("SQLITE_READONLY")) {
            return Kind.READ_ONLY;
        }
        if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_NOTADB")) {
            return Kind.UNREACHABLE;
        }
        return Kind.OTHER;
    }

    private static Kind other(String told) {
        if (told.contains("no such ") || told.contains("has no column named")) {
            return Kind.UNKNOWN_OBJECT;
        }
        if (told.contains("syntax error") || told.contains("incomplete input")) {
            return Kind.SYNTAX;
        }
        if (told.contains("integer overflow")) {
            return Kind.OUT_OF_RANGE;
        }
        if (told.contains("is not ")) {
            return Kind.INVALID_VALUE;
        }
        return Kind.OTHER;
    }

    private static @Nullable String constraint(Kind kind, String told) {
        Matcher found = (kind == Kind.CHECK ? CHECK : INDEX).matcher(told);
        return found.find() ? found.group(1) : null;
    }

    /** Only if it is the only one. */
    private static @Nullable String column(String told) {
        Matcher found = COLUMN.matcher(told);
        return found.find() && found.end() == told.length() ? found.group(1) : null;
    }
}
