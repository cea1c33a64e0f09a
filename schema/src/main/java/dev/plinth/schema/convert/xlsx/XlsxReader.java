package dev.plinth.schema.convert.xlsx;

import dev.plinth.schema.convert.csv.CsvReader;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.xml.stream.XMLStreamReader;

/** Reads the tables of a workbook: one per sheet, from the row on that looks like headings. */
public final class XlsxReader {
    private static final int MOST_COLUMNS = 16_384;
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Parts parts;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final CellFormats formats;
    private boolean since1904;

    private XlsxReader(byte[] content) {
        this.parts = new Parts(content);
        workbook();
        this.formats = new CellFormats(parts, since1904);
        StringBuilder text = new StringBuilder();
        boolean[] within = {false};
        parts.walk(
                "xl/sharedStrings.xml",
                xml -> {
                    if (xml.isStartElement()) {
                        within[0] = xml.getLocalName().equals("t");
                    } else if (xml.isCharacters() && within[0]) {
                        text.append(xml.getText());
                    } else if (xml.isEndElement()) {
                        within[0] = false;
                        if (xml.getLocalName().equals("si")) {
                            texts.add(text.toString());
                            text.setLength(0);
                        }
                    }
                });
    }

    /**
     * @throws dev.plinth.schema.problem.PlinthException when it is no workbook, or a harmful one
     */
    public static Sketch read(byte[] content) {
        XlsxReader reader = new XlsxReader(content);
        Sketch sketch = new Sketch();
        reader.sheets.forEach(
                (name, path) -> {
                    SortedMap<Integer, List<String>> rows = new TreeMap<>();
                    reader.rows(path, rows);
                    int from = heading(rows);
                    if (from > 0) {
                        CsvReader.table(sketch, name, rows.tailMap(from));
                    } else {
                        sketch.problems.add(
                                ConversionCode.LEFT_OUT.warning(
                                        1,
                                        "The sheet \"" + name + "\" is empty and was left out."));
                    }
                });
        return sketch;
    }

    /** The first row that is about as wide as the widest; 0 without rows. */
    private static int heading(SortedMap<Integer, List<String>> rows) {
        long widest = rows.values().stream().mapToLong(XlsxReader::filled).max().orElse(0);
        return rows.entrySet().stream()
                .filter(r -> filled(r.getValue()) > 0 && filled(r.getValue()) * 5 >= widest * 3)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private static long filled(List<String> row) {
        return row.stream().filter(v -> !v.isBlank()).count();
    }

    private void workbook() {
        Map<String, String> targets = new HashMap<>();
        parts.walk(
                "xl/_rels/workbook.xml.rels",
                xml -> {
                    if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                        targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
                    }
                });
        parts.walk(
                "xl/workbook.xml",
                xml -> {
                    if (xml.isStartElement() && xml.getLocalName().equals("workbookPr")) {
                        since1904 = attribute(xml, "date1904").matches("1|true");
                    } else if (xml.isStartElement() && xml.getLocalName().equals("sheet")) {
                        String id = xml.getAttributeValue(RELATIONS, "id");
                        String target = targets.getOrDefault(id == null ? "" : id, "");
                        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                        if (path.contains("worksheets/")) {
                            sheets.put(attribute(xml, "name"), path);
                        }
                    }
                });
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void rows(String path, SortedMap<Integer, List<String>> rows) {
        Cell cell = new Cell();
        parts.walk(
                path,
                xml -> {
                    if (xml.isStartElement()) {
                        switch (xml.getLocalName()) {
                            case "row" -> cell.startRow(xml.getAttributeValue(null, "r"));
                            case "c" ->
                                    cell.start(
                                            attribute(xml, "r"),
                                            attribute(xml, "t"),
                                            CellFormats.number(xml.getAttributeValue(null, "s")));
                            case "v", "t" -> cell.within = true;
                            default -> cell.within = false;
                        }
                    } else if (xml.isCharacters() && cell.within) {
                        cell.text.append(xml.getText());
                    } else if (xml.isEndElement()) {
                        cell.within = false;
                        if (xml.getLocalName().equals("c") && cell.column < MOST_COLUMNS) {
                            put(rows.computeIfAbsent(cell.row, r -> new ArrayList<>()), cell);
                        }
                    }
                });
    }

    private void put(List<String> row, Cell cell) {
        String raw = cell.text.toString();
        String value =
                switch (cell.type) {
                    case "s" -> {
                        int at = CellFormats.number(raw.strip());
                        yield at < texts.size() ? texts.get(at) : "";
                    }
                    case "b" -> raw.strip().equals("1") ? "true" : "false";
                    case "e" -> "";
                    case "str", "inlineStr", "d" -> raw;
                    default -> raw.isBlank() ? "" : formats.text(raw, cell.style);
                };
        while (row.size() < cell.column) {
            row.add("");
        }
        row.add(value);
    }

    /** Where a walk through a sheet is. */
    private static final class Cell {
        private final StringBuilder text = new StringBuilder();
        private boolean within;
        private String type = "";
        private int style;
        private int row;
        private int column = -1;

        void startRow(@Nullable String number) {
            int given = CellFormats.number(number);
            row = given > 0 ? given : row + 1;
            column = -1;
        }

        void start(String place, String newType, int newStyle) {
            int given = 0;
            for (char c : place.replaceAll("[^A-Z]", "").toCharArray()) {
                given = Math.min(given * 26 + c - 'A' + 1, MOST_COLUMNS + 1);
            }
            column = given > column + 1 ? given - 1 : column + 1;
            type = newType;
            style = newStyle;
            text.setLength(0);
            within = false;
        }
    }
}
