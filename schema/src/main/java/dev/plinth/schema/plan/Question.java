package dev.plinth.schema.plan;

import dev.plinth.schema.diff.Answers.Pair;
import dev.plinth.schema.model.TableName;

import java.util.List;

/**
 * Whether something is the same under another name. Nothing recorded tells, and either guess could
 * lose data; so somebody has to say.
 *
 * @param on the table, as the database names it
 * @param from the old name, of a column without its table
 * @param why it may be a rename: a part of a sentence
 * @param owned whether the old one is dropped if it is no rename; else it is left alone
 */
public record Question(Kind kind, TableName on, String from, String to, String why, boolean owned) {
    /** What may have been renamed. */
    public enum Kind {
        TABLE,
        COLUMN
    }

    /**
     * One of the two answers.
     *
     * @param answer a word for programs
     * @param title what it does, in words
     * @param option of the command line that gives it
     */
    public record Answer(String answer, String title, String option) {}

    /** What an answer is about. */
    public Pair pair() {
        return new Pair(kind == Kind.TABLE ? from : on + "." + from, to);
    }

    /** "Is customer.fax renamed to telefax?" */
    public String sentence() {
        return "Is " + pair().from() + " renamed to " + to + "?";
    }

    public List<Answer> answers() {
        return List.of(
                new Answer("rename", "rename " + from + " to " + to, "--rename " + pair()),
                new Answer(
                        owned ? "dropAndAdd" : "leaveAndAdd",
                        (owned ? "drop " + from : "leave " + from + " alone")
                                + (kind == Kind.TABLE ? " and create " : " and add ")
                                + to,
                        "--no-rename " + pair()));
    }
}
