package dev.plinth.data.run;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.InvalidValueException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Values of a row as a text that gives them back exactly, whatever the columns are called by then:
 * a JSON object of their texts by the columns' ids. What is long or binary is not kept.
 */
final class StoredRow {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONG = 4000;

    private StoredRow() {}

    static String write(Collection<CatalogColumn> columns, Map<String, @Nullable Object> row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            for (CatalogColumn column : columns) {
                Object value = row.get(column.name());
                if (value == null) {
                    out.writeNullProperty(column.id());
                } else if (!(column.type() instanceof BinaryType) || column.isKey()) {
                    String written = column.type().format(value);
                    if (written.length() <= LONG || column.isKey()) {
                        out.writeStringProperty(column.id(), written);
                    }
                }
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    /**
     * The values by the names of their columns. What was not kept is missing, and so is what is of
     * another type by now.
     */
    static Map<String, @Nullable Object> read(CatalogTable table, String text) {
        Map<String, @Nullable Object> row = new HashMap<>();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), text)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                CatalogColumn column = table.columnById(in.currentName());
                boolean isNull = in.nextToken() == JsonToken.VALUE_NULL;
                if (column != null && isNull) {
                    row.put(column.name(), null);
                } else if (column != null) {
                    put(row, column, in.getString());
                }
            }
        }
        return row;
    }

    private static void put(Map<String, @Nullable Object> row, CatalogColumn column, String text) {
        try {
            row.put(column.name(), column.type().parse(text));
        } catch (InvalidValueException e) {
            row.remove(column.name());
        }
    }
}
