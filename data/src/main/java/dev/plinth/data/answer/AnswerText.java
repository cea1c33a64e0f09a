package dev.plinth.data.answer;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A held answer as text, and back: its status, a line for each header, and the body. */
public final class AnswerText {
    /** A longer body is not kept: whoever sends again learns that the first one did its work. */
    private static final int MOST_KEPT = 1024 * 1024;

    private static final String LEFT_OUT = "-";
    private static final String REPLAYED = "Idempotency-Replayed";

    private AnswerText() {}

    public static String of(HeldAnswer answer) {
        String headers =
                answer.headers().stream()
                        .map(h -> h.getKey() + ":" + h.getValue() + "\n")
                        .collect(Collectors.joining());
        String body =
                answer.length() > MOST_KEPT
                        ? LEFT_OUT
                        : Base64.getEncoder().encodeToString(answer.bytes());
        return answer.status() + "\n" + headers + "\n" + body;
    }

    /** Gives the answer once more, and says that it is not the first time. */
    public static void replay(String text, DataAnswer answer) throws IOException {
        List<String> lines = text.lines().toList();
        int end = lines.indexOf("");
        String body = end + 1 < lines.size() ? lines.get(end + 1) : "";
        byte[] bytes = body.equals(LEFT_OUT) ? new byte[0] : Base64.getDecoder().decode(body);
        answer.status(Integer.parseInt(lines.getFirst()));
        for (String line : lines.subList(1, end)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            if (bytes.length > 0 || !name.equalsIgnoreCase("Content-Type")) {
                answer.header(name, line.substring(colon + 1));
            }
        }
        answer.header(REPLAYED, "true");
        write(bytes, Integer.parseInt(lines.getFirst()), answer);
    }

    /** Gives the answer for the first time. */
    public static void give(HeldAnswer held, DataAnswer answer) throws IOException {
        answer.status(held.status());
        for (Map.Entry<String, String> header : held.headers()) {
            answer.header(header.getKey(), header.getValue());
        }
        answer.rows(held.rows());
        write(held.bytes(), held.status(), answer);
    }

    private static void write(byte[] body, int status, DataAnswer answer) throws IOException {
        if (status != 204) {
            answer.header("Content-Length", Integer.toString(body.length));
        }
        if (body.length > 0) {
            answer.body().write(body);
        }
    }
}
