package dev.plinth.data;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

/** Refusals of what no grant opens. */
final class Forbidden {
    private Forbidden() {}

    static Refusal table(VisibleTable table) {
        String kind = table.table().isView() ? "view " : "table ";
        return new Refusal(
                Reason.NOT_ALLOWED, "permission denied for " + kind + table.table().name());
    }
}
