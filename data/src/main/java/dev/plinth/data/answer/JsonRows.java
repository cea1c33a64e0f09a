package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

import java.io.OutputStream;
import java.time.ZoneId;

/** Rows as a list of JSON objects, or one object alone. */
public final class JsonRows implements RowWriter {
    static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    // Requests have threads that stay; the usual pool is one queue for all of them.
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build();

    private final JsonGenerator out;
    private final JsonValues values;
    private final boolean single;
    private boolean started;

    /**
     * @param single one object in place of a list, null without a row; the caller sees to it that
     *     there is no second one
     */
    public JsonRows(OutputStream target, boolean single, boolean nullsStripped, ZoneId zone) {
        this.out = JSON.createGenerator(ObjectWriteContext.empty(), target);
        this.values = new JsonValues(out, nullsStripped, zone);
        this.single = single;
    }

    @Override
    public void row(RowShape shape, Row row) {
        start();
        values.object(shape, row);
    }

    private void start() {
        if (!started && !single) {
            out.writeStartArray();
        }
        started = true;
    }

    @Override
    public void end(RowShape shape) {
        if (single && !started) {
            out.writeNull();
        }
        start();
        if (!single) {
            out.writeEndArray();
        }
        out.close();
    }
}
