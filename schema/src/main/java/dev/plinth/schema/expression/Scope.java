package dev.plinth.schema.expression;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may name.
 *
 * @param title of the table or view, for messages
 * @param old whether {@code old.x} is known: the row before an update
 * @param variables by their full name, {@code user.id}
 */
public record Scope(
        String title, List<Column> columns, boolean old, Map<String, ColumnType> variables) {
    private static final ColumnType USER_TEXT = new TextType(320);

    /**
     * What is known of a caller. They are texts; beside a number or UUID they are read as one, and
     * what cannot be read is unknown.
     */
    public static final Map<String, ColumnType> USER =
            Map.of("user.id", USER_TEXT, "user.email", USER_TEXT, "user.name", USER_TEXT);

    public Scope {
        columns = List.copyOf(columns);
        variables = Map.copyOf(variables);
    }

    /** The columns of a table and nothing else: checks, generated columns, indexes. */
    public static Scope of(Table table) {
        return of(table.name().name(), table.columns());
    }

    public static Scope of(String title, List<Column> columns) {
        return new Scope(title, columns, false, Map.of());
    }

    /** As this, and {@code old.x}: what a trigger on update sees. */
    public Scope withOld() {
        return new Scope(title, columns, true, variables);
    }

    /** As this, and {@link #USER}: what a row condition sees. */
    public Scope withUser() {
        return withVariables(USER);
    }

    public Scope withVariables(Map<String, ColumnType> known) {
        return new Scope(title, columns, old, known);
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
