package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.diff.Echoes;
import dev.plinth.schema.diff.GoneView;
import dev.plinth.schema.diff.Heirs;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.Moves;
import dev.plinth.schema.diff.Quarantine;
import dev.plinth.schema.diff.RemadeViews;
import dev.plinth.schema.diff.Returning;
import dev.plinth.schema.diff.SaidRenames;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.diff.StaleViews;
import dev.plinth.schema.diff.Trust;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.plan.Plan;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Questions;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the plan that brings a database to a model, from what the database is now. */
final class Preparation {
    private final Dialect dialect;
    private final List<String> schemas;
    private final Bookkeeping bookkeeping;
    private final DeploymentLock lock;
    private final boolean online;

    Preparation(
            Dialect dialect,
            List<String> schemas,
            Bookkeeping bookkeeping,
            DeploymentLock lock,
            boolean online) {
        this.dialect = dialect;
        this.schemas = List.copyOf(schemas);
        this.bookkeeping = bookkeeping;
        this.lock = lock;
        this.online = online && dialect.onlineStatements().isPresent();
    }

    /** Whether a plan of these steps is run as a whole or not at all. */
    boolean isOneTransaction(List<Step> steps) {
        return isInTransactions(steps) && steps.size() <= dialect.mostStepsInTransaction();
    }

    /** Whether each of these steps can be taken back with others. */
    boolean isInTransactions(List<Step> steps) {
        return !online
                && dialect.can(Capability.TRANSACTIONAL_DDL)
                && steps.stream().noneMatch(s -> dialect.statements().endsTransaction(s.change()));
    }

    /**
     * What a database is, and what Plinth knows of it: all that a plan is made from but its rows.
     */
    record Found(
            Inspection inspection,
            Deployed deployed,
            List<Unfinished> unfinished,
            List<Kept> kept) {}

    Found found(Connection connection) throws SQLException {
        return new Found(
                dialect.inspector().inspect(connection, schemas),
                bookkeeping.deployed(connection),
                bookkeeping.unfinished(connection),
                bookkeeping.kept().all(connection));
    }

    Prepared prepare(Model model, Answers answers, Found found, Connection connection, Watch watch)
            throws SQLException {
        Inspection inspection = found.inspection();
        Deployed deployed = found.deployed();
        List<Unfinished> unfinished = found.unfinished();
        List<Kept> kept = found.kept();
        Interruption interruption = new Interruption(unfinished, inspection.model());
        Model lowered = Lowering.lower(model, dialect);
        Model before = interruption.renamed(deployed.model());
        Model adopted =
                seen(SaidRenames.adopt(inspection.model(), before, lowered, answers), before);
        GoneViews views =
                new GoneViews(
                        journal(lowered, adopted, unfinished, connection), inspection.model());
        Leftovers leftovers = new Leftovers(inspection.unready(), interruption, views);
        Model whole = Returning.withTables(adopted, lowered, kept);
        Model live = leftovers.without(whole);
        lowered = Heirs.of(live, lowered, inspection.heirs()).wanted();
        Set<String> owned = interruption.created();
        deployed.model().tables().forEach(t -> owned.add(t.id()));
        deployed.model().views().forEach(v -> owned.add(v.id()));
        Past past =
                new Past(
                        owned,
                        interruption.unfilled(),
                        interruption.unreturned(),
                        leftovers.drops(whole),
                        views.gone(),
                        kept);
        List<Step> steps = steps(lowered, live, deployed, past, inspection);
        List<Problem> notes = new ArrayList<>(inspection.notes());
        notes.addAll(Moves.of(live, lowered, dialect).notes());
        List<Change> changes = steps.stream().map(Step::change).toList();
        notes.addAll(StaleViews.among(changes, live, lowered, dialect));
        notes.addAll(RemadeViews.lost(changes, dialect));
        notes.addAll(Returning.notes(lowered, live, kept, dialect));
        if (!unfinished.isEmpty()) {
            boolean running =
                    unfinished.stream().anyMatch(Unfinished::isRunning)
                            && connection.getAutoCommit()
                            && lock.isTaken(connection);
            if (!running && connection.getAutoCommit()) {
                dialect.afterInterruption(connection);
            }
            notes.addAll(
                    interruption.notes(steps, running, dialect.can(Capability.TRANSACTIONAL_DDL)));
        }
        String structure = Fingerprint.of(inspection.model());
        List<Question> questions =
                Questions.open(live, lowered, deployed.model(), owned, kept, answers);
        Plan plan =
                new Plan(
                        dialect.name(),
                        online,
                        Fingerprint.of(structure, steps),
                        steps,
                        questions,
                        notes);
        return withFindings(
                new Prepared(plan, lowered, live, deployed, List.of()), connection, watch);
    }

    /** Views that come are looked for in the whole journal: they may be known there. */
    private List<Unfinished.Begun> journal(
            Model wanted, Model live, List<Unfinished> unfinished, Connection connection)
            throws SQLException {
        return wanted.views().stream()
                        .allMatch(w -> live.views().stream().anyMatch(v -> v.id().equals(w.id())))
                ? unfinished.stream().flatMap(u -> u.steps().stream()).toList()
                : bookkeeping.stepsOnViews(connection);
    }

    /** Asks the rows, which may be others by now. */
    Prepared withFindings(Prepared prepared, Connection connection, Watch watch)
            throws SQLException {
        return new Prepared(
                prepared.plan(),
                prepared.lowered(),
                prepared.live(),
                prepared.deployed(),
                new Preflighter(connection, dialect, watch).findings(prepared.plan().steps()));
    }

    private Model seen(Model live, Model deployed) {
        return Trust.in(deployed, live, dialect.inspector().unseen());
    }

    /**
     * What earlier deployments left behind.
     *
     * @param owned ids of the tables and views that Plinth made
     * @param unfilled ids of columns that were added and not filled before an interruption
     * @param unreturned ids of columns that are stored again and did not get back before an
     *     interruption what they held
     * @param leftovers what an interrupted one made for itself, to be dropped first
     * @param gone views that were dropped, with what they had
     * @param kept what is kept aside
     */
    private record Past(
            Set<String> owned,
            Set<String> unfilled,
            Set<String> unreturned,
            List<Change> leftovers,
            List<GoneView> gone,
            List<Kept> kept) {
        static final Past NONE =
                new Past(Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of());
    }

    private List<Step> steps(
            Model lowered, Model live, Deployed deployed, Past past, Inspection inspection) {
        Model filled =
                Returning.withValues(
                        Echoes.settle(lowered, live, deployed),
                        live,
                        past.kept,
                        past.unfilled,
                        dialect);
        Moves moves = Moves.of(live, filled, dialect);
        Heirs handed = Heirs.of(live, moves.wanted(), inspection.heirs());
        Model settled = handed.wanted();
        List<Change> changes = new ArrayList<>(past.leftovers);
        changes.addAll(
                SchemaDiff.between(
                        withMade(handed.live(), deployed),
                        settled,
                        past.owned,
                        inspection.triggers(),
                        dialect));
        changes =
                Fills.added(
                        RemadeViews.of(changes, lowered, inspection.belongings(), past.gone),
                        live,
                        settled,
                        past.unfilled);
        return Planner.steps(
                Quarantine.applied(changes, live, settled, past.kept, past.unreturned, dialect),
                live,
                moves,
                dialect,
                inspection.version(),
                online);
    }

    /** What was made for tables is seen by an inspection only as long as they need it. */
    private static Model withMade(Model live, Deployed deployed) {
        List<Need> needs = new ArrayList<>(live.origin().needs());
        needs.addAll(deployed.model().origin().needs());
        return new Model(
                live.tables(),
                live.views(),
                live.choices(),
                new Origin(live.origin().dialect(), needs));
    }

    /** Inspects what the plan has made of the database; there must be nothing left to do. */
    Deployed verified(Prepared prepared, Connection work) throws SQLException {
        Model lowered = prepared.lowered();
        Inspection inspection = dialect.inspector().inspect(work, schemas);
        Model live = seen(Adoption.adopt(inspection.model(), lowered, lowered), lowered);
        Deployed deployed = new Deployed(lowered, Echoes.texts(live));
        List<Step> left = steps(lowered, live, deployed, Past.NONE, inspection);
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
}
