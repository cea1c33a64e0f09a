package dev.plinth.data.description;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON made of maps, lists and plain values. */
final class JsonTree {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTree() {}

    /** An object whose members can still be added to. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** Adds to the list that is a member of an object. */
    static void append(Map<String, Object> object, String name, Object value) {
        List<Object> all = new ArrayList<>();
        if (object.get(name) instanceof List<?> earlier) {
            all.addAll(earlier);
        }
        all.add(value);
        object.put(name, all);
    }

    /** Adds to the object that is a member of an object. */
    static void put(Map<String, Object> object, String member, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (object.get(member) instanceof Map<?, ?> earlier) {
            earlier.forEach((n, v) -> all.put(String.valueOf(n), v));
        }
        all.put(name, value);
        object.put(member, all);
    }

    static byte[] write(Object tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, tree);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, @Nullable Object tree) {
        switch (tree) {
            case null -> out.writeNull();
            case Map<?, ?> object -> {
                out.writeStartObject();
                object.forEach(
                        (name, value) -> {
                            out.writeName(String.valueOf(name));
                            write(out, value);
                        });
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(value -> write(out, value));
                out.writeEndArray();
            }
            case Boolean flag -> out.writeBoolean(flag);
            case Number number -> out.writeNumber(number.toString());
            default -> out.writeString(tree.toString());
        }
    }
}
