package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.Constraints.Held;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.model.Check;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a database refused, as an answer in its caller's words: no SQL, no values of other rows. */
public final class Faults {
    private static final int SEARCH_SECONDS = 5;
    private static final String CHANGED = "The database may have changed since it was last read.";
    private final VisibleCatalog visible;
    private final Constraints constraints;
    private final Attempt attempt;
    private final Fault fault;

    private Faults(VisibleCatalog visible, Attempt attempt, Fault fault) {
        this.visible = visible;
        this.constraints = new Constraints(visible);
        this.attempt = attempt;
        this.fault = fault;
    }

    /**
     * The refusal that an exception means.
     *
     * @param visible what the caller may be told of
     * @param connections for a question to the database, should it not tell what was broken
     */
    public static Refusal refusal(
            VisibleCatalog visible,
            Caller caller,
            Connections connections,
            Attempt attempt,
            SQLException exception) {
        Refusal unanswered = unanswered(exception);
        if (unanswered != null) {
            return unanswered.causedBy(exception);
        }
        Fault fault = visible.catalog().dialect().errors().fault(exception);
        if (FaultSearch.helps(fault, attempt)) {
            try (Session session =
                    Session.open(
                            connections,
                            visible.catalog().dialect(),
                            new Cancellation(),
                            SEARCH_SECONDS)) {
                fault = new FaultSearch(session, visible.catalog(), caller).named(fault, attempt);
            } catch (SQLException e) {
                exception.addSuppressed(e);
            }
        }
        return new Faults(visible, attempt, fault).refusal().causedBy(exception);
    }

    /**
     * As the other, found out within the transaction that was refused something where that can go
     * on: nobody else sees what it wrote before.
     */
    public static Refusal refusal(
            WriteContext context,
            Connections connections,
            Attempt attempt,
            SQLException exception) {
        try {
            return refusal(context, attempt, exception);
        } catch (SQLException e) {
            return refusal(context.visible(), context.caller(), connections, attempt, exception);
        }
    }

    /**
     * As the other, for a transaction that can go on.
     *
     * @throws SQLException if it cannot
     */
    static Refusal refusal(WriteContext context, Attempt attempt, SQLException exception)
            throws SQLException {
        Refusal unanswered = unanswered(exception);
        if (unanswered != null) {
            return unanswered.causedBy(exception);
        }
        Fault fault = context.dialect().errors().fault(exception);
        if (FaultSearch.helps(fault, attempt)) {
            fault =
                    new FaultSearch(context.session(), context.catalog(), context.caller())
                            .named(fault, attempt);
        }
        return new Faults(context.visible(), attempt, fault).refusal().causedBy(exception);
    }

    /** Why there was no answer from the database at all; null if there was. */
    private static @Nullable Refusal unanswered(SQLException exception) {
        return switch (exception) {
            case BusyException _ ->
                    new Refusal(
                            Reason.BUSY,
                            "All connections to the database are in use",
                            null,
                            "Nothing was done. Try again in a moment.");
            case UnreachableException _ -> unreachable("Nothing was done. Try again in a moment.");
            case UnknownOutcomeException _ ->
                    new Refusal(
                            Reason.UNKNOWN_OUTCOME,
                            "The database went away while it was to keep what was written",
                            null,
                            "It may have been written, or not. Look before you send it again; with"
                                    + " an Idempotency-Key it can be sent again as it is.");
            default -> null;
        };
    }

    private static Refusal unreachable(String hint) {
        return new Refusal(Reason.UNREACHABLE, "The database cannot be reached", null, hint);
    }

    private Refusal refusal() {
        return attempt.place().isEmpty() ? ofFault() : ofFault().at(attempt.place());
    }

    private Refusal ofFault() {
        if (fault.raised() != null) {
            return RaisedRefusal.of(fault.state(), fault.raised());
        }
        return switch (fault.kind()) {
            case UNIQUE -> unique();
            case FOREIGN_KEY -> relation();
            case NOT_NULL -> notNull();
            case CHECK -> check();
            case TOO_LONG -> new Refusal(Reason.TOO_LONG, fault.detail());
            case OUT_OF_RANGE -> new Refusal(Reason.OUT_OF_RANGE, fault.detail());
            case INVALID_VALUE -> byState(Reason.INVALID_TEXT, null);
            case UNKNOWN_OBJECT -> byState(Reason.UNKNOWN_OPERATOR, isOperation() ? null : CHANGED);
            case NOT_ALLOWED -> new Refusal(Reason.NOT_ALLOWED, fault.detail());
            case WRONG_PASSWORD, UNREACHABLE ->
                    unreachable("Nothing was written. Try again in a moment.");
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
            case SYNTAX, OTHER -> byState(Reason.DATABASE, null);
        };
    }

    /** Whether no name of ours was unknown, but an operator or a function for values of a type. */
    private boolean isOperation() {
        return fault.state().equals("42883") || fault.state().equals("42704");
    }

    /** By the database's own code, where it tells one that says more. */
    private Refusal byState(Reason reason, @Nullable String hint) {
        return fault.state().isEmpty()
                ? new Refusal(reason, fault.detail(), null, hint)
                : new Refusal(
                        fault.state(),
                        StateStatus.of(fault.state()),
                        fault.detail(),
                        null,
                        hint,
                        null);
    }

    private Refusal unique() {
        CatalogTable table = attempt.table();
        List<CatalogColumn> columns =
                table == null ? null : constraints.unique(table, fault.constraint());
        if (columns == null && table != null) {
            columns = told(table);
        }
        return new Refusal(
                Reason.DUPLICATE,
                "duplicate key value violates unique constraint" + constraint(),
                columns == null || !columns.stream().allMatch(this::knows)
                        ? null
                        : "Key " + key(columns) + " already exists.",
                null);
    }

    /** The name of the constraint, if the caller may be told. */
    private String constraint() {
        return named(" ", constraints.told(fault, attempt.table()));
    }

    /** Whether the caller knows of a column of the table that is written. */
    private boolean knows(CatalogColumn column) {
        VisibleTable table = attempt.table() == null ? null : visible.known(attempt.table());
        return table != null && table.knows(column);
    }

    /** The columns that the database named in place of the constraint. */
    private @Nullable List<CatalogColumn> told(CatalogTable table) {
        CatalogColumn column = fault.column() == null ? null : table.column(fault.column());
        return column == null ? null : List.of(column);
    }

    private Refusal relation() {
        CatalogTable table = attempt.table();
        Held held = table == null ? null : constraints.relation(table, fault.constraint());
        CatalogTable target = held == null ? null : constraints.target(held.relation());
        String constraint = constraint();
        if (table == null || held == null || target == null || !constraints.knows(held)) {
            return new Refusal(
                    Reason.REFERENCE,
                    attempt.deletes()
                            ? "delete violates foreign key constraint"
                                    + constraint
                                    + ": other rows still refer to the row"
                            : "insert or update violates foreign key constraint"
                                    + constraint
                                    + ": a row is referred to that does not exist, or other rows"
                                    + " still refer to the row");
        }
        boolean refersToNothing = held.table() == table && !attempt.deletes();
        if (refersToNothing) {
            return new Refusal(
                    Reason.REFERENCE,
                    "insert or update on table \""
                            + table.name()
                            + "\" violates foreign key constraint"
                            + constraint,
                    "Key "
                            + key(Constraints.columns(table, held.relation().columns()))
                            + " is not present in table \""
                            + target.name()
                            + "\".",
                    null);
        }
        return new Refusal(
                Reason.REFERENCE,
                "update or delete on table \""
                        + table.name()
                        + "\" violates foreign key constraint"
                        + constraint
                        + " on table \""
                        + held.table().name()
                        + "\"",
                "Key "
                        + key(Constraints.columns(target, held.relation().targetColumns()))
                        + " is still referenced from table \""
                        + held.table().name()
                        + "\".",
                null);
    }

    private Refusal notNull() {
        CatalogTable table = attempt.table();
        return new Refusal(
                Reason.REQUIRED,
                "null value in column"
                        + named(" ", isToldOf(fault.column()) ? fault.column() : null)
                        + (table == null ? "" : " of relation \"" + table.name() + "\"")
                        + " violates not-null constraint",
                failingRow(),
                null);
    }

    private boolean isToldOf(@Nullable String name) {
        CatalogTable table = attempt.table();
        CatalogColumn column = table == null || name == null ? null : table.column(name);
        return column == null ? constraints.hidesNothing() : knows(column);
    }

    private Refusal check() {
        CatalogTable table = attempt.table();
        Check check = table == null ? null : constraints.check(table, fault.constraint());
        String message =
                check != null && !check.message().isEmpty()
                        ? check.message()
                        : "new row"
                                + (table == null ? "" : " for relation \"" + table.name() + "\"")
                                + " violates check constraint"
                                + constraint();
        return new Refusal(Reason.CHECK, message, failingRow(), null);
    }

    /** {@code (a, b)=(1, 2)}, the values only if the caller sent them. */
    private String key(List<CatalogColumn> columns) {
        String names =
                columns.stream()
                        .map(CatalogColumn::name)
                        .collect(Collectors.joining(", ", "(", ")"));
        WriteRow row = attempt.onlyRow();
        List<Object> values = row == null ? null : row.key(columns);
        if (values == null) {
            return names;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.add(columns.get(i).type().format(values.get(i)));
        }
        return names + "=(" + String.join(", ", texts) + ")";
    }

    /** The row as the caller knows it, if it is no more than what the caller sent. */
    private @Nullable String failingRow() {
        CatalogTable table = attempt.table();
        WriteRow row = attempt.onlyRow();
        if (table == null || row == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (CatalogColumn column : table.columns().stream().filter(this::knows).toList()) {
            Stored stored = row.values().get(column);
            // Without its key it is a change of a row, of which the rest is not known.
            if (stored == null && (column.hasDefault() || column.isKey())) {
                return null;
            }
            Object value = stored == null ? null : stored.value();
            texts.add(value == null ? "null" : column.type().format(Objects.requireNonNull(value)));
        }
        return "Failing row contains (" + String.join(", ", texts) + ").";
    }

    private static String named(String before, @Nullable String name) {
        return name == null ? "" : before + "\"" + name + "\"";
    }
}
