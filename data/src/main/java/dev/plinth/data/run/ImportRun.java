package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.ImportColumn;
import dev.plinth.data.plan.ImportProblems;
import dev.plinth.data.plan.ImportProblems.Problem;
import dev.plinth.data.plan.ImportRow;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.rule.Validations;
import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the rows of an import, many at once. When the database refuses them, halves of them are
 * tried, down to the single rows that it will not have.
 */
public final class ImportRun {
    private static final int MOST_OVERTAKEN = 3;
    private final WriteContext context;
    private final VisibleTable visible;
    private final CatalogTable table;
    private final List<ImportColumn> columns;
    private final List<String> quoted;
    private final List<CatalogColumn> by;
    private final boolean merges;
    private final ImportProblems problems;
    private final Validations validations;
    private final @Nullable Bulk bulk;
    private long inserted;
    private long updated;

    /**
     * @param by the columns by which a row that exists already is known; none to insert all rows
     * @param merges whether such a row gets the new values, rather than being left alone
     */
    public ImportRun(
            WriteContext context,
            VisibleTable visible,
            List<ImportColumn> columns,
            List<CatalogColumn> by,
            boolean merges,
            ImportProblems problems) {
        this.context = context;
        this.visible = visible;
        this.table = visible.table();
        this.columns = List.copyOf(columns);
        this.quoted = columns.stream().map(c -> c.column().quoted()).toList();
        this.by = List.copyOf(by);
        this.merges = merges;
        this.problems = problems;
        this.validations =
                Validations.touchedBy(
                        context.rules().of(table),
                        table,
                        columns.stream().map(c -> c.column().name()).toList());
        Set<CatalogColumn> touched =
                Set.copyOf(columns.stream().map(ImportColumn::column).toList());
        boolean isPlain =
                visible.ruleFor(Action.CREATE, touched) == null
                        && context.rules().of(table).triggersOf(Event.INSERT).isEmpty()
                        && by.isEmpty()
                        && !columns.isEmpty()
                        && !table.isView();
        this.bulk = isPlain ? context.dialect().bulk().filter(this::loads).orElse(null) : null;
    }

    /** COPY stores numbers of rows that an INSERT would refuse. */
    private boolean loads(Bulk candidate) {
        return columns.stream()
                .map(ImportColumn::column)
                .allMatch(
                        c ->
                                candidate.loads(c.type())
                                        && c.model().identity() != Identity.ALWAYS
                                        && c.representation().fromJson() == null);
    }

    public long inserted() {
        return inserted;
    }

    public long updated() {
        return updated;
    }

    /**
     * Writes rows, but for those that are refused, which are noted.
     *
     * @throws SQLException when the database can go on with none
     */
    public void write(List<ImportRow> rows) throws SQLException {
        List<ImportRow> valid =
                new LinkRun(context, columns)
                        .resolve(rows, problems).stream().filter(this::isValid).toList();
        if (!valid.isEmpty()) {
            attempt(valid);
        }
    }

    private boolean isValid(ImportRow row) {
        List<Problem> wrong = new ArrayList<>();
        if (by.isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                CatalogColumn column = columns.get(i).column();
                Stored value = row.value(i);
                boolean lacks =
                        value == null
                                ? column.mustBeGiven()
                                : value.value() == null && isNeverNull(column);
                if (lacks) {
                    wrong.add(
                            new Problem(
                                    columns.get(i).name(),
                                    new Refusal(
                                            Reason.REQUIRED,
                                            "null value in column \""
                                                    + column.name()
                                                    + "\" of relation \""
                                                    + table.name()
                                                    + "\" violates not-null constraint")));
                }
            }
        }
        if (!validations.isEmpty()) {
            validations.check(
                    row.asWrite(columns).byName(),
                    (names, refusal) -> wrong.add(new Problem(names, refusal)));
        }
        if (!wrong.isEmpty()) {
            problems.add(row.number(), row.line(), wrong);
        }
        return wrong.isEmpty();
    }

    /** Some databases number a row that is given NULL. */
    private static boolean isNeverNull(CatalogColumn column) {
        return column.model().required() && column.model().identity() == null;
    }

    private void attempt(List<ImportRow> rows) throws SQLException {
        Savepoint mark = context.session().mark();
        try {
            load(rows, mark);
            if (mark != null) {
                context.session().forget(mark);
            }
        } catch (SQLException | Refusal e) {
            if (mark == null || isOver(e)) {
                throw e;
            }
            context.session().backTo(mark);
            if (rows.size() > 1) {
                int middle = rows.size() / 2;
                attempt(rows.subList(0, middle));
                attempt(rows.subList(middle, rows.size()));
            } else {
                refuse(rows.getFirst(), e);
            }
        }
    }

    private void load(List<ImportRow> rows, @Nullable Savepoint mark) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                load(rows);
                return;
            } catch (OvertakenException e) {
                if (mark == null || tries == MOST_OVERTAKEN) {
                    throw e.refusal();
                }
                context.session().backTo(mark);
            }
        }
    }

    private void load(List<ImportRow> rows) throws SQLException {
        // A single row goes the ordinary way: what that takes is taken.
        if (bulk != null && rows.size() > 1 && rows.stream().allMatch(ImportRow::isWholeAndPlain)) {
            context.session()
                    .load(bulk, table.quoted(), quoted, rows.size(), (r, c) -> text(rows, r, c));
            inserted += rows.size();
            return;
        }
        List<WriteRow> writes = rows.stream().map(r -> r.asWrite(columns)).toList();
        Written written =
                by.isEmpty()
                        ? new InsertRun(context, visible).write(writes, false)
                        : new UpsertRun(context, visible, by, merges).write(writes);
        inserted += written.inserted();
        updated += written.affected() - written.inserted();
    }

    private @Nullable String text(List<ImportRow> rows, int row, int column) {
        Object value = Objects.requireNonNull(rows.get(row).value(column)).value();
        return value == null ? null : columns.get(column).column().type().format(value);
    }

    /** Whether the transaction came to its end, whatever row it was about. */
    private boolean isOver(Exception e) {
        if (!(e instanceof SQLException sql)) {
            return false;
        }
        Kind kind = context.dialect().errors().fault(sql).kind();
        return kind == Kind.CONFLICT || kind == Kind.UNREACHABLE || kind == Kind.TIMEOUT;
    }

    private void refuse(ImportRow row, Exception e) throws SQLException {
        Refusal refusal =
                e instanceof Refusal known
                        ? known
                        : Faults.refusal(
                                context,
                                new Attempt(table, false, List.of(row.asWrite(columns))),
                                (SQLException) e);
        problems.add(row.number(), row.line(), List.of(new Problem("", refusal)));
    }
}
