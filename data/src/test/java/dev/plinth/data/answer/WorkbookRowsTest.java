package dev.plinth.data.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class WorkbookRowsTest {
    @Test
    void cellsAreNumbersDatesOrTextsThatAreNeverFormulas() throws IOException {
        assertThat(cell("bigint", 999_999_999_999_999L)).contains("<v>999999999999999</v>");
        assertThat(cell("bigint", 1_000_000_000_000_000L)).contains("inlineStr");
        assertThat(cell("decimal(20,2)", new BigDecimal("-1.50"))).contains("<v>-1.50</v>");
        assertThat(cell("decimal(20,2)", new BigDecimal("12345678901234.56")))
                .contains("inlineStr", ">12345678901234.56<");
        assertThat(cell("boolean", true)).contains("t=\"b\"><v>1</v>");
        assertThat(cell("date", LocalDate.of(2024, 2, 29))).contains("s=\"2\"><v>45351</v>");
        assertThat(cell("date", LocalDate.of(1900, 2, 28))).contains(">1900-02-28<");
        assertThat(cell("timestamp(6)", LocalDateTime.of(2024, 2, 29, 12, 0)))
                .contains("s=\"3\"><v>45351.5</v>");
        assertThat(cell("timestamp(6)", LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1000)))
                .contains(">2024-02-29T12:00:00.000001<");
        assertThat(cell("text", "=1+1")).contains("inlineStr", ">=1+1<").doesNotContain("<f>");
        assertThat(cell("text", "<a>&\u0001_x0041_\uD800"))
                .contains(">&lt;a&gt;&amp;_x0001__x005F_x0041__xD800_<");
    }

    @Test
    void aTextThatFitsInNoCellIsRefused() {
        assertThatThrownBy(() -> cell("text", "x".repeat(32_768)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("32,767");
    }

    @Test
    void moreRowsGoOnInTheNextSheet() throws IOException {
        RowShape shape = shape("bigint");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkbookRows writer = new WorkbookRows(bytes, ZoneOffset.UTC, 3);
        for (long i = 1; i <= 5; i++) {
            writer.row(shape, new Row(new Object[] {i}, List.of()));
        }
        writer.end(shape);
        Map<String, String> parts = parts(bytes.toByteArray());
        assertThat(parts)
                .containsKeys("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml")
                .doesNotContainKey("xl/worksheets/sheet4.xml");
        assertThat(parts.get("xl/worksheets/sheet3.xml"))
                .contains("<t xml:space=\"preserve\">a</t>", "<c r=\"A2\"><v>5</v></c>");
        assertThat(parts.get("xl/workbook.xml")).contains("\"Rows 3\"").doesNotContain("Rows 4");
    }

    private static RowShape shape(String type) {
        ColumnType known = ColumnTypes.parse(type).orElseThrow();
        return new RowShape(List.of(new RowShape.Scalar("a", 0, known, false)));
    }

    private static String cell(String type, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkbookRows writer = new WorkbookRows(bytes, ZoneOffset.UTC);
        writer.row(shape(type), new Row(new Object[] {value}, List.of()));
        writer.end(shape(type));
        return parts(bytes.toByteArray()).get("xl/worksheets/sheet1.xml");
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
