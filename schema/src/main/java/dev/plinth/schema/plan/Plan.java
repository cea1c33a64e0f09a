package dev.plinth.schema.plan;

import dev.plinth.schema.problem.Problem;

import java.util.List;

/**
 * What will be run to bring a database to a model: this, or nothing.
 *
 * @param dialect name of the database product
 * @param online whether it lets those who work with the tables wait as little as the database
 *     allows; each statement commits by itself then
 * @param fingerprint of the structure the plan was made for; it is refused on any other
 * @param questions that somebody has to answer before it runs; the steps are those of no rename
 * @param notes what was found and is left alone
 */
public record Plan(
        String dialect,
        boolean online,
        String fingerprint,
        List<Step> steps,
        List<Question> questions,
        List<Problem> notes) {
    public Plan {
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
