package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV line by line, of which none may be longer than is sensible. */
public final class CsvReader {
    private static final int END = -1;
    private static final int MOST_SIGNS = 16_000_000;
    private static final char[] OTHER_SEPARATORS = {';', '\t', '|'};
    private final Reader in;
    private final Nothing nothing;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;
    private boolean started;
    private char separator = ',';
    private long lines = 1;
    private long line = 1;
    private int signs;
    private StringBuilder text = new StringBuilder();

    /** How a cell says that it has no value; within quotes it always has one. */
    public enum Nothing {
        /** By the word {@code NULL}, as PostgREST reads it. */
        WORD,
        /** By being empty, as our own answers and spreadsheets have it. */
        EMPTY
    }

    public CsvReader(Reader in, Nothing nothing) {
        this.in = in;
        this.nothing = nothing;
    }

    /**
     * Takes what the first line has between its cells: a comma if there is one, otherwise what
     * there is most of among the other signs that spreadsheets write. To be called before a line is
     * read.
     */
    void findSeparator() throws IOException {
        int end = fillFirstLine();
        if (count(',', end) > 0) {
            return;
        }
        int most = 0;
        for (char candidate : OTHER_SEPARATORS) {
            int found = count(candidate, end);
            if (found > most) {
                most = found;
                separator = candidate;
            }
        }
    }

    /** Where the first line ends in the buffer, or the buffer does. */
    private int fillFirstLine() throws IOException {
        int seen = 0;
        while (filled < buffer.length) {
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more <= 0) {
                break;
            }
            filled += more;
            for (; seen < filled; seen++) {
                if (buffer[seen] == '\n' || buffer[seen] == '\r') {
                    return seen;
                }
            }
        }
        return filled;
    }

    private int count(char sign, int end) {
        int found = 0;
        boolean quoted = false;
        for (int i = 0; i < end; i++) {
            quoted ^= buffer[i] == '"';
            if (buffer[i] == sign && !quoted) {
                found++;
            }
        }
        return found;
    }

    /** The number of the line that {@link #line} gave, or began to read, from 1. */
    public long number() {
        return line;
    }

    /** The cells of the next line, or null after the last. */
    public @Nullable List<@Nullable String> line() throws IOException {
        int first = read();
        if (!started && first == '\uFEFF') {
            first = read();
        }
        started = true;
        if (first == END) {
            return null;
        }
        at--;
        line = lines;
        signs = 0;
        List<@Nullable String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = cell(cells);
        }
        return cells;
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            if (filled == 0) {
                return END;
            }
        }
        return buffer[at++];
    }

    private void append(int sign) {
        if (++signs > MOST_SIGNS) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "Line " + line + " of the CSV has more than " + MOST_SIGNS + " characters",
                    null,
                    "Perhaps quotes were opened there and never closed.");
        }
        text.append((char) sign);
    }

    /** Reads one cell and what ends it; whether another follows on the line. */
    private boolean cell(List<@Nullable String> cells) throws IOException {
        text.setLength(0);
        int c = read();
        boolean quoted = c == '"';
        if (quoted) {
            c = quoted();
        }
        while (c != END && c != separator && c != '\n' && c != '\r') {
            append(c);
            c = read();
        }
        String value = text.toString();
        cells.add(!quoted && isNothing(value) ? null : value);
        if (c == '\r') {
            int next = read();
            if (next != '\n' && next != END) {
                at--;
            }
        }
        if (c == '\n' || c == '\r') {
            lines++;
        }
        if (text.capacity() > buffer.length) {
            text = new StringBuilder();
        }
        return c == separator;
    }

    private boolean isNothing(String value) {
        return nothing == Nothing.WORD ? value.equals("NULL") : value.isEmpty();
    }

    /** Reads up to the closing quote; gives back what follows it. */
    private int quoted() throws IOException {
        int c = read();
        while (c != END) {
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return c;
                }
            } else if (c == '\n') {
                lines++;
            }
            append(c);
            c = read();
        }
        throw new Refusal(
                Reason.BODY, "The CSV ends within quotes", "They begin in line " + line, null);
    }
}
