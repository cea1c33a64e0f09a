package dev.plinth.data.request;

import java.util.List;
import java.util.Map;

/**
 * Rows that a request sends.
 *
 * @param rows by column name, as they were written
 * @param isList whether they came as a list, rather than as one object alone
 */
public record Body(List<Map<String, Cell>> rows, boolean isList) {
    public Body {
        rows = List.copyOf(rows);
    }
}
