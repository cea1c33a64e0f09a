package dev.plinth.data.answer;

import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An answer that is kept until it is known that it holds. */
public final class HeldAnswer implements DataAnswer {
    /** What is only said of the answer as it goes out. */
    private static final Set<String> OF_THE_WAY =
            Set.of("access-control-allow-origin", "content-length", "server-timing");

    private final int most;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private final Held held = new Held();
    private int status;
    private long rows;

    /**
     * @param most bytes that its body may have
     */
    public HeldAnswer(int most) {
        this.most = most;
    }

    @Override
    public void status(int newStatus) {
        status = newStatus;
    }

    @Override
    public void header(String name, String value) {
        if (!OF_THE_WAY.contains(name.toLowerCase(Locale.ROOT))) {
            headers.add(Map.entry(name, value));
        }
    }

    @Override
    public void rows(long number) {
        rows = number;
    }

    @Override
    public OutputStream body() {
        return held;
    }

    public int status() {
        return status;
    }

    /** The headers that say something about the answer itself, in their order. */
    public List<Map.Entry<String, String>> headers() {
        return List.copyOf(headers);
    }

    /** The body's media type; empty without a body. */
    public String contentType() {
        return headers.stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** How many rows were given or written. */
    public long rows() {
        return rows;
    }

    public byte[] bytes() {
        return held.toByteArray();
    }

    public int length() {
        return held.size();
    }

    private final class Held extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            check(length);
            super.write(bytes, from, length);
        }

        private void check(int more) {
            if (more > most - count) {
                throw new Refusal(
                        Reason.TOO_LARGE,
                        "The answers of this batch are too long to be held",
                        null,
                        "Ask for less by select and limit, or by requests of their own.");
            }
        }
    }
}
