package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** Rows of CSV; the first line names them. */
final class CsvSource implements RowSource {
    private final CsvReader csv;
    private final Charset charset;
    private final List<String> names;

    CsvSource(InputStream body, Charset charset) throws IOException {
        this.charset = charset;
        this.csv =
                new CsvReader(
                        new InputStreamReader(
                                body,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                        CsvReader.Nothing.EMPTY);
        findSeparator();
        List<@Nullable String> line = line();
        if (line == null) {
            throw new Refusal(Reason.BODY, "The CSV has no line of column names");
        }
        this.names = line.stream().map(name -> name == null ? "" : name.strip()).toList();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public boolean isOfTexts() {
        return true;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        List<@Nullable String> cells = line();
        while (cells != null && names.size() > 1 && cells.size() == 1 && cells.getFirst() == null) {
            cells = line();
        }
        if (cells == null) {
            return null;
        }
        if (cells.size() != names.size()) {
            return new Broken(
                    csv.number(),
                    new Refusal(
                            Reason.BODY,
                            "The line has "
                                    + cells.size()
                                    + " fields, and the first one "
                                    + names.size()));
        }
        return new Listed(csv.number(), cells);
    }

    private void findSeparator() throws IOException {
        try {
            csv.findSeparator();
        } catch (CharacterCodingException e) {
            throw undecodable(e);
        }
    }

    private @Nullable List<@Nullable String> line() throws IOException {
        try {
            return csv.line();
        } catch (CharacterCodingException e) {
            throw undecodable(e);
        }
    }

    private Refusal undecodable(CharacterCodingException cause) {
        return new Refusal(
                        Reason.BODY,
                        "The CSV is no " + charset.name() + " near line " + csv.number(),
                        null,
                        "Save it as UTF-8, or say what it is: Content-Type: text/csv;"
                                + " charset=windows-1252.")
                .causedBy(cause);
    }

    @Override
    public void close() {}
}
