package dev.plinth.data.request;

import dev.plinth.schema.convert.xlsx.SheetRows;
import dev.plinth.schema.convert.xlsx.SheetRows.SheetRow;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a workbook's first sheet, of which the first names the columns. A workbook is read
 * from its end, so it is kept in a file meanwhile.
 */
final class SheetSource implements RowSource {
    private static final long MOST_BYTES = 512_000_000;
    private final Path file;
    private final SheetRows sheet;
    private final List<String> names;

    SheetSource(InputStream body) throws IOException {
        this.file = Files.createTempFile("plinth-", ".xlsx");
        SheetRows opened = null;
        try {
            keep(body, file);
            opened = SheetRows.open(file);
            SheetRow first = opened.next();
            if (first == null) {
                throw new Refusal(Reason.BODY, "The workbook's first sheet is empty");
            }
            if (!first.fault().isEmpty()) {
                throw new Refusal(Reason.BODY, first.fault());
            }
            this.names = first.cells().stream().map(c -> c == null ? "" : c.strip()).toList();
            this.sheet = opened;
        } catch (PlinthException e) {
            drop(opened);
            throw refusal(e);
        } catch (IOException | RuntimeException e) {
            drop(opened);
            throw e;
        }
    }

    private void drop(@Nullable SheetRows opened) throws IOException {
        if (opened != null) {
            opened.close();
        }
        Files.deleteIfExists(file);
    }

    private static void keep(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long left = MOST_BYTES;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new Refusal(
                            Reason.TOO_LARGE,
                            "The workbook has more than 512 MB",
                            null,
                            "Send it as CSV.");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static Refusal refusal(PlinthException problem) {
        return new Refusal(
                Reason.BODY,
                problem.problems().getFirst().message(),
                null,
                problem.problems().getFirst().hint());
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
        SheetRow row;
        try {
            row = sheet.next();
        } catch (PlinthException e) {
            throw refusal(e);
        }
        if (row == null) {
            return null;
        }
        if (!row.fault().isEmpty()) {
            return new Broken(
                    row.number(),
                    new Refusal(
                            Reason.BODY,
                            row.fault(),
                            null,
                            "Mend the cell, or save the workbook once in a spreadsheet program."));
        }
        List<@Nullable String> cells = new ArrayList<>(row.cells());
        while (cells.size() < names.size()) {
            cells.add(null);
        }
        if (cells.size() > names.size()) {
            return new Broken(
                    row.number(),
                    new Refusal(
                            Reason.BODY,
                            "The row has "
                                    + cells.size()
                                    + " cells, and the first one "
                                    + names.size()));
        }
        return new Listed(row.number(), cells);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        Files.deleteIfExists(file);
    }
}
