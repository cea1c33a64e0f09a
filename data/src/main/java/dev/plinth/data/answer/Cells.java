package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.RowShape.Scalar;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows as cells of a table, for forms that know no rows within rows: those are JSON in a cell. */
final class Cells {
    private final ZoneId zone;

    Cells(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes the cells of a row, one after the other. */
    interface Taker {
        void value(ColumnType type, Object value) throws IOException;

        /** JSON, or nothing at all. */
        void text(@Nullable String text) throws IOException;
    }

    static List<String> names(RowShape shape) {
        List<String> names = new ArrayList<>();
        names(shape, names);
        return names;
    }

    private static void names(RowShape shape, List<String> names) {
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

    void give(RowShape shape, Row row, Taker taker) throws IOException {
        for (RowShape.Member member : shape.members()) {
            switch (member) {
                case Scalar scalar -> {
                    Object value = row.values()[scalar.position()];
                    if (value == null || scalar.isJson()) {
                        taker.text((String) value);
                    } else {
                        taker.value(scalar.type(), value);
                    }
                }
                case RowShape.SpreadOne spread -> give(spread.shape(), row, taker);
                case RowShape.One one when row.values()[one.presence()] == null -> taker.text(null);
                case RowShape.One one -> taker.text(json(one.shape(), row));
                case RowShape.Single single -> {
                    Row.Related related = row.children().get(single.child());
                    taker.text(
                            related.rows().isEmpty()
                                    ? null
                                    : json(related.shape(), related.rows().getFirst()));
                }
                case RowShape.Many many -> {
                    Row.Related related = row.children().get(many.child());
                    taker.text(written(values -> values.list(related)));
                }
                case RowShape.SpreadMany spread -> {
                    Row.Related related = row.children().get(spread.child());
                    for (Spread.Column column : Spread.columns(related)) {
                        taker.text(written(values -> values.column(column, related.rows())));
                    }
                }
            }
        }
    }

    private String json(RowShape shape, Row row) {
        return written(values -> values.object(shape, row));
    }

    private String written(Consumer<JsonValues> writing) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator generator =
                JsonRows.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.accept(new JsonValues(generator, false, zone));
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
