package dev.plinth.schema.expression;

/** The stable codes of what can be wrong with an expression. */
public enum ExpressionCode {
    /** It cannot be read as CEL. */
    SYNTAX("E001"),
    /** It is too long or too deeply nested. */
    TOO_COMPLEX("E002"),
    /** CEL has it, Plinth's expressions do not: maps, macros, unsigned numbers. */
    NOT_SUPPORTED("E003"),
    /** The table has no such column. */
    UNKNOWN_COLUMN("E004"),
    /** There is no such function or variable. */
    UNKNOWN_NAME("E005"),
    /** An operator or function was given operands it cannot work on. */
    WRONG_OPERAND("E006"),
    /** A function was given too few or too many operands. */
    WRONG_COUNT("E007"),
    /** A constant is none of its type, such as {@code date('tomorrow')}. */
    INVALID_CONSTANT("E008"),
    /** The result is not a condition, or not a value of the column. */
    WRONG_RESULT("E009"),
    /** {@code old} is used where there is no earlier row. */
    NO_OLD_ROW("E010"),
    /** A pattern uses what not every database and browser understands alike. */
    PATTERN("E011"),
    /** Whole numbers are divided; the result is cut to a whole number. */
    WHOLE_DIVISION("E012"),
    /** A database cannot say it; it is enforced in the API and in forms only. */
    NOT_IN_DATABASE("E013"),
    /** It depends on the moment or the user, so a database cannot keep it with a table. */
    NOT_CONSTANT("E014"),
    /** A floating point calculation on the values of a row goes too far. */
    OUT_OF_RANGE("E015");

    private final String code;

    ExpressionCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
