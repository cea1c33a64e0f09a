package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.StringWriter;

/** Writes a tree as JSON, without spaces. */
final class JsonWriter {
    private JsonWriter() {}

    static String write(Tree root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                JsonReader.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(root, json);
        }
        return text.toString();
    }

    private static void write(Tree tree, JsonGenerator json) {
        switch (tree) {
            case Tree.Mapping mapping -> {
                json.writeStartObject();
                for (Entry entry : mapping.entries()) {
                    json.writeName(entry.key());
                    write(entry.value(), json);
                }
                json.writeEndObject();
            }
            case Tree.Sequence sequence -> {
                json.writeStartArray();
                sequence.items().forEach(item -> write(item, json));
                json.writeEndArray();
            }
            case Tree.Scalar scalar -> {
                switch (scalar.kind()) {
                    case TEXT -> json.writeString(scalar.text());
                    case LITERAL -> json.writeRawValue(scalar.text());
                    case NULL -> json.writeNull();
                }
            }
        }
    }
}
