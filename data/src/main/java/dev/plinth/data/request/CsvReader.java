package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV line by line. A bare {@code NULL} is no value; quoted it is a text. */
public final class CsvReader {
    private static final int END = -1;
    private final PushbackReader in;
    private boolean started;

    public CsvReader(Reader in) {
        this.in = new PushbackReader(in);
    }

    /** The cells of the next line, or null after the last. */
    public @Nullable List<@Nullable String> line() throws IOException {
        int first = in.read();
        if (!started && first == '\uFEFF') {
            first = in.read();
        }
        started = true;
        if (first == END) {
            return null;
        }
        in.unread(first);
        List<@Nullable String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = cell(cells);
        }
        return cells;
    }

    /** Reads one cell and what ends it; whether another follows on the line. */
    private boolean cell(List<@Nullable String> cells) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        boolean quoted = c == '"';
        if (quoted) {
            c = quoted(text);
        }
        while (c != END && c != ',' && c != '\n' && c != '\r') {
            text.append((char) c);
            c = in.read();
        }
        String value = text.toString();
        cells.add(!quoted && value.equals("NULL") ? null : value);
        if (c == '\r') {
            int next = in.read();
            if (next != '\n' && next != END) {
                in.unread(next);
            }
        }
        return c == ',';
    }

    /** Reads up to the closing quote; gives back what follows it. */
    private int quoted(StringBuilder text) throws IOException {
        int c = in.read();
        while (c != END) {
            if (c == '"') {
                c = in.read();
                if (c != '"') {
                    return c;
                }
            }
            text.append((char) c);
            c = in.read();
        }
        throw new Refusal(Reason.BODY, "The CSV ends within quotes");
    }
}
