package dev.plinth.data.answer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an {@code .xlsx} (ECMA-376) from its first row to its last, holding none of them. Texts
 * stand in their cells, so that no list of them has to be kept; they are never formulas.
 */
final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String KIND =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** How a cell is shown: the number of its format in the styles below. */
    enum Style {
        PLAIN,
        HEADING,
        DATE,
        MOMENT,
        EXACT_MOMENT,
        TIME
    }

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> letters = new ArrayList<>();
    private int sheets;
    private int row;
    private int column;

    Workbook(OutputStream target) throws IOException {
        this.zip = new ZipOutputStream(target);
        zip.setLevel(Deflater.BEST_SPEED);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15);
        // Any other part is a sheet, as nobody knows yet how many there will be.
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType="
                        + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\""
                        + KIND
                        + "worksheet+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + KIND
                        + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
                        + KIND
                        + "styles+xml\"/></Types>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\""
                        + PACKAGE
                        + "\"><Relationship Id=\"r1\" Type=\""
                        + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part("xl/styles.xml", styles());
    }

    private static String styles() {
        StringBuilder text = new StringBuilder("<styleSheet xmlns=\"").append(MAIN).append("\">");
        String[] formats = {
            "yyyy\\-mm\\-dd",
            "yyyy\\-mm\\-dd\\ hh:mm:ss",
            "yyyy\\-mm\\-dd\\ hh:mm:ss.000",
            "hh:mm:ss"
        };
        text.append("<numFmts count=\"4\">");
        for (int i = 0; i < formats.length; i++) {
            text.append("<numFmt numFmtId=\"").append(164 + i).append("\" formatCode=\"");
            text.append(formats[i]).append("\"/>");
        }
        text.append("</numFmts><fonts count=\"2\"><font/><font><b/></font></fonts>");
        text.append("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>");
        text.append("<fill><patternFill patternType=\"gray125\"/></fill></fills>");
        text.append("<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>");
        text.append("</cellStyleXfs><cellXfs count=\"6\"><xf/><xf fontId=\"1\" applyFont=\"1\"/>");
        for (int i = 0; i < formats.length; i++) {
            text.append("<xf numFmtId=\"").append(164 + i).append("\" applyNumberFormat=\"1\"/>");
        }
        return text.append("</cellXfs></styleSheet>").toString();
    }

    private void part(String path, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        out.write(HEAD);
        out.write(text);
        out.flush();
        zip.closeEntry();
    }

    /** How many rows the sheet has so far. */
    int rows() {
        return row;
    }

    /** Begins the first sheet or the next one; its first row stays in sight. */
    void sheet() throws IOException {
        endSheet();
        sheets++;
        row = 0;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        out.write(HEAD);
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">");
        out.write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\"");
        out.write(" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
    }

    private void endSheet() throws IOException {
        if (sheets > 0) {
            endRow();
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    void startRow() throws IOException {
        endRow();
        row++;
        column = 0;
        out.write("<row r=\"" + row + "\">");
    }

    private void endRow() throws IOException {
        if (row > 0) {
            out.write("</row>\n");
        }
    }

    void empty() {
        column++;
    }

    void number(String number, Style style) throws IOException {
        cell(style, "");
        out.write("<v>");
        out.write(number);
        out.write("</v></c>");
    }

    void truth(boolean value) throws IOException {
        cell(Style.PLAIN, "\" t=\"b");
        out.write(value ? "<v>1</v></c>" : "<v>0</v></c>");
    }

    void text(String text, Style style) throws IOException {
        cell(style, "\" t=\"inlineStr");
        out.write("<is><t xml:space=\"preserve\">");
        WorkbookText.write(text, out);
        out.write("</t></is></c>");
    }

    private void cell(Style style, String more) throws IOException {
        if (column == letters.size()) {
            letters.add(letters(column));
        }
        out.write("<c r=\"");
        out.write(letters.get(column));
        out.write(Integer.toString(row));
        if (style != Style.PLAIN) {
            out.write("\" s=\"");
            out.write('0' + style.ordinal());
        }
        out.write(more);
        out.write("\">");
        column++;
    }

    private static String letters(int column) {
        String last = Character.toString('A' + column % 26);
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** Writes what is left; the target stays open. */
    void end() throws IOException {
        endSheet();
        StringBuilder list = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        for (int i = 1; i <= sheets; i++) {
            list.append("<sheet name=\"Rows ").append(i).append("\" sheetId=\"").append(i);
            list.append("\" r:id=\"s").append(i).append("\"/>");
            targets.append("<Relationship Id=\"s").append(i).append("\" Type=\"").append(RELATIONS);
            targets.append("/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
        }
        targets.append("<Relationship Id=\"styles\" Type=\"").append(RELATIONS);
        targets.append("/styles\" Target=\"styles.xml\"/>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, list));
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, targets));
        zip.finish();
    }
}
