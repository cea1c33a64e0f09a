package dev.plinth.data.run;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnType.JsonShape;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.Map;

/** What is posted about a row that was written. */
final class RowJson {
    private static final JsonFactory JSON = new JsonFactory();
    private final CatalogTable table;
    private final Types types;

    RowJson(CatalogTable table, Types types) {
        this.table = table;
        this.types = types;
    }

    String of(
            String event,
            Map<String, @Nullable Object> row,
            @Nullable Map<String, @Nullable Object> old) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("type", event);
            out.writeStringProperty("schema", table.schema());
            out.writeStringProperty("table", table.name());
            out.writeName("record");
            record(out, row);
            if (old != null) {
                out.writeName("old_record");
                record(out, old);
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private void record(JsonGenerator out, Map<String, @Nullable Object> row) {
        out.writeStartObject();
        for (CatalogColumn column : table.columns()) {
            out.writeName(column.name());
            value(out, column.type(), row.get(column.name()));
        }
        out.writeEndObject();
    }

    private void value(JsonGenerator out, ColumnType type, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
            return;
        }
        String text = type.format(value);
        if (type.json() == JsonShape.JSON || types.readsAsJson(type)) {
            out.writeRawValue(text);
        } else if (type.json() == JsonShape.BOOLEAN) {
            out.writeBoolean((Boolean) value);
        } else if (type.json() == JsonShape.NUMBER
                && !(value instanceof Double number && !Double.isFinite(number))) {
            out.writeNumber(text);
        } else {
            out.writeString(text);
        }
    }
}
