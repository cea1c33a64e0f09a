package dev.plinth.schema.dialect.db2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.dialect.standard.ViewDefinition;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What the catalog and the driver of Db2 show, as the manual has it. */
class Db2EchoTest {
    private static ColumnType type(String text) {
        return ColumnTypes.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "text(9)|'it''s'|it's",
                "text(9)|''|",
                "integer|-7|-7",
                "decimal(9,2)|1.50|1.50",
                "boolean|TRUE|true",
                "date|'2024-02-29'|2024-02-29",
                "time(0)|'13.45.00'|13:45:00",
                "timestamp(6)|'2024-02-29-13.45.00.123456'|2024-02-29T13:45:00.123456",
                "timestamp(6)|'2024-02-29 13:45:00'|2024-02-29T13:45:00",
                "timestamptz(6)|'2024-02-29-13.45.00.000000'|2024-02-29T13:45:00+00:00",
                "uuid|BX'0190F5FB1C3F7B0A8F9B0123456789AB'|0190f5fb-1c3f-7b0a-8f9b-0123456789ab",
                "binary(3)|BX'0001FF'|AAH/",
                "binary|\"SYSIBM\".\"BLOB\"(X'0001FF')|AAH/",
                "longtext|\"SYSIBM\".\"CLOB\"('x')|x"
            })
    void constants(String type, String shown, String text) {
        assertThat(Db2Defaults.read(type(type), shown))
                .isEqualTo(new Default.Value(text == null ? "" : text));
    }

    @ParameterizedTest
    @CsvSource({"date, CURRENT DATE", "time(0), CURRENT TIME", "timestamp(6), CURRENT TIMESTAMP"})
    void theMoment(String type, String shown) {
        assertThat(Db2Defaults.read(type(type), shown)).isEqualTo(new Default.Now());
    }

    @Test
    void whatIsNoConstant() {
        assertThat(Db2Defaults.read(type("text(9)"), "CURRENT USER"))
                .isEqualTo(new Default.Sql("CURRENT USER"));
        assertThat(Db2Defaults.read(type("text(9)"), "NULL")).isNull();
        assertThat(Db2Defaults.read(type("text(9)"), "")).isNull();
    }

    @Test
    void momentsOfRows() throws SQLException {
        assertThat(Db2Moments.timestamp("2024-02-29 13:45:00.1"))
                .isEqualTo(LocalDateTime.of(2024, 2, 29, 13, 45, 0, 100_000_000));
        assertThat(Db2Moments.timestamp("2024-02-29-13.45.00.123456789012"))
                .isEqualTo(LocalDateTime.of(2024, 2, 29, 13, 45, 0, 123_456_789));
        assertThat(Db2Moments.time("13.45.00")).isEqualTo(LocalTime.of(13, 45));
        assertThat(Db2Moments.time(null)).isNull();
        assertThatThrownBy(() -> Db2Moments.time("24:00:00")).isInstanceOf(SQLDataException.class);
    }

    @Test
    void viewsAreKeptAsTheyWereMade() {
        assertThat(ViewDefinition.query("create or replace view \"S\".\"v\" as\n select 1 from t"))
                .isEqualTo("select 1 from t");
        assertThat(ViewDefinition.query("CREATE VIEW v (a, \"B\") AS SELECT x, y FROM t"))
                .isEqualTo("SELECT * FROM (SELECT x, y FROM t) AS v (a, \"B\")");
    }
}
