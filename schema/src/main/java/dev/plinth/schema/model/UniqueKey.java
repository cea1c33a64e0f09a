package dev.plinth.schema.model;

import java.util.List;

/**
 * No two rows agree in these columns.
 *
 * @param columns ids
 * @param nullsDistinct whether rows with NULL never count as equal (the usual meaning)
 */
public record UniqueKey(
        String id, String name, List<String> columns, boolean nullsDistinct, Deferral deferral) {
    public UniqueKey {
        columns = List.copyOf(columns);
    }

    /** A key that is checked with each statement. */
    public UniqueKey(String id, String name, List<String> columns, boolean nullsDistinct) {
        this(id, name, columns, nullsDistinct, Deferral.NONE);
    }

    public UniqueKey withId(String newId) {
        return new UniqueKey(newId, name, columns, nullsDistinct, deferral);
    }

    public UniqueKey withName(String newName) {
        return new UniqueKey(id, newName, columns, nullsDistinct, deferral);
    }

    public UniqueKey withColumns(List<String> newColumns) {
        return new UniqueKey(id, name, newColumns, nullsDistinct, deferral);
    }

    public UniqueKey withDeferral(Deferral newDeferral) {
        return new UniqueKey(id, name, columns, nullsDistinct, newDeferral);
    }
}
