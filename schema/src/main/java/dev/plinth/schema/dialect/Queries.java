package dev.plinth.schema.dialect;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The parts of queries for rows that databases spell differently. Names come in quoted. */
public interface Queries {
    /**
     * Ends a query that gives back at most {@code limit} rows after {@code offset}; either may be
     * negative for "none". {@code ordered} tells whether an ORDER BY precedes.
     */
    String page(long limit, long offset, boolean ordered);

    /** {@code expression} sorted, with NULLs where asked even if the database sorts otherwise. */
    String sorted(String expression, boolean descending, boolean nullsFirst);

    /**
     * {@code expression}, which is never NULL, sorted; no more is said, so that an index serves.
     */
    default String sorted(String expression, boolean descending) {
        return expression + (descending ? " DESC" : "");
    }

    /** A LIKE of two operands that minds case; a backslash in the pattern escapes. */
    default String like(String expression, String pattern) {
        return expression + " LIKE " + pattern + " ESCAPE '\\'";
    }

    /** A case-insensitive LIKE of two operands. */
    String likeIgnoringCase(String expression, String pattern);

    /** A regular expression match, or empty when the database has none. */
    Optional<String> matches(String expression, String pattern, boolean ignoringCase);

    /** A query that keeps the rows it reads as they are until the transaction ends. */
    default String locked(String select) {
        return select + " FOR UPDATE";
    }

    /**
     * A query for what the database expects of another one, for {@link #plannedRows}; empty when it
     * does not tell.
     */
    default Optional<String> planned(String select) {
        return Optional.empty();
    }

    /** How many rows a query is expected to have, by the text that {@link #planned} gives. */
    default long plannedRows(String plan) {
        throw new UnsupportedOperationException("this database tells nothing");
    }

    /**
     * One state of the database for several queries; empty when a transaction is that by itself.
     */
    default Optional<Snapshot> snapshot() {
        return Optional.empty();
    }

    /**
     * What the database calls a row of a table by, good for one transaction; empty if there is
     * nothing.
     */
    default Optional<RowAddress> rowAddress() {
        return Optional.empty();
    }

    /**
     * What tells rows apart that are of one {@link #rowAddress}, in a table that is made of
     * several; empty if nothing is needed.
     */
    default Optional<RowAddress> rowPart() {
        return Optional.empty();
    }

    /** Two lists, ranges or JSON documents compared; empty when the database cannot. */
    default Optional<String> compareSets(String left, SetOperator operator, String right) {
        return Optional.empty();
    }

    /**
     * A search for words; empty when the database has none that works on any column.
     *
     * @param type of the expression
     * @param language the placeholder of the language's name, null for the database's choice
     * @param text the placeholder of what is searched
     */
    default Optional<String> search(
            String expression,
            ColumnType type,
            SearchWords words,
            @Nullable String language,
            String text) {
        return Optional.empty();
    }

    /** The sum of values of a type, with all its digits. */
    default String sum(String value, ColumnType type) {
        return "SUM(" + value + ")";
    }

    /**
     * What a path leads to in a JSON document, as JSON or {@code asText}; empty when the database
     * cannot.
     *
     * @param type of the document's column
     * @param bind makes the placeholder of a text
     */
    default Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        return Optional.empty();
    }

    /**
     * A call of a routine, as it stands after SELECT or FROM; empty when the database has none that
     * requests can call.
     */
    default Optional<String> call(String quotedRoutine, List<CallArgument> arguments) {
        return Optional.empty();
    }

    /**
     * An expression that tells routines of the database something, for as long as the transaction
     * lasts; empty when they cannot be told.
     *
     * @param name the placeholder of what it is known by
     */
    default Optional<String> tell(String name, String value) {
        return Optional.empty();
    }

    /** An expression for what {@link #tell} or a routine told, NULL or empty if nothing was. */
    default Optional<String> told(String name) {
        return Optional.empty();
    }

    /** Equality that takes two NULLs for equal. */
    String isNotDistinct(String left, String right);

    /** {@code expression} converted to a type. */
    String cast(String expression, ColumnType type);

    /** As {@link #cast}, for a database that converts each type in a way of its own. */
    default String cast(String expression, ColumnType from, ColumnType to) {
        return cast(expression, to);
    }

    /**
     * What follows an INSERT, UPDATE or DELETE to give back columns; empty if it cannot or says so
     * elsewhere in the statement.
     */
    Optional<String> returning(List<String> quotedColumns);

    /**
     * The whole statement that runs an INSERT, UPDATE or DELETE and gives back columns of the rows
     * it touched, as they are afterwards or, when it {@code deletes}, as they were; empty if it
     * cannot.
     *
     * @param types of the columns
     */
    default Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns, List<ColumnType> types) {
        return returning(quotedColumns).map(ending -> statement + " " + ending);
    }

    /**
     * A whole INSERT of one row of placeholders that updates (or, with no {@code updated} columns,
     * keeps) the row which has the same key. Each placeholder may stand there more than once.
     */
    String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated);

    /** An INSERT of a row that takes nothing but defaults. */
    default String insertDefaults(String quotedTable) {
        return "INSERT INTO " + quotedTable + " DEFAULT VALUES";
    }

    /**
     * As {@link #insertDefaults}, for a database where an INSERT must name a column.
     *
     * @param quotedColumn any that can be told to take its default
     */
    default String insertDefaults(String quotedTable, String quotedColumn) {
        return insertDefaults(quotedTable);
    }

    /** Whether an UPDATE can set a column to {@code DEFAULT}. */
    default boolean canUpdateToDefault() {
        return true;
    }

    // What portable expressions ask. Operands come in as finished SQL, each safe to stand twice;
    // what
    // goes out is put in brackets by the caller where that is needed.

    /**
     * Two texts compared by their code points: case and spaces at the end count, whatever the
     * collation of the columns.
     *
     * @param operator one of {@code = <> < <= > >=}
     */
    default String compareTexts(String left, String operator, String right) {
        return left + " " + operator + " " + right;
    }

    /**
     * Two exact numbers compared by their value, where at least one may have decimals; for queries
     * only, since it may need what Plinth adds to a connection.
     *
     * @param operator one of {@code = <> < <= > >=}
     */
    default String compareNumbers(String left, String operator, String right) {
        return left + " " + operator + " " + right;
    }

    /**
     * Whether the values of an IN may be numbers of different types, each compared by its own
     * value.
     */
    default boolean listsMixTypes() {
        return true;
    }

    /**
     * Whether {@link #matches} works for every program that writes to the database, so that a check
     * may use it.
     */
    default boolean matchesInChecks() {
        return true;
    }

    /** How a regular expression asks for the very end of a text; {@code $} often means less. */
    default String endOfText() {
        return "(?![^a]|a)";
    }

    /**
     * Whether {@link #length} counts and {@link #compareTexts} orders by code points; else a
     * character beyond U+FFFF counts twice and comes before some that are not.
     */
    default boolean knowsCodePoints() {
        return true;
    }

    /** How many code points a text has. */
    default String length(String text) {
        return "CHAR_LENGTH(" + text + ")";
    }

    /** A condition: the text begins with the other, compared by code points. */
    default String startsWith(String text, String start) {
        return "POSITION(" + start + " IN " + text + ") = 1";
    }

    /** A condition: the text ends with the other, compared by code points. */
    default String endsWith(String text, String end) {
        return compareTexts("RIGHT(" + text + ", " + length(end) + ")", "=", end);
    }

    /** A condition: the text has the other somewhere inside, compared by code points. */
    default String contains(String text, String part) {
        return "POSITION(" + part + " IN " + text + ") > 0";
    }

    /** Whether letters of ASCII, and no others, can be made small or capital. */
    default boolean changesAscii() {
        return true;
    }

    /** The text with A to Z as small letters, all others as they are. */
    default String lowerAscii(String text) {
        return "TRANSLATE("
                + text
                + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
    }

    /** The text with a to z as capitals, all others as they are. */
    default String upperAscii(String text) {
        return "TRANSLATE("
                + text
                + ", 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')";
    }

    /** The text without spaces, tabs, line feeds and carriage returns at both ends, if it can. */
    default Optional<String> trimmed(String text) {
        return Optional.empty();
    }

    /** Texts joined; null if one is. */
    default String concatenated(List<String> texts) {
        return String.join(" || ", texts);
    }

    /**
     * A text as one of the values of a CASE or COALESCE, which in some databases must be all of
     * limited length or all of unlimited.
     */
    default String branch(String text, boolean unlimited) {
        return text;
    }

    /** NULL as a value of a type. */
    default String nothing(ColumnType type) {
        return "NULL";
    }

    /** A boolean value as a condition. */
    default String asCondition(String truthValue) {
        return truthValue;
    }

    /** A condition as a boolean value, null when it is unknown. */
    default String asTruthValue(String condition) {
        return condition;
    }

    /** What a division of two exact numbers leaves, with the sign of the first. */
    default String remainder(String dividend, String divisor) {
        return "MOD(" + dividend + ", " + divisor + ")";
    }

    /** An exact number with so many decimals; a half goes away from zero. */
    default String rounded(String number, int scale) {
        return "ROUND(" + number + ", " + scale + ")";
    }

    /**
     * As {@link #remainder(String, String)}, for a database that divides whole numbers only.
     *
     * @param scale how many decimals the operands may have
     */
    default String remainder(String dividend, String divisor, int scale) {
        return remainder(dividend, divisor);
    }

    /** A date, timestamp or instant moved by a constant duration, in UTC; empty if it cannot. */
    default Optional<String> moved(String moment, ColumnType type, Duration by) {
        return Optional.empty();
    }

    /**
     * How many digits of an exact number survive a calculation. 0 when decimals are calculated in
     * floating point; whole numbers of 64 bits are then all that is exact, and {@link #scaled} and
     * {@link #decimal} are asked.
     */
    default int exactDigits() {
        return 38;
    }

    /**
     * Whether a calculation with decimals of few digits makes room for a result of many; else its
     * operands are made wider before.
     */
    default boolean widensDecimals() {
        return true;
    }

    /** A decimal without its point, as a whole number: 12.5 of decimal(6,2) is 1250. */
    default Optional<String> scaled(String decimal, DecimalType type) {
        return Optional.empty();
    }

    /**
     * A calculation with whole numbers that could leave 64 bits, so that it is an error when it
     * does; asked only where {@link #exactDigits} is 0.
     */
    default String withinRange(String whole) {
        return whole;
    }

    /** What {@link #scaled} took apart, as a column of the type holds it. */
    default Optional<String> decimal(String scaled, DecimalType type) {
        return Optional.empty();
    }
}
