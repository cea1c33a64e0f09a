package dev.plinth.schema.expression;

import dev.plinth.schema.problem.ProblemCode;

/** What can be wrong with an expression. */
public enum ExpressionCode implements ProblemCode {
    SYNTAX(
            "E001",
            "The text cannot be read as CEL.",
            "Mend what stands at the place that is named."),
    TOO_COMPLEX(
            "E002", "The expression is too long or too deeply nested.", "Split it into several."),
    NOT_SUPPORTED(
            "E003",
            "CEL has it, Plinth's expressions do not: maps, macros, unsigned numbers.",
            "Say it in another way."),
    UNKNOWN_COLUMN("E004", "The table has no such column.", "Check the name."),
    UNKNOWN_NAME("E005", "There is no such function or variable.", "Check the name."),
    WRONG_OPERAND(
            "E006",
            "An operator or function was given operands it cannot work on.",
            "Give it values of the types that the message names."),
    WRONG_COUNT(
            "E007",
            "A function was given too few or too many operands.",
            "Give it as many as the message says."),
    INVALID_CONSTANT(
            "E008",
            "A constant is none of its type, such as date('tomorrow').",
            "Write it as the message shows."),
    WRONG_RESULT(
            "E009",
            "The result is not a condition, or not a value of the column.",
            "Compare it with something, or convert it."),
    NO_OLD_ROW("E010", "old is used where there is no earlier row.", "Use it in triggers only."),
    PATTERN(
            "E011",
            "A pattern uses what not every database and browser understands alike.",
            "Use letters, classes, repetition and alternatives only."),
    WHOLE_DIVISION(
            "E012",
            "Whole numbers are divided; the result is cut to a whole number.",
            "Write one of them with a point if that is not meant."),
    NOT_IN_DATABASE(
            "E013",
            "A database cannot say it; it is enforced in the API and in forms only.",
            "Nothing needs to be done, unless others write to the database."),
    NOT_CONSTANT(
            "E014",
            "It depends on the moment or the user, so a database cannot keep it with a table.",
            "Nothing needs to be done, unless others write to the database."),
    OUT_OF_RANGE(
            "E015",
            "A floating point calculation on the values of a row goes too far.",
            "Check the values of the row.");

    private final String code;
    private final String meaning;
    private final String remedy;

    ExpressionCode(String code, String meaning, String remedy) {
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
}
