package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ColumnType;

import java.util.EnumSet;
import java.util.Set;

/** How much of something a database takes. Without an answer there is no limit worth a warning. */
public interface Limits {
    /** Takes everything. */
    Limits NONE = new Limits() {};

    /** Bytes of all columns of an index or unique key together. */
    default int indexBytes() {
        return Integer.MAX_VALUE;
    }

    /** Bytes of all columns of a primary key together. */
    default int primaryKeyBytes() {
        return indexBytes();
    }

    /** Bytes that a character may take, as the key lengths are counted. */
    default int bytesPerCharacter() {
        return 4;
    }

    /** Whether text, JSON and bytes without a length can be part of a key or index. */
    default boolean unlimitedKeys() {
        return true;
    }

    /** Whether a key or index may have bytes without a limit. */
    default boolean unlimitedBinaryKeys() {
        return unlimitedKeys();
    }

    /** Whether a moment with its zone can be part of a primary or unique key. */
    default boolean zonedKeys() {
        return true;
    }

    /** The longest text, in characters, that is not stored as one without a length. */
    default int textLength() {
        return Integer.MAX_VALUE;
    }

    /** Columns of a table. */
    default int columns() {
        return Integer.MAX_VALUE;
    }

    /** Columns and expressions of a key or index. */
    default int indexParts() {
        return Integer.MAX_VALUE;
    }

    /**
     * Bytes of what a row really has in a key or index, where longer columns are taken and only
     * longer values refused.
     */
    default int indexValueBytes() {
        return Integer.MAX_VALUE;
    }

    /** Bytes of all columns of a row together, see {@link #bytesInRow}. */
    default int rowBytes() {
        return Integer.MAX_VALUE;
    }

    /** Bytes that a column takes of {@link #rowBytes}. */
    default long bytesInRow(ColumnType type) {
        return 0;
    }

    /** Digits of a second in times. */
    default int secondDigits() {
        return 9;
    }

    /** Digits of a decimal behind its point. */
    default int decimalScale() {
        return decimalDigits();
    }

    /** Digits of a decimal. */
    default int decimalDigits() {
        return Integer.MAX_VALUE;
    }

    /** Digits of a second; what a moment has beyond them is cut. */
    default int secondDigitsKept() {
        return 9;
    }

    /** Characters that no name may have, though it is quoted. */
    default String forbiddenInNames() {
        return "";
    }

    /** Whether names and comments have characters beyond U+FFFF, such as emoji. */
    default boolean keepsEmoji() {
        return true;
    }

    /** Whether a check or a computed column may look at one that numbers itself. */
    default boolean looksAtNumbered() {
        return true;
    }

    /** Whether a column of one type can point at one of the other. */
    default boolean relates(ColumnType from, ColumnType to) {
        return true;
    }

    /** Whether rows can point at such a unique key, of whose columns one may be empty. */
    default boolean relatesToOptional(UniqueKey key) {
        return true;
    }

    /** Whether indexes must not be named as tables or views are. */
    default boolean indexesNamedApartFromTables() {
        return false;
    }

    /** Whether a unique index takes empty values for different, as a unique key does. */
    default boolean nullsDifferInIndexes() {
        return true;
    }

    /** The most values that one statement takes. */
    default int parameters() {
        return Integer.MAX_VALUE;
    }

    /** Whether the query of a view may be sorted without being cut. */
    default boolean sortsViews() {
        return true;
    }

    /** Whether a column of a view gets a name by itself where it is an expression. */
    default boolean namesViewColumns() {
        return true;
    }

    /** Whether keys, checks and relations must not be named as tables or views are. */
    default boolean constraintsNamedApartFromTables() {
        return false;
    }

    /** Whether the name of a primary or unique key is that of an index as well. */
    default boolean keysNamedAsIndexes() {
        return false;
    }

    /** Whether a column of that type may have a constant for its default. */
    default boolean defaults(ColumnType type) {
        return true;
    }

    /** Whether a unique key is but an index, named apart from those of its own table alone. */
    default boolean uniqueKeysAreIndexes() {
        return false;
    }

    /** Whether an index may have this as a part, though expressions it may not have. */
    default boolean indexes(String expression) {
        return false;
    }

    /** With what no table or index may begin, in small letters; empty for nothing. */
    default String reservedPrefix() {
        return "";
    }

    /** Names that no column may have. */
    default Set<String> reservedColumns() {
        return Set.of();
    }

    /** Names that no index or unique key may have, in small letters. */
    default Set<String> reservedIndexes() {
        return Set.of();
    }

    /** Whether two keys of a table may have the same columns. */
    default boolean keysOfSameColumns() {
        return true;
    }

    /** Whether two relations of a table may lead from the same columns to the same table. */
    default boolean relationsOfSameColumns() {
        return true;
    }

    /** Whether a relation may name the columns of a key in another order than the key. */
    default boolean relationsInAnyOrder() {
        return true;
    }

    /** Whether several columns of a table can number themselves. */
    default boolean severalNumbered() {
        return false;
    }

    /** Whether views may speak of names that have a quote in them. */
    default boolean quotesInViews() {
        return true;
    }

    /**
     * Whether there were days from the 5th to the 14th of October 1582, as ISO 8601 counts; without
     * them the database refuses these days or takes them for others.
     */
    default boolean everyDay() {
        return true;
    }

    /** Which columns can number themselves. */
    default Numbered numbered() {
        return Numbered.ANY;
    }

    /** Columns that can number themselves. */
    enum Numbered {
        ANY,
        /** A primary or unique key, or an index, begins with the column. */
        FIRST_OF_A_KEY,
        /** The column alone is the primary key. */
        PRIMARY_KEY
    }

    /** Whether a text without characters is another value than none. */
    default boolean keepsEmptyTexts() {
        return true;
    }

    /** Whether rows can be kept from pointing at rows that are not there. */
    default boolean relations() {
        return true;
    }

    /** Whether an index may have columns that the database computes. */
    default boolean indexesOnGenerated() {
        return true;
    }

    /** Whether a key or a check may have columns that the database computes. */
    default boolean constraintsOnGenerated() {
        return true;
    }

    /** What may happen to rows when the row they point at is deleted. */
    default Set<Action> onDelete() {
        return EnumSet.allOf(Action.class);
    }

    /** What may happen to rows when the key they point at changes. */
    default Set<Action> onUpdate() {
        return EnumSet.allOf(Action.class);
    }

    /** Whether a relation may change columns that a check or a stored computed column looks at. */
    default boolean actionsOnCheckedColumns() {
        return true;
    }

    /** Whether a relation may empty a column that is required; its rows then stand in the way. */
    default boolean emptiesRequired() {
        return true;
    }

    /** Whether a delete may reach the same table along several relations. */
    default boolean severalCascadePaths() {
        return true;
    }

    /**
     * Whether the ways on which a delete reaches a table may differ in what they do there, or all
     * empty columns, and circles of relations need not all delete.
     */
    default boolean unlikePaths() {
        return true;
    }

    /**
     * Whether a table that has other relations may get one that deletes, though a third table
     * points at it and at what it points at, and does not do the same on both ways.
     */
    default boolean deletesAfterOthers() {
        return true;
    }

    /** Whether a circle of relations between several tables may delete all along. */
    default boolean deletingCircles() {
        return true;
    }
}
