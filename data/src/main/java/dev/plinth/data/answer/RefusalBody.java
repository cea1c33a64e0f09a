package dev.plinth.data.answer;

import dev.plinth.data.request.RawJson;
import dev.plinth.data.request.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** A refusal as JSON. */
public final class RefusalBody {
    private RefusalBody() {}

    public static byte[] of(Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonRows.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeStringProperty("code", refusal.code());
            out.writeName("details");
            details(out, refusal.details());
            out.writeName("hint");
            if (refusal.hint() == null) {
                out.writeNull();
            } else {
                out.writeString(refusal.hint());
            }
            out.writeStringProperty("message", refusal.message());
            if (refusal.operation() > 0) {
                out.writeNumberProperty("operation", refusal.operation());
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void details(JsonGenerator out, @Nullable Object details) {
        switch (details) {
            case null -> out.writeNull();
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(d -> details(out, d));
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach(
                        (name, value) -> {
                            out.writeName(String.valueOf(name));
                            details(out, value);
                        });
                out.writeEndObject();
            }
            case RawJson(String text) -> out.writeRawValue(text);
            default -> out.writeString(details.toString());
        }
    }
}
