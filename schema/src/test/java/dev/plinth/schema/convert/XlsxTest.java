package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.convert.xlsx.SheetRows;
import dev.plinth.schema.convert.xlsx.SheetRows.SheetRow;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.PlinthException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class XlsxTest {
    private static final String WORKBOOK =
            """
            <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
              <sheets><sheet name="Customers 2026" sheetId="1" r:id="rId1"/>
                <sheet name="Empty" sheetId="2" r:id="rId2"/></sheets></workbook>
            """;
    private static final String RELATIONS =
            """
            <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
              <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
            """;
    private static final String STYLES =
            """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>
              <numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/></numFmts>
              <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>
              <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
                <xf numFmtId="20"/></cellXfs></styleSheet>
            """;
    private static final String TEXTS =
            """
            <sst><si><t>Customer No.</t></si><si><r><t>Na</t></r><r><t>me</t></r></si><si><t>Ann</t></si></sst>
            """;
    private static final String SHEET =
            """
            <worksheet><sheetData>
              <row r="1"><c r="A1" t="inlineStr"><is><t>All our customers</t></is></c></row>
              <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>
                <c r="C3" t="inlineStr"><is><t>Born</t></is></c><c r="D3" t="str"><v>Seen At</v></c>
                <c r="E3" t="inlineStr"><is><t>Price</t></is></c><c r="F3" t="inlineStr"><is><t>Open</t></is></c>
                <c r="G3" t="inlineStr"><is><t>At</t></is></c></row>
              <row r="4"><c r="A4"><v>1</v></c><c r="B4" t="s"><v>2</v></c><c r="C4" s="1"><v>45351</v></c>
                <c r="D4" s="2"><v>45351.520833333336</v></c><c r="E4" s="3"><v>0.10000000000000001</v></c>
                <c r="F4" t="b"><v>1</v></c><c r="G4" s="4"><v>0.25</v></c></row>
              <row r="5"><c r="A5"><v>2</v></c><c r="C5" s="1"><v>61</v></c><c r="D5" s="2"><v>1.5</v></c>
                <c r="E5"><v>1E2</v></c><c r="F5" t="b"><v>0</v></c><c r="G5" t="e"><v>#N/A</v></c></row>
            </sheetData></worksheet>
            """;

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", WORKBOOK);
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/sharedStrings.xml", TEXTS);
        parts.put("xl/worksheets/sheet1.xml", SHEET);
        parts.put("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Conversion convert(byte[] content) {
        return Conversions.convert("xlsx", "book.xlsx", content, IdSource.DERIVED);
    }

    @Test
    void aSheetIsATable() throws IOException {
        Conversion made = convert(zip(parts()));
        assertThat(made.model().tables()).hasSize(1);
        Table table = made.model().tables().getFirst();
        assertThat(table.name().name()).isEqualTo("customers_2026");
        assertThat(table.columns())
                .extracting(c -> c.name() + " " + c.type().text())
                .containsExactly(
                        "id bigint",
                        "customer_no integer",
                        "name text(50)",
                        "born date",
                        "seen_at timestamp(6)",
                        "price decimal(18,2)",
                        "open boolean",
                        "at time(6)");
        assertThat(table.columnNamed("name").orElseThrow().required()).isFalse();
        assertThat(made.problems())
                .extracting(p -> p.message())
                .contains("The sheet \"Empty\" is empty and was left out.");
    }

    @Test
    void rowsOfTheFirstSheetComeOneByOne(@TempDir Path folder) throws IOException {
        Map<String, String> parts = parts();
        parts.put("xl/worksheets/sheet1.xml", SHEET.replace("<v>61</v>", "<v>61.25</v>"));
        Path file = Files.write(folder.resolve("book.xlsx"), zip(parts));
        try (SheetRows rows = SheetRows.open(file)) {
            assertThat(rows.next()).isEqualTo(new SheetRow(1, List.of("All our customers"), ""));
            assertThat(rows.next().number()).isEqualTo(3);
            assertThat(rows.next().cells())
                    .containsExactly(
                            "1", "Ann", "2024-02-29", "2024-02-29T12:30", "0.1", "true", "06:00");
            assertThat(rows.next().cells())
                    .containsExactly(
                            "2", null, "1900-03-01T06:00", "1899-12-31T12:00", "100", "false");
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void aFileThatGrowsWithoutEndIsRefused() throws IOException {
        Map<String, String> parts = parts();
        parts.put("xl/media/zeros.bin", "0".repeat(110_000_000));
        byte[] bomb = zip(parts);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> convert(bomb))
                .isInstanceOfSatisfying(
                        PlinthException.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("T011"));
    }

    @Test
    void aFileThatPointsAtOthersIsRefused() throws IOException {
        for (String head :
                List.of(
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                        "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\">]>")) {
            Map<String, String> parts = parts();
            parts.put("xl/sharedStrings.xml", head + "<sst><si><t>&x;&m;</t></si></sst>");
            byte[] hostile = zip(parts);
            assertThatThrownBy(() -> convert(hostile))
                    .isInstanceOfSatisfying(
                            PlinthException.class,
                            e -> assertThat(e.problems().getFirst().code()).isEqualTo("T011"));
        }
    }

    @Test
    void whatIsNoWorkbookIsTold() throws IOException {
        byte[] whole = zip(parts());
        for (byte[] content :
                List.of(
                        new byte[0],
                        "a,b\n1,2".getBytes(StandardCharsets.UTF_8),
                        java.util.Arrays.copyOf(whole, whole.length / 2),
                        zip(Map.of("xl/workbook.xml", "<workbook><sheets>")))) {
            assertThatThrownBy(() -> convert(content)).isInstanceOf(PlinthException.class);
        }
    }
}
