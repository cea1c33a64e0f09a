package dev.plinth.data.answer;

import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of several operations as one list. */
public final class BatchBody {
    private BatchBody() {}

    /**
     * @throws Refusal when one is no text
     */
    public static byte[] of(List<HeldAnswer> answers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonRows.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartArray();
            for (int i = 0; i < answers.size(); i++) {
                try {
                    write(out, answers.get(i));
                } catch (Refusal refusal) {
                    throw refusal.ofOperation(i + 1);
                }
            }
            out.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, HeldAnswer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers()
                .forEach(h -> headers.merge(h.getKey(), h.getValue(), (a, b) -> a + ", " + b));
        out.writeStartObject();
        out.writeNumberProperty("status", answer.status());
        out.writeName("headers");
        out.writeStartObject();
        headers.forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeName("body");
        if (answer.length() == 0) {
            out.writeNull();
        } else {
            String text = text(answer);
            if (BodyReader.isDocument(text, answer.contentType())) {
                out.writeRawValue(text);
            } else {
                out.writeString(text);
            }
        }
        out.writeEndObject();
    }

    private static String text(HeldAnswer answer) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(
                            Reason.MEDIA_TYPE,
                            "A batch answers in texts, and this is of the type "
                                    + answer.contentType(),
                            null,
                            "Ask for it by a request of its own.")
                    .causedBy(e);
        }
    }
}
