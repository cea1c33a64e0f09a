package dev.plinth.data;

import dev.plinth.schema.convert.xlsx.SheetRows;
import dev.plinth.schema.convert.xlsx.SheetRows.SheetRow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads workbooks. */
final class Workbooks {
    private Workbooks() {}

    /** The cells of the first sheet, empty where there is none, all rows as wide as the first. */
    static List<List<String>> rows(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("rows", ".xlsx");
        try {
            Files.write(file, workbook);
            List<List<String>> rows = new ArrayList<>();
            try (SheetRows sheet = SheetRows.open(file)) {
                for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                    List<String> cells = new ArrayList<>();
                    int width = rows.isEmpty() ? row.cells().size() : rows.getFirst().size();
                    for (int i = 0; i < width; i++) {
                        String cell = i < row.cells().size() ? row.cells().get(i) : null;
                        cells.add(cell == null ? "" : cell);
                    }
                    rows.add(cells);
                }
            }
            return rows;
        } finally {
            Files.delete(file);
        }
    }
}
