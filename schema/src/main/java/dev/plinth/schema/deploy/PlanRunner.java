package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Runs the statements of a plan and keeps the journal. */
final class PlanRunner {
    private final Dialect dialect;
    private final Bookkeeping bookkeeping;
    private final Connection work;
    private final Connection journal;
    private final Progress progress;
    private final String id = UUID.randomUUID().toString();

    /**
     * @param journal another connection than {@code work} where a step commits by itself, so that
     *     the journal tells the truth after a crash; the same one where all is one transaction
     */
    PlanRunner(
            Dialect dialect,
            Bookkeeping bookkeeping,
            Connection work,
            Connection journal,
            Progress progress) {
        this.dialect = dialect;
        this.bookkeeping = bookkeeping;
        this.work = work;
        this.journal = journal;
        this.progress = progress;
    }

    void run(Prepared prepared) throws SQLException {
        bookkeeping.begin(journal, id);
        progress.starting(prepared.plan().steps());
        for (Step step : prepared.plan().steps()) {
            if (progress.isCancelled()) {
                bookkeeping.fail(journal, id, "cancelled", "");
                throw PlinthException.of(
                        "D207",
                        step.title(),
                        "The deployment was cancelled before \"" + step.title() + "\".",
                        isUndone()
                                ? "Everything was rolled back."
                                : "The steps before it are done and stay.");
            }
            run(step);
        }
    }

    private void run(Step step) throws SQLException {
        progress.running(step);
        bookkeeping.beginStep(
                journal, id, step.number(), step.title(), String.join(";\n", step.sql()));
        long start = System.nanoTime();
        try (Statement statement = work.createStatement()) {
            for (String sql : step.sql()) {
                execute(statement, sql);
            }
        } catch (SQLException e) {
            PlinthException failure = Faults.running(dialect, step.title(), e, isUndone());
            if (!isUndone()) {
                bookkeeping.endStep(journal, id, step.number(), "failed");
                bookkeeping.fail(journal, id, "failed", String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
        bookkeeping.endStep(journal, id, step.number(), "done");
        progress.finished(step, (System.nanoTime() - start) / 1_000_000);
    }

    /** Down to the last result: SQL Server tells what failed late in a batch only when asked. */
    private static void execute(Statement statement, String sql) throws SQLException {
        boolean rows = statement.execute(sql);
        while (rows || statement.getUpdateCount() >= 0) {
            rows = statement.getMoreResults();
        }
    }

    void finish(Deployed deployed) throws SQLException {
        bookkeeping.finish(journal, id, deployed);
    }

    /** Whether a failure takes all steps back. */
    private boolean isUndone() {
        return dialect.can(Capability.TRANSACTIONAL_DDL);
    }
}
