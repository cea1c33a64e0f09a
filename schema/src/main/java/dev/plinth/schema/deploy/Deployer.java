package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.diff.Echoes;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.Quarantine;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Plan;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans what brings a database to a model, and runs such a plan. The plan that was shown is the
 * plan that runs, or nothing runs.
 */
public final class Deployer {
    static final String CANCELLED = "D207";

    private final Dialect dialect;
    private final ConnectionSource connections;
    private final List<String> schemas;
    private final Bookkeeping bookkeeping;

    /**
     * @param schemas the first is the default one; none means the connection's own
     */
    public Deployer(Dialect dialect, ConnectionSource connections, List<String> schemas) {
        this.dialect = dialect;
        this.connections = connections;
        this.schemas = List.copyOf(schemas);
        this.bookkeeping = new Bookkeeping(dialect);
    }

    /**
     * Compares a model with the database and asks the live data what stands in the way. Writes
     * nothing.
     *
     * @throws PlinthException when the database cannot be read
     */
    public Prepared prepare(Model model) {
        try (Connection connection = open()) {
            return prepare(model, connection);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    /**
     * Runs the plan that was shown.
     *
     * @param shown fingerprint of the plan that the user saw
     * @param allowed risks that the user agreed to
     * @return what was run
     * @throws PlinthException when the database or the model changed since, when consent is
     *     missing, when rows stand in the way, when another deployment runs, when a statement
     *     fails; its sentence says what state the database is in then
     */
    public Prepared deploy(Model model, String shown, Set<Risk> allowed, Progress progress) {
        return deploy(model, shown, allowed, Timeouts.DEFAULT, progress);
    }

    /** As {@link #deploy(Model, String, Set, Progress)}, waiting as long as is said. */
    public Prepared deploy(
            Model model, String shown, Set<Risk> allowed, Timeouts timeouts, Progress progress) {
        try (Connection work = open()) {
            Prepared first = checked(model, work, shown, allowed);
            Run run =
                    new Run(
                            Ids.fresh(),
                            first,
                            c -> checked(model, c, shown, allowed),
                            timeouts,
                            progress);
            bookkeeping.ensure(work);
            dialect.beforeDeployment(work);
            for (String sql : dialect.lockTimeout(timeouts.lock())) {
                Books.execute(work, sql);
            }
            return isOneTransaction(first.plan().steps().size())
                    ? inOneTransaction(run, work)
                    : stepByStep(run, work);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    /**
     * One run of a plan.
     *
     * @param first as it was checked before anything was locked
     * @param check makes and checks the plan again
     */
    record Run(String id, Prepared first, Check check, Timeouts timeouts, Progress progress) {
        /** Makes the plan again, which must be the one that was shown. */
        interface Check {
            Prepared of(Connection connection) throws SQLException;
        }

        Prepared checked(Connection connection) throws SQLException {
            return check.of(connection);
        }
    }

    /**
     * The model that the database was brought to before the last deployment, or before one that did
     * not reach its end: planning for it undoes that deployment, with what it had dropped.
     *
     * @return as it was lowered for this database; empty when nothing was deployed
     */
    public Optional<Model> previous() {
        try (Connection connection = open()) {
            List<Deployed> done = bookkeeping.done(connection, 2);
            if (done.isEmpty() && bookkeeping.unfinished(connection).isEmpty()) {
                return Optional.empty();
            }
            int back = bookkeeping.unfinished(connection).isEmpty() ? 1 : 0;
            return Optional.of(done.size() > back ? done.get(back).model() : Model.empty());
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    /** What was dropped by deployments and is kept in this database. */
    public List<Kept> kept() {
        try (Connection connection = open()) {
            return bookkeeping.kept().all(connection);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    /**
     * Drops what is kept, for good.
     *
     * @param numbers of what is to go
     * @throws PlinthException when there is no such number, or while a deployment runs
     */
    public void purge(Collection<Integer> numbers) {
        try (Connection connection = open()) {
            connection.setAutoCommit(!dialect.can(Capability.TRANSACTIONAL_DDL));
            List<Kept> kept = bookkeeping.kept().all(connection);
            List<Problem> unknown =
                    numbers.stream()
                            .filter(n -> kept.stream().noneMatch(k -> k.number() == n))
                            .map(
                                    n ->
                                            Problem.error(
                                                    "D213",
                                                    "",
                                                    "Nothing is kept under the number " + n + ".",
                                                    "List what is kept, and take its number."))
                            .toList();
            if (!unknown.isEmpty()) {
                throw new PlinthException(unknown);
            }
            if (isLocked(connection)) {
                throw running(null);
            }
            bookkeeping
                    .kept()
                    .purge(
                            connection,
                            kept.stream().filter(k -> numbers.contains(k.number())).toList());
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    private boolean isOneTransaction(int steps) {
        return dialect.can(Capability.TRANSACTIONAL_DDL)
                && steps <= dialect.mostStepsInTransaction();
    }

    private Prepared inOneTransaction(Run run, Connection work) throws SQLException {
        // Outside the transaction, so that a deployment whose process died is known of.
        bookkeeping.begin(work, run.id(), run.first().lowered(), run.first().plan().steps().size());
        work.setAutoCommit(false);
        boolean begun = false;
        try {
            lock(work);
            Prepared prepared = run.checked(work);
            begun = true;
            bookkeeping.closeInterrupted(work, run.id());
            PlanRunner runner = new PlanRunner(dialect, bookkeeping, run, work, work);
            runner.run(prepared);
            dialect.beforeCommit(work);
            runner.finish(verified(prepared, work));
            work.commit();
            return prepared;
        } catch (SQLException | RuntimeException e) {
            work.rollback();
            work.setAutoCommit(true);
            if (begun) {
                closed(work, run.id(), e);
            } else {
                bookkeeping.forget(work, run.id());
            }
            throw e;
        }
    }

    private Prepared stepByStep(Run run, Connection work) throws SQLException {
        try (Connection locked = open();
                Connection journal = open()) {
            locked.setAutoCommit(false);
            lock(locked);
            bookkeeping.kept().settle(journal);
            Prepared prepared = run.checked(work);
            bookkeeping.begin(
                    journal, run.id(), prepared.lowered(), prepared.plan().steps().size());
            bookkeeping.closeInterrupted(journal, run.id());
            PlanRunner runner = new PlanRunner(dialect, bookkeeping, run, work, journal);
            try {
                runner.run(prepared);
                runner.finish(verified(prepared, work));
            } catch (SQLException | RuntimeException e) {
                closed(journal, run.id(), e);
                throw e;
            }
            locked.rollback();
            return prepared;
        }
    }

    private void closed(Connection journal, String id, Exception failure) throws SQLException {
        boolean cancelled =
                failure instanceof PlinthException told
                        && told.problems().getFirst().code().equals(CANCELLED);
        bookkeeping.fail(
                journal,
                id,
                cancelled ? Bookkeeping.CANCELLED : Bookkeeping.FAILED,
                String.valueOf(failure.getMessage()));
    }

    private void lock(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute(bookkeeping.lockStatement());
        } catch (SQLException e) {
            throw running(e);
        }
    }

    private static PlinthException running(@Nullable SQLException cause) {
        Problem problem =
                Problem.error(
                        "D204",
                        "",
                        "Another deployment to this database is running.",
                        "Wait until it has ended, then plan again.");
        return cause == null
                ? new PlinthException(List.of(problem))
                : new PlinthException(problem, cause);
    }

    /** Whether somebody holds the lock at this moment. */
    private boolean isLocked(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            lock(connection);
            return false;
        } catch (PlinthException e) {
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }

    private Prepared checked(Model model, Connection work, String shown, Set<Risk> allowed)
            throws SQLException {
        Prepared prepared = prepare(model, work);
        if (!prepared.plan().fingerprint().equals(shown)) {
            throw PlinthException.of(
                    "D201",
                    "",
                    "The database or the model changed since this plan was made; nothing was run.",
                    "Plan again and read the new plan.");
        }
        List<Problem> refusals = new ArrayList<>();
        for (Step step : prepared.plan().steps()) {
            if (step.risk().needsConsent() && !allowed.contains(step.risk())) {
                refusals.add(
                        Problem.error(
                                "D202",
                                step.title(),
                                step.title() + " loses " + step.loss() + ".",
                                "Allow " + word(step.risk()) + " steps if that is meant."));
            }
        }
        prepared.findings().stream()
                .filter(f -> f.blocks())
                .forEach(
                        f ->
                                refusals.add(
                                        Problem.error(
                                                "D203",
                                                prepared.plan().steps().get(f.step() - 1).title(),
                                                "There are "
                                                        + f.count()
                                                        + " "
                                                        + f.preflight().question()
                                                        + ".",
                                                "Mend the rows, or give the column a backfill.")));
        if (!refusals.isEmpty()) {
            throw new PlinthException(refusals);
        }
        return prepared;
    }

    private static String word(Risk risk) {
        return switch (risk) {
            case SAFE -> "safe";
            case DATA_DEPENDENT -> "data-dependent";
            case LOSSY -> "lossy";
            case DESTRUCTIVE -> "destructive";
        };
    }

    private Prepared prepare(Model model, Connection connection) throws SQLException {
        Inspection inspection = dialect.inspector().inspect(connection, schemas);
        Deployed deployed = bookkeeping.deployed(connection);
        List<Unfinished> unfinished = bookkeeping.unfinished(connection);
        Interruption interruption = new Interruption(unfinished, inspection.model());
        Model lowered = Lowering.lower(model, dialect);
        Model adopted =
                Adoption.adopt(inspection.model(), interruption.renamed(deployed.model()), lowered);
        List<Kept> kept = bookkeeping.kept().all(connection);
        Model live = Quarantine.withReturning(adopted, lowered, kept);
        Set<String> owned = interruption.created();
        deployed.model().tables().forEach(t -> owned.add(t.id()));
        deployed.model().views().forEach(v -> owned.add(v.id()));
        Set<String> unfilled = interruption.unfilled();
        List<Step> steps = steps(lowered, live, deployed, owned, unfilled, kept, inspection);
        List<Problem> notes = new ArrayList<>(inspection.notes());
        if (!unfinished.isEmpty()) {
            boolean running =
                    unfinished.stream().anyMatch(Unfinished::isRunning)
                            && connection.getAutoCommit()
                            && isLocked(connection);
            notes.addAll(interruption.notes(steps, running, this::isOneTransaction));
        }
        String structure = Fingerprint.of(inspection.model());
        Plan plan = new Plan(dialect.name(), Fingerprint.of(structure, steps), steps, notes);
        List<dev.plinth.schema.plan.Finding> findings =
                new Preflighter(connection, dialect).findings(steps);
        return new Prepared(plan, lowered, live, deployed, findings);
    }

    private List<Step> steps(
            Model lowered,
            Model live,
            Deployed deployed,
            Set<String> owned,
            Set<String> unfilled,
            List<Kept> kept,
            Inspection inspection) {
        Model settled = Echoes.settle(lowered, live, deployed);
        List<Change> changes =
                Fills.added(
                        SchemaDiff.between(live, settled, owned, inspection.triggers(), dialect),
                        live,
                        settled,
                        unfilled);
        return Planner.steps(
                Quarantine.applied(changes, live, kept, dialect), live, settled, dialect);
    }

    /** Inspects what the plan has made of the database; there must be nothing left to do. */
    private Deployed verified(Prepared prepared, Connection work) throws SQLException {
        Model lowered = prepared.lowered();
        Inspection inspection = dialect.inspector().inspect(work, schemas);
        Model live = Adoption.adopt(inspection.model(), lowered, lowered);
        Deployed deployed = new Deployed(lowered, Echoes.texts(live));
        List<Step> left = steps(lowered, live, deployed, Set.of(), Set.of(), List.of(), inspection);
        if (!left.isEmpty()) {
            throw PlinthException.of(
                    "D205",
                    "",
                    "After the deployment the database still differs from the model: "
                            + String.join("; ", left.stream().map(Step::title).toList())
                            + ".",
                    "This is a fault of Plinth; please report it with the model.");
        }
        return deployed;
    }

    private Connection open() throws SQLException {
        Connection connection = connections.open();
        try {
            dialect.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
