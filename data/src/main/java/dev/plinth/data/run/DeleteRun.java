package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.rule.RowTrigger;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deletes rows. */
final class DeleteRun {
    private final WriteContext context;
    private final CatalogTable table;
    private final Target target;

    DeleteRun(WriteContext context, VisibleTable visible, ReadNode asked) {
        this.context = context;
        this.table = visible.table();
        RowRule rule = visible.ruleFor(Action.DELETE, List.of());
        this.target = new Target(table, asked, rule, List.of(), null);
    }

    /**
     * @param beforehand shows the rows while they are still there; null if nobody wants to see them
     */
    Written run(WriteRun.@Nullable KeysTaker beforehand) throws SQLException, IOException {
        List<RowTrigger> triggers = context.rules().of(table).triggersOf(Event.DELETE);
        if (beforehand == null && triggers.isEmpty()) {
            long affected =
                    context.session()
                            .update(WriteSql.delete(context.dialect(), context.caller(), target));
            return new Written(affected, 0, null);
        }
        if (table.address().isEmpty()) {
            throw InsertRun.noKey(table);
        }
        Map<List<Object>, Map<String, @Nullable Object>> rows =
                TriggerRun.readLocked(context, target);
        List<List<Object>> keys = new ArrayList<>(rows.keySet());
        if (beforehand != null) {
            beforehand.take(keys);
        }
        long affected = 0;
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            affected +=
                    context.session()
                            .update(
                                    WriteSql.delete(
                                            context.dialect(),
                                            context.caller(),
                                            Target.of(table, table.address(), chunk)));
        }
        new TriggerRun(context, table).afterDelete(triggers, rows.values());
        return new Written(affected, 0, keys);
    }
}
