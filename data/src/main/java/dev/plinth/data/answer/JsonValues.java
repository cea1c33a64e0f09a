package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.RowShape.Many;
import dev.plinth.data.sql.RowShape.One;
import dev.plinth.data.sql.RowShape.Scalar;
import dev.plinth.data.sql.RowShape.Single;
import dev.plinth.data.sql.RowShape.SpreadMany;
import dev.plinth.data.sql.RowShape.SpreadOne;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes the members of rows as JSON. Numbers keep every digit: none is ever made a double here.
 */
final class JsonValues {
    private final JsonGenerator out;
    private final boolean nullsStripped;
    private final ValueText texts;

    JsonValues(JsonGenerator out, boolean nullsStripped, ZoneId zone) {
        this.out = out;
        this.nullsStripped = nullsStripped;
        this.texts = new ValueText(zone);
    }

    void object(RowShape shape, Row row) {
        out.writeStartObject();
        members(shape, row);
        out.writeEndObject();
    }

    private void members(RowShape shape, Row row) {
        for (RowShape.Member member : shape.members()) {
            switch (member) {
                case Scalar scalar -> {
                    Object value = row.values()[scalar.position()];
                    if (value != null || !nullsStripped) {
                        out.writeName(scalar.name());
                        value(scalar, value);
                    }
                }
                case One one -> {
                    boolean present = row.values()[one.presence()] != null;
                    if (present || !nullsStripped) {
                        out.writeName(one.name());
                        one(one, row);
                    }
                }
                case Single single -> {
                    Row.Related related = row.children().get(single.child());
                    if (!related.rows().isEmpty() || !nullsStripped) {
                        out.writeName(single.name());
                        single(related);
                    }
                }
                case Many many -> {
                    out.writeName(many.name());
                    list(row.children().get(many.child()));
                }
                case SpreadOne spread -> members(spread.shape(), row);
                case SpreadMany spread -> spread(row.children().get(spread.child()));
            }
        }
    }

    private void one(One one, Row row) {
        if (row.values()[one.presence()] == null) {
            out.writeNull();
        } else {
            object(one.shape(), row);
        }
    }

    private void single(Row.Related related) {
        if (related.rows().isEmpty()) {
            out.writeNull();
        } else {
            object(related.shape(), related.rows().getFirst());
        }
    }

    void list(Row.Related related) {
        out.writeStartArray();
        for (Row row : related.rows()) {
            object(related.shape(), row);
        }
        out.writeEndArray();
    }

    /** For each member of the related rows, the list of its values in them. */
    private void spread(Row.Related related) {
        for (Spread.Column column : Spread.columns(related)) {
            out.writeName(column.name());
            column(column, related.rows());
        }
    }

    void column(Spread.Column column, List<Row> rows) {
        out.writeStartArray();
        for (Row row : rows) {
            switch (column.member()) {
                case Scalar scalar -> value(scalar, row.values()[scalar.position()]);
                case One one -> one(one, row);
                case Single single -> single(row.children().get(single.child()));
                case Many many -> list(row.children().get(many.child()));
                case SpreadMany spread -> {
                    Row.Related inner = row.children().get(spread.child());
                    column(Spread.columns(inner).get(column.inner()), inner.rows());
                }
                case SpreadOne _ -> throw new IllegalStateException("spread already");
            }
        }
        out.writeEndArray();
    }

    void value(Scalar scalar, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (scalar.isJson()) {
            out.writeRawValue((String) value);
        } else {
            plain(scalar.type(), value);
        }
    }

    private void plain(ColumnType type, Object value) {
        switch (value) {
            case Long number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number.toPlainString());
            case Double number when Double.isFinite(number) -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            default -> out.writeString(texts.of(type, value));
        }
    }
}
