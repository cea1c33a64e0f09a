package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.diff.Echoes;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Plan;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans what brings a database to a model, and runs such a plan. The plan that was shown is the
 * plan that runs, or nothing runs.
 */
public final class Deployer {
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
        try (Connection work = open()) {
            checked(model, work, shown, allowed);
            bookkeeping.ensure(work);
            dialect.beforeDeployment(work);
            return dialect.can(Capability.TRANSACTIONAL_DDL)
                    ? inOneTransaction(work, model, shown, allowed, progress)
                    : stepByStep(work, model, shown, allowed, progress);
        } catch (SQLException e) {
            throw Faults.reading(dialect, e);
        }
    }

    private Prepared inOneTransaction(
            Connection work, Model model, String shown, Set<Risk> allowed, Progress progress)
            throws SQLException {
        work.setAutoCommit(false);
        try {
            lock(work);
            Prepared prepared = checked(model, work, shown, allowed);
            PlanRunner runner = new PlanRunner(dialect, bookkeeping, work, work, progress);
            runner.run(prepared);
            dialect.beforeCommit(work);
            runner.finish(verified(prepared, work));
            work.commit();
            return prepared;
        } catch (SQLException | RuntimeException e) {
            work.rollback();
            throw e;
        }
    }

    private Prepared stepByStep(
            Connection work, Model model, String shown, Set<Risk> allowed, Progress progress)
            throws SQLException {
        try (Connection locked = open();
                Connection journal = open()) {
            locked.setAutoCommit(false);
            lock(locked);
            bookkeeping.closeInterrupted(journal);
            Prepared prepared = checked(model, work, shown, allowed);
            PlanRunner runner = new PlanRunner(dialect, bookkeeping, work, journal, progress);
            runner.run(prepared);
            runner.finish(verified(prepared, work));
            locked.rollback();
            return prepared;
        }
    }

    private void lock(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute(bookkeeping.lockStatement());
        } catch (SQLException e) {
            throw new PlinthException(
                    Problem.error(
                            "D204",
                            "",
                            "Another deployment to this database is running.",
                            "Wait until it has ended, then plan again."),
                    e);
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
        Model lowered = Lowering.lower(model, dialect);
        Model live = Adoption.adopt(inspection.model(), deployed.model(), lowered);
        List<Step> steps = steps(lowered, live, deployed, inspection);
        String structure = Fingerprint.of(inspection.model());
        Plan plan =
                new Plan(
                        dialect.name(),
                        Fingerprint.of(structure, steps),
                        steps,
                        inspection.notes());
        List<dev.plinth.schema.plan.Finding> findings =
                new Preflighter(connection, dialect).findings(steps);
        return new Prepared(plan, lowered, live, deployed, findings);
    }

    private List<Step> steps(Model lowered, Model live, Deployed deployed, Inspection inspection) {
        Model settled = Echoes.settle(lowered, live, deployed);
        Set<String> owned = new HashSet<>();
        deployed.model().tables().forEach(t -> owned.add(t.id()));
        deployed.model().views().forEach(v -> owned.add(v.id()));
        return Planner.steps(
                SchemaDiff.between(live, settled, owned, inspection.triggers(), dialect),
                live,
                settled,
                dialect);
    }

    /** Inspects what the plan has made of the database; there must be nothing left to do. */
    private Deployed verified(Prepared prepared, Connection work) throws SQLException {
        Model lowered = prepared.lowered();
        Inspection inspection = dialect.inspector().inspect(work, schemas);
        Model live = Adoption.adopt(inspection.model(), lowered, lowered);
        Deployed deployed = new Deployed(lowered, Echoes.texts(live));
        List<Step> left = steps(lowered, live, deployed, inspection);
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
