package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

/** Runs the statements of a plan and keeps the journal. */
final class PlanRunner {
    private final Dialect dialect;
    private final Bookkeeping bookkeeping;
    private final Deployer.Run run;
    private final Connection work;
    private final Connection journal;
    private final NewTables fresh;
    private final GivenBack given;

    /**
     * @param journal another connection than {@code work} for steps that commit by themselves, so
     *     that the journal tells the truth after a crash
     */
    PlanRunner(
            Dialect dialect,
            Bookkeeping bookkeeping,
            Deployer.Run run,
            Connection work,
            Connection journal) {
        this.dialect = dialect;
        this.bookkeeping = bookkeeping;
        this.run = run;
        this.work = work;
        this.journal = journal;
        this.fresh = new NewTables(dialect.sendsAtOnce() ? run.first().plan().steps() : List.of());
        this.given = new GivenBack(dialect, work, run.progress()::told);
    }

    /** Runs steps that commit by themselves; the journal tells of each before it is begun. */
    void run(List<Step> steps) throws SQLException {
        for (Step step : steps) {
            run(step, Together.NONE, journal);
        }
    }

    /** Runs steps within a transaction. The journal is part of it, as nobody sees it before. */
    void run(List<Step> steps, Together together) throws SQLException {
        for (List<Step> batch : fresh.batches(steps)) {
            if (batch.size() == 1 || together == Together.ALL || !isSent(batch)) {
                for (Step step : batch) {
                    run(step, together, work);
                }
            }
        }
        bookkeeping.steps(work, run.id(), steps);
    }

    /**
     * Sends the statements of many steps of a long plan at once. If one of them fails nothing is
     * left of all, and they are to be run one by one to find out which.
     */
    private boolean isSent(List<Step> batch) throws SQLException {
        Together together = Together.SOME;
        if (run.progress().isCancelled()) {
            throw Faults.cancelled(batch.getFirst().title(), false, null, together);
        }
        long start = System.nanoTime();
        Savepoint before = work.setSavepoint();
        try (Statement statement = work.createStatement()) {
            dialect.limit(statement, (int) run.timeouts().statement().toSeconds());
            for (Step step : batch) {
                for (String sql : step.sql()) {
                    statement.addBatch(sql);
                }
            }
            run.watch().over(statement, statement::executeBatch);
        } catch (SQLException e) {
            if (run.watch().hasStopped()) {
                throw cancelled(batch.getFirst(), e, together);
            }
            takeBack(before, batch.getFirst(), e);
            return false;
        }
        work.releaseSavepoint(before);
        long each = (System.nanoTime() - start) / 1_000_000 / batch.size();
        for (Step step : batch) {
            run.progress().running(step);
            run.progress().finished(step, each);
        }
        return true;
    }

    private void takeBack(Savepoint before, Step step, SQLException cause) {
        try {
            work.rollback(before);
        } catch (SQLException lost) {
            cause.addSuppressed(lost);
            throw Faults.running(dialect, step.title(), cause, Together.SOME);
        }
    }

    private void run(Step step, Together together, Connection books) throws SQLException {
        boolean isAlone = together == Together.NONE;
        if (run.progress().isCancelled()) {
            throw Faults.cancelled(step.title(), false, null, together);
        }
        run.progress().running(step);
        if (isAlone) {
            bookkeeping.beginStep(books, run.id(), step);
        }
        bookkeeping.kept().before(books, step.change());
        long start = System.nanoTime();
        try (Statement statement = work.createStatement()) {
            dialect.limit(statement, (int) run.timeouts().statement().toSeconds());
            for (String sql : step.sql()) {
                if (run.progress().isCancelled()) {
                    throw cancelled(step, null, together);
                }
                if (isAlone && !sql.equals(step.sql().getFirst())) {
                    bookkeeping.beginStatement(books, run.id(), step.number(), sql);
                }
                dialect.awaitOthers(work, run.timeouts().lock());
                if (given.settled(step.change(), sql, () -> watched(statement, sql))) {
                    continue;
                }
                String filled = dialect.filled(work, sql);
                long rows = watched(statement, filled);
                while (step.repeated() && rows > 0) {
                    if (run.progress().isCancelled()) {
                        throw cancelled(step, null, together);
                    }
                    rows = watched(statement, filled);
                }
            }
        } catch (SQLException e) {
            if (run.watch().hasStopped()) {
                throw cancelled(step, e, together);
            }
            if (isAlone) {
                bookkeeping.endStep(books, run.id(), step.number(), Bookkeeping.FAILED);
            }
            throw Faults.running(dialect, step.title(), e, together);
        }
        bookkeeping.kept().after(books, step.change());
        if (isAlone) {
            bookkeeping.endStep(books, run.id(), step.number(), Bookkeeping.DONE);
        }
        run.progress().finished(step, (System.nanoTime() - start) / 1_000_000);
    }

    private PlinthException cancelled(Step step, @Nullable SQLException cause, Together together)
            throws SQLException {
        if (together == Together.NONE) {
            bookkeeping.endStep(journal, run.id(), step.number(), Bookkeeping.CANCELLED);
        }
        return Faults.cancelled(step.title(), true, cause, together);
    }

    private long watched(Statement statement, String sql) throws SQLException {
        return run.watch().over(statement, () -> execute(statement, sql));
    }

    /**
     * Down to the last result: SQL Server tells what failed late in a batch only when asked.
     *
     * @return the rows that were touched
     */
    private static long execute(Statement statement, String sql) throws SQLException {
        long touched = 0;
        boolean rows = statement.execute(sql);
        while (rows || statement.getUpdateCount() >= 0) {
            touched += Math.max(0, statement.getUpdateCount());
            rows = statement.getMoreResults();
        }
        return touched;
    }

    /** Where the work was done: once it is told, it must be on disk. */
    void finish(Deployed deployed) throws SQLException {
        bookkeeping.kept().finish(work, deployed.model());
        bookkeeping.finish(work, run.id(), deployed.echoes());
    }
}
