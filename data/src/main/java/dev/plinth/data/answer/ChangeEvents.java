package dev.plinth.data.answer;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.run.ChangedRows.ChangedRow;
import dev.plinth.data.run.KeyedRows;
import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes as server-sent events. */
public final class ChangeEvents {
    private final RowShape key;
    private final ZoneId zone;

    /**
     * @param key the columns of the key
     */
    public ChangeEvents(List<CatalogColumn> key, ZoneId zone) {
        List<RowShape.Member> members = new ArrayList<>();
        for (CatalogColumn column : key) {
            members.add(new RowShape.Scalar(column.name(), members.size(), column.type(), false));
        }
        this.key = new RowShape(members);
        this.zone = zone;
    }

    /** One event. */
    public String of(String id, ChangedRow changed) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonRows.JSON.createGenerator(ObjectWriteContext.empty(), data)) {
            JsonValues values = new JsonValues(out, false, zone);
            out.writeStartObject();
            out.writeName("key");
            values.object(key, new Row(changed.key().toArray(), List.of()));
            KeyedRows.Found found = changed.found();
            if (found != null) {
                out.writeName("row");
                values.object(found.shape(), found.row());
            }
            out.writeEndObject();
        }
        // A line would end the data; within JSON one stands between its parts only.
        String line = data.toString(StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
        String event = changed.event().name().toLowerCase(Locale.ROOT);
        return "id: " + id + "\nevent: " + event + "\ndata: " + line + "\n\n";
    }
}
