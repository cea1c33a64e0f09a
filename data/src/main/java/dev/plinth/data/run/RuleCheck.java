package dev.plinth.data.run;

import dev.plinth.data.access.RowRule;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;

/** Sees to it that written rows are such as their writer may write. */
final class RuleCheck {
    private RuleCheck() {}

    /**
     * Counts the rows that meet the rule; all must.
     *
     * @throws Refusal if one does not
     */
    static void all(
            WriteContext context,
            CatalogTable table,
            @Nullable RowRule rule,
            List<List<Object>> keys)
            throws SQLException {
        if (rule == null) {
            return;
        }
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            Target target = Target.of(table, table.address(), chunk).withRule(rule);
            long allowed =
                    context.session()
                            .number(WriteSql.count(context.dialect(), context.caller(), target));
            if (allowed != chunk.size()) {
                throw refusal(table);
            }
        }
    }

    static Refusal refusal(CatalogTable table) {
        return new Refusal(
                Reason.NOT_ALLOWED,
                "new row violates the row condition of your roles for table \""
                        + table.name()
                        + "\"",
                null,
                "The row would be one that you may not write.");
    }
}
