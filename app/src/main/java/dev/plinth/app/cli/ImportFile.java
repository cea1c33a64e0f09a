package dev.plinth.app.cli;

import dev.plinth.data.request.Representation;
import dev.plinth.schema.document.DocumentCode;
import dev.plinth.schema.problem.PlinthException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A file of rows, or standard input, while it is read.
 *
 * @param name as people know it
 * @param type the media type of what is in it
 * @param length in bytes; 0 when nobody knows
 */
record ImportFile(String name, String type, long length, Counted body) implements AutoCloseable {
    static final String DESCRIPTION =
            "CSV, JSON, JSON lines (.ndjson, .jsonl) or a workbook (.xlsx); - is standard input.";

    private static final Map<String, String> TYPES =
            Map.of(
                    "csv", "text/csv",
                    "json", "application/json",
                    "ndjson", "application/x-ndjson",
                    "jsonl", "application/x-ndjson",
                    "xlsx", Representation.WORKBOOK_TYPE);

    /**
     * @param said the type by its ending; empty if the file's own tells it
     */
    static ImportFile open(String file, String said) {
        boolean isStandard = file.equals("-");
        String name = isStandard ? "standard input" : file;
        String ending = said.isEmpty() ? file.replaceFirst("^.*\\.", "") : said;
        String type = TYPES.get(ending.toLowerCase(Locale.ROOT));
        if (type == null) {
            throw CommandCode.USAGE.because(
                    "Nobody knows what is in " + name + ": add --type csv, json, ndjson or xlsx.");
        }
        if (isStandard) {
            return new ImportFile(name, type, 0, new Counted(System.in));
        }
        try {
            Path path = Path.of(file);
            InputStream body = Files.newInputStream(path);
            return new ImportFile(name, type, Files.size(path), new Counted(body));
        } catch (IOException e) {
            throw PlinthException.of(
                    DocumentCode.UNREADABLE.code(),
                    file,
                    "The file " + file + " cannot be read.",
                    DocumentCode.UNREADABLE.remedy());
        }
    }

    /** How much of it was read, of a hundred; 0 when nobody knows. */
    int percent() {
        return length == 0 ? 0 : (int) (body.count * 100 / length);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    /** Counts bytes, which another thread may ask for. Once closed it is at its end. */
    static final class Counted extends FilterInputStream {
        private volatile long count;
        private boolean isClosed;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** One thread at a time reads. */
        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate")
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = isClosed ? -1 : super.read(bytes, from, most);
            count += Math.max(0, read);
            return read;
        }

        /** Rows that are refused as a whole are passed over after nobody reads them any more. */
        @Override
        public void close() throws IOException {
            isClosed = true;
            super.close();
        }
    }
}
