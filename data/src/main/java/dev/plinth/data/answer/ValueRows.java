package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.RowShape.Scalar;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.OutputStream;
import java.time.ZoneId;

/** Values as JSON, without an object around each: one alone, or a list. */
public final class ValueRows implements RowWriter {
    private final JsonGenerator out;
    private final JsonValues values;
    private final boolean single;
    private boolean started;

    /**
     * @param single one value in place of a list; the caller sees to it that there is one
     */
    public ValueRows(OutputStream target, boolean single, ZoneId zone) {
        this.out = JsonRows.JSON.createGenerator(ObjectWriteContext.empty(), target);
        this.values = new JsonValues(out, false, zone);
        this.single = single;
    }

    @Override
    public void row(RowShape shape, Row row) {
        start();
        if (shape.members().getFirst() instanceof Scalar scalar) {
            values.value(scalar, row.values()[scalar.position()]);
        }
    }

    private void start() {
        if (!started && !single) {
            out.writeStartArray();
        }
        started = true;
    }

    @Override
    public void end(RowShape shape) {
        start();
        if (!single) {
            out.writeEndArray();
        }
        out.close();
    }
}
