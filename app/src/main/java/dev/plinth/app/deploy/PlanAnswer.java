package dev.plinth.app.deploy;

import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plan as people read it.
 *
 * @param id what has to be sent back to run exactly this
 * @param questions that have to be answered before it runs
 * @param consent the risks that somebody has to agree to
 * @param blocked whether rows stand in the way
 */
record PlanAnswer(
        String id,
        long revision,
        String dialect,
        String fingerprint,
        boolean empty,
        List<StepAnswer> steps,
        List<QuestionAnswer> questions,
        List<ProblemAnswer.Entry> notes,
        List<String> consent,
        boolean blocked) {

    record StepAnswer(
            int number,
            String kind,
            String title,
            String on,
            String risk,
            CostAnswer cost,
            String loss,
            List<String> sql,
            List<String> reverse,
            List<PreflightAnswer> preflights) {}

    /** What the step does to the rows, who waits meanwhile, and how fewer would. */
    record CostAnswer(String work, String blocks, String instead) {
        static CostAnswer of(Cost cost) {
            return new CostAnswer(word(cost.work()), word(cost.blocks()), cost.instead());
        }
    }

    record PreflightAnswer(String question, long count, boolean blocking, List<String> examples) {
        static PreflightAnswer of(Finding finding) {
            return new PreflightAnswer(
                    finding.preflight().question(),
                    finding.count(),
                    finding.preflight().blocking(),
                    finding.examples());
        }
    }

    /**
     * @param rename what {@code renamed} or {@code notRenamed} has to say in the next request
     */
    record QuestionAnswer(
            String kind,
            String on,
            String from,
            String to,
            String why,
            String rename,
            List<Question.Answer> answers) {
        static QuestionAnswer of(Question question) {
            return new QuestionAnswer(
                    question.kind().name().toLowerCase(Locale.ROOT),
                    question.on().toString(),
                    question.from(),
                    question.to(),
                    question.why(),
                    question.pair().toString(),
                    question.answers());
        }
    }

    /** With why the plan was not rehearsed, if it was not. */
    PlanAnswer with(Optional<Problem> note) {
        List<ProblemAnswer.Entry> all = new ArrayList<>(notes);
        all.addAll(ProblemAnswer.entries(note.stream().toList()));
        return new PlanAnswer(
                id, revision, dialect, fingerprint, empty, steps, questions, all, consent, blocked);
    }

    static PlanAnswer of(long revision, Prepared prepared) {
        var plan = prepared.plan();
        return new PlanAnswer(
                plan.fingerprint(),
                revision,
                plan.dialect(),
                plan.fingerprint(),
                plan.isEmpty(),
                plan.steps().stream().map(step -> step(step, prepared.findings())).toList(),
                plan.questions().stream().map(QuestionAnswer::of).toList(),
                ProblemAnswer.entries(plan.notes()),
                prepared.consentNeeded().stream().map(PlanAnswer::word).sorted().toList(),
                prepared.isBlocked());
    }

    private static StepAnswer step(Step step, List<Finding> findings) {
        return new StepAnswer(
                step.number(),
                kind(step.change()),
                step.title(),
                step.change().on().toString(),
                word(step.risk()),
                CostAnswer.of(step.cost()),
                step.loss(),
                step.sql(),
                step.reverse(),
                findings.stream()
                        .filter(finding -> finding.step() == step.number())
                        .map(PreflightAnswer::of)
                        .toList());
    }

    /** {@code AddColumn} is {@code addColumn}. */
    private static String kind(Change change) {
        String name = change.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
