package dev.plinth.app.cli;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.ProblemCode;

/** What can be wrong with a command itself. */
enum CommandCode implements ProblemCode {
    USAGE("C001", "The command line is not understood.", "--help after the command tells how."),
    NO_DRIVER(
            "C002",
            "There is no JDBC driver for the database.",
            "Put its jar into the folder \"drivers\" beside plinth or in the home folder."),
    NOT_CONFIRMED(
            "C003",
            "The plan was not agreed to; nothing was run.",
            "Add --yes, or run the command on a terminal and answer its question."),
    WRONG_DATABASE(
            "C004",
            "The plan was made for another database product.",
            "Plan again for this database."),
    NO_DATABASE("C005", "There is no database file at this place.", "Check the path in the URL."),
    NOTHING_TO_UNDO(
            "C006",
            "Nothing was deployed to this database, so there is nothing to undo.",
            "Check the URL and the schema."),
    FAILED(
            "C099",
            "Plinth failed in a way that nobody thought of.",
            "Set PLINTH_TRACE=1 to see where, and please report it.");

    private final String code;
    private final String meaning;
    private final String remedy;

    CommandCode(String code, String meaning, String remedy) {
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

    PlinthException because(String message, String hint) {
        return PlinthException.of(code, "", message, hint);
    }

    PlinthException because(String message) {
        return PlinthException.of(code, "", message, remedy);
    }
}
