package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.sql.Connection;
import java.sql.SQLException;
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

    /**
     * So many steps of a plan that is too long for one transaction are run in one: few enough that
     * nobody waits long for what they lock.
     */
    private static final int TOGETHER = 100;

    private final Dialect dialect;
    private final ConnectionSource connections;
    private final List<String> schemas;
    private final Bookkeeping bookkeeping;
    private final DeploymentLock lock;
    private final Preparation preparation;

    /**
     * @param schemas the first is the default one; none means the connection's own
     */
    public Deployer(Dialect dialect, ConnectionSource connections, List<String> schemas) {
        this(dialect, connections, schemas, false);
    }

    private Deployer(
            Dialect dialect, ConnectionSource connections, List<String> schemas, boolean online) {
        this.dialect = dialect;
        this.connections = connections;
        this.schemas = List.copyOf(schemas);
        this.bookkeeping = new Bookkeeping(dialect);
        this.lock = new DeploymentLock(bookkeeping);
        this.preparation = new Preparation(dialect, schemas, bookkeeping, lock, online);
    }

    /**
     * One whose plans let readers and writers wait as little as the database allows. Each statement
     * commits by itself then.
     */
    public Deployer online() {
        return new Deployer(dialect, connections, schemas, true);
    }

    /**
     * Compares a model with the database and asks the live data what stands in the way. Writes
     * nothing.
     *
     * @throws PlinthException when the database cannot be read
     */
    public Prepared prepare(Model model) {
        return prepare(model, Answers.NONE);
    }

    /**
     * As {@link #prepare(Model)}, with what people said about probable renames.
     *
     * @throws PlinthException when the database cannot be read, or a rename is not possible
     */
    public Prepared prepare(Model model, Answers answers) {
        try (Connection connection = open();
                Watch watch = new Watch(Progress.SILENT)) {
            return preparation.prepare(
                    model, answers, preparation.found(connection), connection, watch);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    /**
     * Tries a plan on empty tables of the same structure, which are gone afterwards.
     *
     * @return why it could not be tried; empty when all went well
     * @throws PlinthException with the statement that the database refused and what it said
     */
    public Optional<Problem> rehearse(Prepared prepared) {
        List<Kept> kept = kept();
        Preparation inside =
                new Preparation(dialect, List.of(), bookkeeping, lock, prepared.plan().online());
        try {
            return new Rehearsal(dialect, this::open, inside).run(prepared, kept);
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
        return deploy(model, Consent.to(shown, allowed), Timeouts.DEFAULT, progress);
    }

    /** As {@link #deploy(Model, String, Set, Progress)}, waiting as long as is said. */
    public Prepared deploy(Model model, Consent consent, Timeouts timeouts, Progress progress) {
        try (Connection work = open();
                Watch watch = new Watch(progress)) {
            return deploy(model, consent, timeouts, progress, work, watch);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    private Prepared deploy(
            Model model,
            Consent consent,
            Timeouts timeouts,
            Progress progress,
            Connection work,
            Watch watch)
            throws SQLException {
        try {
            Preparation.Found found = preparation.found(work);
            Prepared first =
                    checked(
                            preparation.prepare(model, consent.answers(), found, work, watch),
                            consent);
            Run run =
                    new Run(
                            Ids.fresh(),
                            first,
                            c -> checked(again(model, consent, found, first, c, watch), consent),
                            timeouts,
                            progress,
                            watch);
            bookkeeping.ensure(work);
            dialect.beforeDeployment(work);
            for (String sql : dialect.lockTimeout(timeouts.lock())) {
                Books.execute(work, sql);
            }
            return preparation.isOneTransaction(first.plan().steps())
                    ? inOneTransaction(run, work)
                    : stepByStep(run, work);
        } catch (SQLException e) {
            if (watch.hasStopped()) {
                throw Faults.cancelled(e);
            }
            throw e;
        }
    }

    /**
     * One run of a plan.
     *
     * @param first as it was checked before anything was locked
     * @param check makes and checks the plan again
     * @param watch stops what runs when the deployment is cancelled
     */
    record Run(
            String id,
            Prepared first,
            Check check,
            Timeouts timeouts,
            Progress progress,
            Watch watch) {
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
     * not reach its end: planning for it undoes that deployment, with what it had dropped. One that
     * the database took back by itself does not count.
     *
     * @return as it was lowered for this database; empty when nothing was deployed
     */
    public Optional<Model> previous() {
        try (Connection connection = open()) {
            List<Deployed> done = bookkeeping.done(connection, 2);
            boolean begun =
                    bookkeeping.unfinished(connection).stream().anyMatch(u -> !u.steps().isEmpty());
            if (done.isEmpty() && !begun) {
                return Optional.empty();
            }
            int back = begun ? 0 : 1;
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
            if (lock.isTaken(connection)) {
                throw DeploymentLock.taken(null);
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

    private Prepared inOneTransaction(Run run, Connection work) throws SQLException {
        // Outside the transaction, so that a deployment whose process died is known of.
        bookkeeping.begin(work, run.id(), run.first().lowered(), run.first().plan().steps().size());
        work.setAutoCommit(false);
        boolean begun = false;
        try {
            lock.take(work);
            Prepared prepared = run.checked(work);
            begun = true;
            if (!prepared.lowered().equals(run.first().lowered())) {
                bookkeeping.aim(work, run.id(), prepared.lowered());
            }
            Overlooked overlooked = Overlooked.by(work, dialect, prepared);
            bookkeeping.closeInterrupted(work, run.id());
            PlanRunner runner = new PlanRunner(dialect, bookkeeping, run, work, work);
            run.progress().starting(prepared.plan().steps());
            runner.run(prepared.plan().steps(), Together.ALL);
            dialect.beforeCommit(work);
            if (!overlooked.isEmpty()) {
                try (Connection other = open()) {
                    overlooked.check(other);
                }
            }
            runner.finish(preparation.verified(prepared, work));
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
            lock.take(locked);
            dialect.prepareJournal(journal);
            try {
                return stepByStep(run, work, journal);
            } finally {
                lock.release(locked);
            }
        }
    }

    private Prepared stepByStep(Run run, Connection work, Connection journal) throws SQLException {
        bookkeeping.kept().settle(journal);
        Prepared prepared = run.checked(work);
        bookkeeping.begin(journal, run.id(), prepared.lowered(), prepared.plan().steps().size());
        bookkeeping.closeInterrupted(journal, run.id());
        PlanRunner runner = new PlanRunner(dialect, bookkeeping, run, work, journal);
        try {
            List<Step> steps = prepared.plan().steps();
            run.progress().starting(steps);
            if (preparation.isInTransactions(steps)) {
                for (int from = 0; from < steps.size(); from += TOGETHER) {
                    List<Step> some = steps.subList(from, Math.min(steps.size(), from + TOGETHER));
                    together(runner, some, work);
                }
            } else {
                runner.run(steps);
            }
            runner.finish(preparation.verified(prepared, work));
        } catch (SQLException | RuntimeException e) {
            closed(journal, run.id(), e);
            throw e;
        }
        return prepared;
    }

    /** In one transaction: the journal of many is written at once, and so are their commits. */
    private void together(PlanRunner runner, List<Step> steps, Connection work)
            throws SQLException {
        work.setAutoCommit(false);
        try {
            runner.run(steps, Together.SOME);
            dialect.beforeCommit(work);
            work.commit();
        } catch (SQLException | RuntimeException e) {
            work.rollback();
            throw e;
        } finally {
            work.setAutoCommit(true);
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

    /** Where nothing has changed the plan is the same, and only the rows are asked once more. */
    private Prepared again(
            Model model,
            Consent consent,
            Preparation.Found before,
            Prepared first,
            Connection connection,
            Watch watch)
            throws SQLException {
        Preparation.Found now = preparation.found(connection);
        return now.equals(before)
                ? preparation.withFindings(first, connection, watch)
                : preparation.prepare(model, consent.answers(), now, connection, watch);
    }

    private static Prepared checked(Prepared prepared, Consent consent) {
        if (!prepared.plan().fingerprint().equals(consent.shown())) {
            throw PlinthException.of(
                    "D201",
                    "",
                    "The database or the model changed since this plan was made; nothing was run.",
                    "Plan again and read the new plan.");
        }
        Refusals.check(prepared, consent.allowed());
        return prepared;
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
