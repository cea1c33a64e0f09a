package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the statements of a plan and keeps the journal. */
final class PlanRunner {
    private final Dialect dialect;
    private final Bookkeeping bookkeeping;
    private final Deployer.Run run;
    private final Connection work;
    private final Connection journal;

    /**
     * @param journal another connection than {@code work} where a step commits by itself, so that
     *     the journal tells the truth after a crash; the same one where all is one transaction
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
    }

    void run(Prepared prepared) throws SQLException {
        run.progress().starting(prepared.plan().steps());
        for (Step step : prepared.plan().steps()) {
            if (run.progress().isCancelled()) {
                throw Faults.cancelled(step.title(), false, null, isUndone());
            }
            run(step);
        }
    }

    private void run(Step step) throws SQLException {
        run.progress().running(step);
        bookkeeping.beginStep(journal, run.id(), step);
        bookkeeping.kept().before(journal, step.change());
        long start = System.nanoTime();
        try (Statement statement = work.createStatement()) {
            statement.setQueryTimeout((int) run.timeouts().statement().toSeconds());
            for (String sql : step.sql()) {
                if (run.progress().isCancelled()) {
                    throw cancelled(step, null);
                }
                if (!isUndone() && !sql.equals(step.sql().getFirst())) {
                    bookkeeping.beginStatement(journal, run.id(), step.number(), sql);
                }
                dialect.awaitOthers(work, run.timeouts().lock());
                String filled = dialect.filled(work, sql);
                long rows = watched(statement, filled);
                while (step.repeated() && rows > 0) {
                    if (run.progress().isCancelled()) {
                        throw cancelled(step, null);
                    }
                    rows = watched(statement, filled);
                }
            }
        } catch (SQLException e) {
            if (run.watch().hasStopped()) {
                throw cancelled(step, e);
            }
            if (!isUndone()) {
                bookkeeping.endStep(journal, run.id(), step.number(), Bookkeeping.FAILED);
            }
            throw Faults.running(dialect, step.title(), e, isUndone());
        }
        bookkeeping.kept().after(journal, step.change());
        bookkeeping.endStep(journal, run.id(), step.number(), Bookkeeping.DONE);
        run.progress().finished(step, (System.nanoTime() - start) / 1_000_000);
    }

    private PlinthException cancelled(Step step, @Nullable SQLException cause) throws SQLException {
        if (!isUndone()) {
            bookkeeping.endStep(journal, run.id(), step.number(), Bookkeeping.CANCELLED);
        }
        return Faults.cancelled(step.title(), true, cause, isUndone());
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
        bookkeeping.finish(work, run.id(), deployed);
    }

    /** Whether a failure takes all steps back. */
    private boolean isUndone() {
        return work == journal;
    }
}
