package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.RowShape.Scalar;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Rows as CSV with a line of names first; related rows are JSON within. */
public final class CsvRows implements RowWriter {
    private final Writer out;
    private final ValueText texts;
    private final ZoneId zone;
    private boolean started;

    public CsvRows(OutputStream target, ZoneId zone) {
        this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        this.texts = new ValueText(zone);
        this.zone = zone;
    }

    @Override
    public void row(RowShape shape, Row row) throws IOException {
        start(shape);
        List<@Nullable String> cells = new ArrayList<>();
        cells(shape, row, cells);
        line(cells);
    }

    private void start(RowShape shape) throws IOException {
        if (!started) {
            started = true;
            List<@Nullable String> names = new ArrayList<>();
            names(shape, names);
            line(names, false);
        }
    }

    private static void names(RowShape shape, List<@Nullable String> names) {
        for (RowShape.Member member : shape.members()) {
            switch (member) {
                case Scalar scalar -> names.add(scalar.name());
                case RowShape.One one -> names.add(one.name());
                case RowShape.Many many -> names.add(many.name());
                case RowShape.Single single -> names.add(single.name());
                case RowShape.SpreadOne spread -> names(spread.shape(), names);
                case RowShape.SpreadMany spread -> names.addAll(spread.names());
            }
        }
    }

    private void cells(RowShape shape, Row row, List<@Nullable String> cells) {
        for (RowShape.Member member : shape.members()) {
            switch (member) {
                case Scalar scalar -> {
                    Object value = row.values()[scalar.position()];
                    cells.add(
                            value == null
                                    ? null
                                    : scalar.isJson()
                                            ? (String) value
                                            : texts.of(scalar.type(), value));
                }
                case RowShape.SpreadOne spread -> cells(spread.shape(), row, cells);
                case RowShape.One one when row.values()[one.presence()] == null -> cells.add(null);
                case RowShape.One one -> cells.add(json(one.shape(), row));
                case RowShape.Single single -> {
                    Row.Related related = row.children().get(single.child());
                    cells.add(
                            related.rows().isEmpty()
                                    ? null
                                    : json(related.shape(), related.rows().getFirst()));
                }
                case RowShape.Many many -> cells.add(list(row.children().get(many.child())));
                case RowShape.SpreadMany spread -> {
                    Row.Related related = row.children().get(spread.child());
                    for (Spread.Column column : Spread.columns(related)) {
                        cells.add(written((values) -> values.column(column, related.rows())));
                    }
                }
            }
        }
    }

    private String json(RowShape shape, Row row) {
        return written(values -> values.object(shape, row));
    }

    private String list(Row.Related related) {
        return written(values -> values.list(related));
    }

    private String written(java.util.function.Consumer<JsonValues> writing) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            writing.accept(new JsonValues(generator, false, zone));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private void line(List<@Nullable String> cells) throws IOException {
        line(cells, true);
    }

    private void line(List<@Nullable String> cells, boolean after) throws IOException {
        if (after) {
            out.write('\n');
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            String cell = cells.get(i);
            if (cell != null) {
                out.write(quoted(cell));
            }
        }
    }

    /** An empty text is quoted, to tell it from NULL. */
    private static String quoted(String cell) {
        boolean plain = !cell.isEmpty() && cell.chars().noneMatch(c -> "\",\n\r".indexOf(c) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void end(RowShape shape) throws IOException {
        start(shape);
        out.flush();
    }
}
