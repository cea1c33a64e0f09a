package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.RowShape.Scalar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** Values as they are, text or bytes, one after the other. */
public final class RawRows implements RowWriter {
    private final OutputStream out;
    private final ValueText texts = new ValueText(ZoneOffset.UTC);

    public RawRows(OutputStream out) {
        this.out = out;
    }

    @Override
    public void row(RowShape shape, Row row) throws IOException {
        if (shape.members().getFirst() instanceof Scalar scalar) {
            switch (row.values()[scalar.position()]) {
                case null -> {}
                case byte[] bytes -> out.write(bytes);
                case String text -> out.write(text.getBytes(StandardCharsets.UTF_8));
                case Object value ->
                        out.write(texts.of(scalar.type(), value).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void end(RowShape shape) {}
}
