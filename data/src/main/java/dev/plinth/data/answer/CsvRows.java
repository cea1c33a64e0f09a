package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Rows as CSV with a line of names first; related rows are JSON within. */
public final class CsvRows implements RowWriter, Cells.Taker {
    private final Writer out;
    private final ValueText texts;
    private final Cells cells;
    private boolean started;
    private boolean withinLine;

    public CsvRows(OutputStream target, ZoneId zone) {
        this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        this.texts = new ValueText(zone);
        this.cells = new Cells(zone);
    }

    @Override
    public void row(RowShape shape, Row row) throws IOException {
        start(shape);
        out.write('\n');
        withinLine = false;
        cells.give(shape, row, this);
    }

    private void start(RowShape shape) throws IOException {
        if (!started) {
            started = true;
            for (String name : Cells.names(shape)) {
                text(name);
            }
        }
    }

    @Override
    public void value(ColumnType type, Object value) throws IOException {
        text(texts.of(type, value));
    }

    @Override
    public void text(@Nullable String text) throws IOException {
        if (withinLine) {
            out.write(',');
        }
        withinLine = true;
        if (text != null) {
            out.write(isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"');
        }
    }

    /** An empty text is quoted, to tell it from NULL. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ',' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public void end(RowShape shape) throws IOException {
        start(shape);
        out.flush();
    }
}
