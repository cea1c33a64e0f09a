package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.OutputStream;
import java.time.ZoneId;

/** Rows as JSON objects, each on a line of its own. */
public final class JsonLines implements RowWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .rootValueSeparator("")
                    .build();

    private final JsonGenerator out;
    private final JsonValues values;

    public JsonLines(OutputStream target, ZoneId zone) {
        this.out = JSON.createGenerator(ObjectWriteContext.empty(), target);
        this.values = new JsonValues(out, false, zone);
    }

    @Override
    public void row(RowShape shape, Row row) {
        values.object(shape, row);
        out.writeRaw('\n');
    }

    @Override
    public void end(RowShape shape) {
        out.close();
    }
}
