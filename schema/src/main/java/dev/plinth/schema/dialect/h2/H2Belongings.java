package dev.plinth.schema.dialect.h2;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what goes with a view: triggers and grants (2.4). Its columns have no comments. */
final class H2Belongings {
    private final FoundModel found;
    private final FoundBelongings belongings;

    H2Belongings(FoundModel found, FoundBelongings belongings) {
        this.found = found;
        this.belongings = belongings;
    }

    void read() throws SQLException {
        belongings.each(
                "SELECT event_object_schema, event_object_table, trigger_schema, trigger_name,"
                        + " LISTAGG(event_manipulation, ', ') WITHIN GROUP (ORDER BY"
                        + " event_manipulation) AS events, action_orientation, java_class,"
                        + " queue_size, no_wait FROM information_schema.triggers"
                        + " WHERE action_timing = 'INSTEAD OF' AND event_object_schema IN (?)"
                        + " GROUP BY event_object_schema, event_object_table, trigger_schema,"
                        + " trigger_name, action_orientation, java_class, queue_size, no_wait"
                        + " ORDER BY 1, 2, 4",
                this::trigger);
        belongings.each(
                "SELECT table_schema, table_name, grantee, rights FROM information_schema.rights"
                        + " WHERE table_name <> '' AND table_schema IN (?) ORDER BY 1, 2, 3, 4",
                (view, row) ->
                        belongings.given(
                                view,
                                "GRANT " + text(row, "rights") + " ON ",
                                " TO " + H2Dialect.NAMES.quote(text(row, "grantee"))));
    }

    private void trigger(TableName view, ResultSet row) throws SQLException {
        String code = text(row, "java_class");
        if (code.isEmpty()) {
            found.note(
                    "I003",
                    view,
                    "triggers/" + text(row, "trigger_name"),
                    "Of the trigger \"" + text(row, "trigger_name") + "\" the source is not shown.",
                    "When a deployment makes its view again, it is lost.");
            return;
        }
        TableName name = found.name(text(row, "trigger_schema"), text(row, "trigger_name"));
        belongings.given(
                view,
                "CREATE TRIGGER "
                        + H2Dialect.NAMES.quote(name)
                        + " INSTEAD OF "
                        + text(row, "events")
                        + " ON ",
                (text(row, "action_orientation").equals("ROW") ? " FOR EACH ROW" : "")
                        + " QUEUE "
                        + row.getInt("queue_size")
                        + (row.getBoolean("no_wait") ? " NOWAIT" : "")
                        + " CALL "
                        + StandardTypes.quoted(code));
    }
}
