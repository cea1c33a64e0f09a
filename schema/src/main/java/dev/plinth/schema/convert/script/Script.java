package dev.plinth.schema.convert.script;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.plan.Preflight;
import dev.plinth.schema.plan.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Steps that a tool will run, one version of a database to the next.
 *
 * @param version as the tool counts: {@code 2}, {@code 2.1}
 * @param title of the version; empty to take it from the steps
 */
public record Script(Dialect dialect, List<Step> steps, String version, String title) {
    public Script {
        steps = List.copyOf(steps);
        title = title.isBlank() ? titleOf(steps) : title;
    }

    private static String titleOf(List<Step> steps) {
        boolean creates = steps.stream().allMatch(s -> s.change() instanceof Change.CreateTable);
        return steps.size() == 1
                ? steps.getFirst().title()
                : creates ? "Create tables" : "Change tables";
    }

    /** The title as part of a file's name. */
    String fileTitle() {
        String words =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_+|_+$", "");
        return words.isEmpty() ? "change" : words.substring(0, Math.min(words.length(), 80));
    }

    /** Whether all steps can stand or fall together. */
    boolean isTransaction() {
        return dialect.can(Capability.TRANSACTIONAL_DDL)
                && steps.size() <= dialect.mostStepsInTransaction()
                && steps.stream().allMatch(s -> isTransaction(s.change()));
    }

    /** Whether the statements of a change can be part of a transaction. */
    boolean isTransaction(Change change) {
        return dialect.can(Capability.TRANSACTIONAL_DDL)
                && !dialect.statements().standsOutside(change)
                && !dialect.statements().endsTransaction(change);
    }

    /** Whether a step changes nothing that would have to be taken back. */
    static boolean leavesNothing(Step step) {
        return step.change() instanceof Change.FillColumn;
    }

    /** What a reader must know about a step, each line a comment in SQL. */
    static List<String> heading(Step step) {
        List<String> lines = new ArrayList<>();
        lines.add("-- " + step.number() + ". " + line(step.title()));
        if (!step.loss().isEmpty()) {
            lines.add("-- Lost: " + line(step.loss()));
        }
        step.preflights().stream()
                .filter(Preflight::blocking)
                .forEach(p -> lines.add("-- Fails when there are " + line(p.question())));
        return lines;
    }

    static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
