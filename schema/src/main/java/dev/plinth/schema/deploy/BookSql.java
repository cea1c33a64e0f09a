package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Table;

import java.util.Arrays;

/** A statement on one of Plinth's own tables, in the SQL of a database. */
public final class BookSql {
    private final Dialect dialect;
    private final StringBuilder text;
    private boolean hasCondition;

    private BookSql(Dialect dialect, String begin) {
        this.dialect = dialect;
        this.text = new StringBuilder(begin);
    }

    /** {@code SELECT a, b FROM table} */
    public static BookSql select(Dialect dialect, Table table, String... columns) {
        return new BookSql(
                dialect,
                "SELECT %s FROM %s"
                        .formatted(
                                dialect.names().list(Arrays.asList(columns)),
                                dialect.names().quote(table.name())));
    }

    /** {@code SELECT COUNT(*), MIN(column) FROM table} */
    public static String countAndLeast(Dialect dialect, Table table, String column) {
        return "SELECT COUNT(*), MIN(%s) FROM %s"
                .formatted(dialect.names().quote(column), dialect.names().quote(table.name()));
    }

    /** {@code UPDATE table SET a = ?, b = ?} */
    public static BookSql update(Dialect dialect, Table table, String... columns) {
        return new BookSql(
                dialect,
                "UPDATE %s SET %s"
                        .formatted(
                                dialect.names().quote(table.name()),
                                new Books(dialect).settings(columns)));
    }

    /** {@code UPDATE table SET column = column + 1} */
    public static String increment(Dialect dialect, Table table, String column) {
        String name = dialect.names().quote(column);
        return "UPDATE %s SET %s = %s + 1"
                .formatted(dialect.names().quote(table.name()), name, name);
    }

    /** {@code DELETE FROM table} */
    public static BookSql delete(Dialect dialect, Table table) {
        return new BookSql(dialect, "DELETE FROM " + dialect.names().quote(table.name()));
    }

    /**
     * {@code WHERE column = ?}, or {@code AND} after another condition.
     *
     * @param comparison as {@code =}
     */
    public BookSql where(String column, String comparison) {
        begin(column).append(' ').append(comparison).append(" ?");
        return this;
    }

    /** As {@link #where}, with as many values as there are. */
    public BookSql whereIn(String column, int values) {
        begin(column).append(" IN (").append("?, ".repeat(values - 1)).append("?)");
        return this;
    }

    private StringBuilder begin(String column) {
        text.append(hasCondition ? " AND " : " WHERE ").append(dialect.names().quote(column));
        hasCondition = true;
        return text;
    }

    /** The first rows in the order of some columns. */
    public String first(int most, String... order) {
        text.append(" ORDER BY ").append(dialect.names().list(Arrays.asList(order)));
        return text + dialect.queries().page(most, 0, true);
    }

    /** All that it is about. */
    public String all() {
        return text.toString();
    }
}
