package dev.plinth.schema.convert.xlsx;

import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The rows of the first sheet of a workbook, one by one; only the texts that cells have in common
 * are held. An end to what one row may hold keeps a small file from becoming a large one.
 */
public final class SheetRows implements AutoCloseable {
    private static final int MOST_COLUMNS = 16_384;
    private static final long MOST_BYTES_OF_ROW = 16_000_000;
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ZipFile file;
    private final List<String> texts = new ArrayList<>();
    private final CellFormats formats;
    private final RowBytes bytes;
    private final XMLStreamReader xml;
    private int number;
    private String fault = "";

    /**
     * A row.
     *
     * @param number as the spreadsheet shows it, from 1
     * @param cells null where there is none
     * @param fault what is the matter with a cell that shows something and holds no value; else
     *     empty
     */
    public record SheetRow(int number, List<@Nullable String> cells, String fault) {}

    private SheetRows(ZipFile file) throws IOException, XMLStreamException {
        this.file = file;
        Parts parts = new Parts(file);
        boolean[] since1904 = {false};
        String path = firstSheet(parts, since1904);
        this.formats = new CellFormats(parts, since1904[0]);
        sharedTexts(parts);
        ZipEntry sheet = file.getEntry(path);
        if (sheet == null) {
            throw Parts.broken();
        }
        this.bytes = new RowBytes(file.getInputStream(sheet));
        this.xml = Parts.xml(bytes, false);
    }

    /**
     * @throws dev.plinth.schema.problem.PlinthException when it is no workbook, or a harmful one
     */
    public static SheetRows open(Path path) throws IOException {
        ZipFile file;
        try {
            file = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw Parts.broken();
        }
        try {
            return new SheetRows(file);
        } catch (XMLStreamException e) {
            file.close();
            throw Parts.broken();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String firstSheet(Parts parts, boolean[] since1904) {
        Map<String, String> targets = new HashMap<>();
        parts.walk(
                "xl/_rels/workbook.xml.rels",
                xml -> {
                    if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                        targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
                    }
                });
        List<String> paths = new ArrayList<>();
        parts.walk(
                "xl/workbook.xml",
                xml -> {
                    if (xml.isStartElement() && xml.getLocalName().equals("workbookPr")) {
                        since1904[0] = attribute(xml, "date1904").matches("1|true");
                    } else if (xml.isStartElement() && xml.getLocalName().equals("sheet")) {
                        String id = xml.getAttributeValue(RELATIONS, "id");
                        String target = targets.getOrDefault(id == null ? "" : id, "");
                        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                        if (path.contains("worksheets/")) {
                            paths.add(path);
                        }
                    }
                });
        return paths.isEmpty() ? "" : paths.getFirst();
    }

    private void sharedTexts(Parts parts) {
        StringBuilder text = new StringBuilder();
        boolean[] within = {false};
        parts.walk(
                "xl/sharedStrings.xml",
                at -> {
                    if (at.isStartElement()) {
                        within[0] = at.getLocalName().equals("t");
                    } else if (at.isCharacters() && within[0]) {
                        text.append(at.getText());
                    } else if (at.isEndElement()) {
                        within[0] = false;
                        if (at.getLocalName().equals("si")) {
                            texts.add(unescaped(text.toString()));
                            text.setLength(0);
                        }
                    }
                });
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(
                                m ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(m.group(1), 16))))
                : text;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The next row that has cells, or null after the last. */
    public @Nullable SheetRow next() throws IOException {
        try {
            while (Parts.next(xml)) {
                if (xml.isStartElement() && xml.getLocalName().equals("row")) {
                    int given = CellFormats.number(xml.getAttributeValue(null, "r"));
                    number = given > 0 ? given : number + 1;
                    List<@Nullable String> cells = cells();
                    if (!cells.isEmpty() || !fault.isEmpty()) {
                        return new SheetRow(number, cells, fault);
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Parts.broken();
        }
    }

    private List<@Nullable String> cells() throws XMLStreamException {
        bytes.startRow();
        fault = "";
        List<@Nullable String> cells = new ArrayList<>();
        while (Parts.next(xml)) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                int at = Math.max(column(attribute(xml, "r")), cells.size());
                String value = cell();
                if (value != null && at < MOST_COLUMNS) {
                    while (cells.size() < at) {
                        cells.add(null);
                    }
                    cells.add(value);
                }
            } else if (xml.isEndElement() && xml.getLocalName().equals("row")) {
                break;
            }
        }
        return cells;
    }

    /** From 0, by letters as in {@code BC12}; less than that without any. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = Math.min(column * 26 + c - 'A' + 1, MOST_COLUMNS + 1);
            }
        }
        return column - 1;
    }

    private @Nullable String cell() throws XMLStreamException {
        String place = attribute(xml, "r");
        String type = attribute(xml, "t");
        int style = CellFormats.number(xml.getAttributeValue(null, "s"));
        StringBuilder text = new StringBuilder();
        boolean within = false;
        boolean any = false;
        boolean isFormula = false;
        while (Parts.next(xml)) {
            if (xml.isStartElement()) {
                within = xml.getLocalName().equals("v") || xml.getLocalName().equals("t");
                any |= within;
                isFormula |= xml.getLocalName().equals("f");
            } else if (xml.isCharacters() && within) {
                text.append(xml.getText());
            } else if (xml.isEndElement()) {
                within = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            }
        }
        if (type.equals("e")) {
            fault = "The cell " + place + " shows " + text + ".";
        } else if (isFormula && !any) {
            fault = "The value of the formula in " + place + " is not saved.";
        }
        return any ? value(type, style, text.toString()) : null;
    }

    private @Nullable String value(String type, int style, String raw) {
        return switch (type) {
            case "s" -> {
                int at = CellFormats.number(raw.strip());
                yield at < texts.size() ? texts.get(at) : null;
            }
            case "b" -> raw.strip().equals("1") ? "true" : "false";
            case "e" -> null;
            case "str", "inlineStr" -> unescaped(raw);
            case "d" -> raw;
            default -> raw.isBlank() ? null : formats.text(raw, style);
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Counts what one row takes. */
    private static final class RowBytes extends FilterInputStream {
        private long left = MOST_BYTES_OF_ROW;

        RowBytes(InputStream sheet) {
            super(sheet);
        }

        void startRow() {
            left = MOST_BYTES_OF_ROW;
        }

        @Override
        public int read() throws IOException {
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            left -= read;
            if (left < 0) {
                throw Parts.hostile("A row of the workbook holds more than 16 MB.");
            }
            return read;
        }
    }
}
