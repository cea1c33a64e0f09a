package dev.plinth.data.request;

import java.util.List;
import java.util.Map;

/**
 * Rows that a request sends.
 *
 * @param rows by column name, as they were written
 * @param isList whether they came as a list, rather than as one object alone
 * @param names of the columns, where they are said once for all rows; empty where each row says
 *     them
 */
public record Body(List<Map<String, Cell>> rows, boolean isList, List<String> names) {
    public Body {
        rows = List.copyOf(rows);
        names = List.copyOf(names);
    }

    Body(List<Map<String, Cell>> rows, boolean isList) {
        this(rows, isList, List.of());
    }
}
