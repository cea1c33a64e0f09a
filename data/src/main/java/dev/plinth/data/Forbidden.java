package dev.plinth.data;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

/** Refusals of what no grant opens. */
final class Forbidden {
    private Forbidden() {}

    static Refusal table(VisibleTable table) {
        return new Refusal(Reason.NOT_ALLOWED, message(table));
    }

    /** Rows cannot be named by one who reads none. */
    static Refusal reading(VisibleTable table) {
        return new Refusal(
                Reason.NOT_ALLOWED,
                message(table),
                null,
                "Rows to change or delete are named by what may be read of them, so it takes the"
                        + " right to read as well.");
    }

    private static String message(VisibleTable table) {
        String kind = table.table().isView() ? "view " : "table ";
        return "permission denied for " + kind + table.table().name();
    }
}
