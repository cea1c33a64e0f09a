package dev.plinth.data.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bodies that never end, are broken, or are more than they seem to be. */
class RowSourceTest {
    private static final String START =
            "<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                + " r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>";

    @Test
    void aLineWithoutAnEndIsRefusedEarly() {
        assertRefused("text/csv", endless("id,label\n1,\"", 'x'), "Line 2 of the CSV has more");
        assertRefused("text/csv", endless("", 'x'), "Line 1 of the CSV has more");
        assertRefused("application/x-ndjson", endless("{\"id\":\"", 'x'), "Line 1 has more");
    }

    /** Spreadsheets write the list separator of their country. */
    @Test
    void theFirstLineTellsWhatSeparatesTheOthers() throws IOException {
        assertThat(firstRow("\uFEFFid;\"label\"\r\n1;\"a;b,c\"\r\n")).isEqualTo("[1, a;b,c]");
        assertThat(firstRow("id\tlabel\n1\ta,b")).isEqualTo("[1, a,b]");
        assertThat(firstRow("id|label\n1|a")).isEqualTo("[1, a]");
        assertThat(firstRow("id,a;b;c\n1,2;3")).isEqualTo("[1, 2;3]");
        assertThat(firstRow("\"a;b\"\n1;2")).isEqualTo("[1;2]");
        assertThat(firstRow("id\n1;2")).isEqualTo("[1;2]");
        String many = "c;".repeat(9000) + "last\n" + "1;".repeat(9000) + "2";
        assertThat(firstRow(many)).startsWith("[1, 1, ").endsWith(" 1, 2]");
    }

    private static String firstRow(String csv) throws IOException {
        InputStream body = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        try (RowSource source = BodyReader.rows(body, "text/csv")) {
            return source.next() instanceof RowSource.Listed(_, var cells)
                    ? cells.toString()
                    : "none";
        }
    }

    @Test
    void aWorkbookIsNoMoreThanItSeems() throws IOException {
        String cell = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>";
        assertRefused(
                Representation.WORKBOOK_TYPE,
                new ByteArrayInputStream(workbook(START + cell, 40_000_000, "")),
                "A row of the workbook holds more than 16 MB.");
        assertRefused(
                Representation.WORKBOOK_TYPE,
                new ByteArrayInputStream(workbook(START, 40_000_000, "")),
                "A row of the workbook holds more than 16 MB.");
        assertRefused(
                Representation.WORKBOOK_TYPE,
                new ByteArrayInputStream(
                        workbook(
                                "<!DOCTYPE a [<!ENTITY b \"c\">]>" + START + "<row><c><v>&b;",
                                0,
                                "</v></c></row></sheetData></worksheet>")),
                "");
        assertRefused(
                Representation.WORKBOOK_TYPE,
                new ByteArrayInputStream("PK\003\004 and no more".getBytes(StandardCharsets.UTF_8)),
                "This is no workbook");
    }

    /** As empty cells they would be written as such, and nobody would notice. */
    @Test
    void cellsThatShowNoValueAreNotTakenForEmptyOnes() throws IOException {
        String row = "<row r=\"2\"><c r=\"A2\"%s</c></row></sheetData></worksheet>";
        assertThat(second(row.formatted(" t=\"e\"><f>1/0</f><v>#DIV/0!</v>")))
                .isEqualTo("The cell A2 shows #DIV/0!.");
        assertThat(second(row.formatted("><f>B1+1</f>")))
                .isEqualTo("The value of the formula in A2 is not saved.");
        assertThat(second(row.formatted("><f>B1+1</f><v>7</v>"))).isEqualTo("[7]");
        assertThat(second(row.formatted(" t=\"str\"><f>\"\"</f><v></v>"))).isEqualTo("[]");
    }

    /** The row after the header, or why it is none. */
    private static String second(String rest) throws IOException {
        try (RowSource source =
                BodyReader.rows(
                        new ByteArrayInputStream(workbook(START, 0, rest)),
                        Representation.WORKBOOK_TYPE)) {
            return switch (source.next()) {
                case RowSource.Broken(_, Refusal refusal) -> String.valueOf(refusal.getMessage());
                case RowSource.Listed(_, var cells) -> cells.toString();
                case null, default -> "";
            };
        }
    }

    @Test
    void aHeaderNamesEachColumnOnce() {
        assertThatThrownBy(
                        () ->
                                BodyReader.read(
                                        new ByteArrayInputStream(
                                                "id,id\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                                        "text/csv"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The column \"id\" is there twice");
    }

    @Test
    void linesOfCsvAreThoseOfTheFile() throws IOException {
        try (RowSource source =
                BodyReader.rows(
                        text("\uFEFFa,b\r\n1,\"x\ny\"\r\n\r\n,\"\"\n3,NULL\r4,5,6\n"),
                        "text/csv")) {
            assertThat(source.names()).containsExactly("a", "b");
            assertThat(source.next()).isEqualTo(new RowSource.Listed(2, List.of("1", "x\ny")));
            assertThat(source.next()).isEqualTo(new RowSource.Listed(5, Arrays.asList(null, "")));
            assertThat(source.next()).isEqualTo(new RowSource.Listed(6, List.of("3", "NULL")));
            assertThat(source.next())
                    .isInstanceOf(RowSource.Broken.class)
                    .extracting(RowSource.SourceRow::line)
                    .isEqualTo(7L);
            assertThat(source.next()).isNull();
        }
    }

    private static void assertRefused(String type, InputStream body, String sentence) {
        assertThatThrownBy(
                        () -> {
                            try (RowSource source = BodyReader.rows(body, type)) {
                                while (source.next() != null) {
                                    assertThat(source).isNotNull();
                                }
                            }
                        })
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream endless(String start, char sign) {
        return new SequenceInputStream(
                text(start),
                new InputStream() {
                    @Override
                    public int read() {
                        return sign;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        Arrays.fill(bytes, offset, offset + length, (byte) sign);
                        return length;
                    }
                });
    }

    /** A workbook whose sheet has so many spaces within. */
    private static byte[] workbook(String before, int spaces, String after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook"
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                        + " name=\"a\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"s\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(before.getBytes(StandardCharsets.UTF_8));
            byte[] block = " ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < spaces; i += block.length) {
                zip.write(block);
            }
            zip.write(after.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String path, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
