package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.plan.Step;

import java.util.List;

/**
 * Reads batches one after the other as SQL Server would, remembers what they make, and tells what
 * its documentation says it would refuse, each with the number of the error. It knows the
 * statements that Plinth writes and refuses all others.
 */
public final class TSqlJudge {
    private final TSqlState state = new TSqlState();
    private final TSqlRules rules = new TSqlRules(state);
    private final TSqlStatements statements = new TSqlStatements(state, rules);
    private final TSqlBlocks blocks = new TSqlBlocks(state, rules, statements);

    /** What is wrong with the batches that make a model, then another one of it. */
    public static List<String> problems(Model before, Model after) {
        TSqlJudge judge = new TSqlJudge();
        Dialect dialect = new SqlServerDialect();
        ModelSteps.between(Model.empty(), before, dialect).forEach(judge::accept);
        ModelSteps.between(before, after, dialect).forEach(judge::accept);
        return judge.problems();
    }

    private void accept(Step step) {
        step.sql().forEach(this::accept);
    }

    List<String> problems() {
        return state.problems;
    }

    void accept(String text) {
        state.begin(text);
        TSqlWords.of(text).forEach(state::problem);
        TSqlQueries.bare(text).forEach(c -> state.problem("4145: no condition: " + c));
        try {
            if (text.startsWith("DECLARE ")) {
                blocks.run(text);
            } else {
                statements.run(text);
            }
        } catch (IllegalArgumentException e) {
            state.problem(String.valueOf(e.getMessage()));
        }
    }
}
