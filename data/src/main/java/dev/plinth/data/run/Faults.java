package dev.plinth.data.run;

import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Errors.Fault;
import java.sql.SQLException;

/** What a database refused, as an answer in its caller's words: no SQL, no values of other rows. */
public final class Faults {
    private Faults() {}

    public static Refusal refusal(Catalog catalog, SQLException exception) {
        Fault fault = catalog.dialect().errors().fault(exception);
        Refusal refusal =
                switch (fault.kind()) {
                    case UNIQUE ->
                            new Refusal(
                                    Reason.DUPLICATE,
                                    "duplicate key value violates unique constraint"
                                            + named(fault.constraint()));
                    case FOREIGN_KEY ->
                            new Refusal(
                                    Reason.REFERENCE,
                                    "insert, update or delete violates foreign key constraint"
                                            + named(fault.constraint()));
                    case NOT_NULL ->
                            new Refusal(
                                    Reason.REQUIRED,
                                    "null value in column"
                                            + named(fault.column())
                                            + " violates not-null constraint");
                    case CHECK ->
                            new Refusal(
                                    Reason.CHECK,
                                    "new row violates check constraint"
                                            + named(fault.constraint()));
                    case TOO_LONG -> new Refusal(Reason.TOO_LONG, fault.detail());
                    case OUT_OF_RANGE -> new Refusal(Reason.OUT_OF_RANGE, fault.detail());
                    case INVALID_VALUE -> new Refusal(Reason.INVALID_TEXT, fault.detail());
                    case UNKNOWN_OBJECT ->
                            new Refusal(
                                    Reason.UNKNOWN_OPERATOR,
                                    fault.detail(),
                                    null,
                                    "The database may have been changed since it was last read.");
                    case NOT_ALLOWED -> new Refusal(Reason.NOT_ALLOWED, fault.detail());
                    case WRONG_PASSWORD, UNREACHABLE ->
                            new Refusal(
                                    Reason.UNREACHABLE,
                                    "Database connection error. Retrying the connection.");
                    case TIMEOUT ->
                            new Refusal(
                                    Reason.CANCELLED,
                                    "canceling statement due to statement timeout",
                                    null,
                                    "Ask for less, or for fewer rows at a time.");
                    case CONFLICT ->
                            new Refusal(
                                    Reason.CONFLICT,
                                    "Another request changed the same rows at the same time",
                                    null,
                                    "Try again.");
                    case READ_ONLY -> new Refusal(Reason.READ_ONLY, fault.detail());
                    case SYNTAX, OTHER -> new Refusal(Reason.DATABASE, fault.detail());
                };
        return refusal.causedBy(exception);
    }

    private static String named(@org.jspecify.annotations.Nullable String name) {
        return name == null ? "" : " \"" + name + "\"";
    }
}
