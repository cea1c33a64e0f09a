package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON objects, each on a line of its own. One that is broken spoils no other. */
final class LinesSource implements RowSource {
    private static final int MOST_BYTES = 16_000_000;
    private final InputStream in;
    private long number;

    LinesSource(InputStream body) {
        this.in = new BufferedInputStream(body, 1 << 15);
    }

    @Override
    public @Nullable List<String> names() {
        return null;
    }

    @Override
    public boolean isOfTexts() {
        return false;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        try {
            return new Named(number, JsonBody.object(line));
        } catch (Refusal refusal) {
            return new Broken(number, refusal);
        }
    }

    private byte @Nullable [] line() throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (b >= 0 && b != '\n') {
            line.write(b);
            if (line.size() > MOST_BYTES) {
                throw new Refusal(
                        Reason.TOO_LARGE, "Line " + number + " has more than 16 million bytes");
            }
            b = in.read();
        }
        return line.toByteArray();
    }

    /** Also a line with nothing but the mark by which some programs begin a file. */
    private static boolean isBlank(byte[] line) {
        String text = line.length > 4 ? "x" : new String(line, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").isBlank();
    }

    @Override
    public void close() {}
}
