package dev.plinth.schema.dialect;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Column types and their values, as one database keeps them. */
public interface Types {
    /**
     * The type as written in DDL. Two types for which this is equal are the same to the database.
     */
    String sql(ColumnType type);

    /** The type that a declaration means in this database, where others would mean another one. */
    default Optional<ColumnType> declared(String sql) {
        return Optional.empty();
    }

    /** A constant of the type, given in its text form, as an SQL literal. */
    String literal(ColumnType type, String text);

    /**
     * As {@link #literal}, where a table keeps it: within a check, a generated column, an index.
     */
    default String keptLiteral(ColumnType type, String text) {
        return literal(type, text);
    }

    /**
     * The type as which an argument of a routine is bound.
     *
     * @param sql the parameter's type as the database writes it
     */
    default ColumnType argument(ColumnType type, String sql) {
        return type;
    }

    /** The placeholder a value of the type is bound to: {@code ?}, {@code CAST(? AS jsonb)} … */
    default String placeholder(ColumnType type) {
        return "?";
    }

    /** The expression that reads the column so that {@link #read} understands it. */
    default String selection(ColumnType type, String quotedColumn) {
        return quotedColumn;
    }

    /**
     * Whether {@link #read} gives JSON text for a type whose own form is not JSON: arrays,
     * composites and whatever else only one database has.
     */
    default boolean readsAsJson(ColumnType type) {
        return false;
    }

    /** The placeholder a value is bound to when it comes as JSON text; see {@link #readsAsJson}. */
    default String jsonPlaceholder(ColumnType type) {
        return placeholder(type);
    }

    /** Whether values of the type can be compared and sorted at all. */
    default boolean compares(ColumnType type) {
        return true;
    }

    /** The expression by which values of the type are compared and sorted in their true order. */
    default String comparable(ColumnType type, String expression) {
        return expression;
    }

    /**
     * Whether a value of the type, once read and bound again, compares with others just as they are
     * sorted.
     */
    default boolean comparesAsSorted(ColumnType type) {
        return !(type instanceof NativeType || type instanceof JsonType);
    }

    /** Binds a value of the type's {@link ColumnType#valueClass}, or null. */
    void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException;

    /** Reads a value of the type's {@link ColumnType#valueClass}, or null. */
    @Nullable Object read(ResultSet rows, int index, ColumnType type) throws SQLException;
}
