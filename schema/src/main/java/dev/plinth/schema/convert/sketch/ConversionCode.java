package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.problem.ProblemCode;

/** What can be wrong with a description that is turned into a model. */
public enum ConversionCode implements ProblemCode {
    UNKNOWN_SOURCE("T001", "There is no such kind of description.", "Use one of the kinds named."),
    EMPTY("T002", "Nothing in the text describes a table.", "Check what kind of text it is."),
    SYNTAX("T003", "A line is not understood.", "Mend the line that is named."),
    UNKNOWN_WORD(
            "T004",
            "A word means nothing here and was passed over.",
            "Check its spelling, or leave it out."),
    UNKNOWN_TYPE(
            "T005",
            "A column has a type that is not known; it became text, or stays the database's own.",
            "Choose the type that is meant."),
    UNKNOWN_TABLE(
            "T006",
            "A relation leads to a table or column that is not described.",
            "Describe it as well, or leave the relation out."),
    DUPLICATE("T007", "A table or column is there twice.", "Rename or remove one of the two."),
    LEFT_OUT(
            "T008",
            "Something was left out because a model does not hold it.",
            "Add it to the database by hand if it is needed."),
    RAGGED(
            "T009",
            "Lines have more or fewer values than there are columns.",
            "Check the separator and the quotes."),
    UNSAID(
            "T010",
            "Something of a model cannot be said in the language of the other tool.",
            "Change what is named, or use another tool."),
    HOSTILE(
            "T011",
            "A file is larger inside than it may be, or holds what no such file needs.",
            "Check where it comes from.");

    private final String code;
    private final String meaning;
    private final String remedy;

    ConversionCode(String code, String meaning, String remedy) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** The problem in a line, counted from 1. */
    public Problem error(int line, String message) {
        return Problem.error(code, "line " + line, message, remedy);
    }

    /** What does not stand in the way, in a line counted from 1. */
    public Problem warning(int line, String message) {
        return Problem.warning(code, "line " + line, message, remedy);
    }
}
