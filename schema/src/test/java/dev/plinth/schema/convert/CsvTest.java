package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CsvTest {
    private static Conversion csv(String name, String text) {
        return Conversions.convert("csv", name, text, IdSource.DERIVED);
    }

    private static List<String> columns(String text) {
        return csv("x.csv", text).model().tables().getFirst().columns().stream()
                .map(c -> c.name() + " " + c.type().text() + (c.required() ? "!" : ""))
                .toList();
    }

    @Test
    void typesAreFoundByLookingAtTheValues() {
        String text =
                "\uFEFFId,Order No.,Price,Paid,Day,At,Zip,Note,Big\r\n"
                    + "1,A-1,12.50,true,2024-02-29,2024-02-29T10:00:00Z,01234,\"said \"\"no\"\","
                    + " twice\",9007199254740993\r\n"
                    + "2,A-2,3,false,2024-03-01,2024-03-01T11:30:00+02:00,99999,,1\r\n";
        assertThat(columns(text))
                .containsExactly(
                        "id bigint!",
                        "order_no text(50)!",
                        "price decimal(18,2)!",
                        "paid boolean!",
                        "day date!",
                        "at timestamptz(6)!",
                        "zip text(50)!",
                        "note text(50)",
                        "big bigint!");
        Table table = csv("C:\\data\\My Orders.csv", text).model().tables().getFirst();
        assertThat(table.name().name()).isEqualTo("my_orders");
        assertThat(table.keyColumns()).hasSize(1);
        assertThat(table.columns().getFirst().identity()).isEqualTo(Identity.BY_DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-01 10:00:00 | timestamp(6)",
                "10:30 | time(6)",
                "6f1e4c1e-8f4e-4b0a-9d1e-000000000001 | uuid",
                "{\"a\":1} | json",
                "1e10 | double",
                "99999999999999999999 | text(50)",
                "-0.5 | decimal(18,2)",
                "007 | text(50)"
            })
    void aValueTellsItsType(String value, String type) {
        assertThat(columns("a;v\nx;" + value + "\n").get(2)).isEqualTo("v " + type + "!");
    }

    @Test
    void headingsBecomeNamesThatDiffer() {
        assertThat(columns("Name\tname\t\tunitPrice\na\tb\tc\td\n"))
                .containsExactly(
                        "id bigint!",
                        "name text(50)!",
                        "name_2 text(50)!",
                        "column_3 text(50)!",
                        "unit_price text(50)!");
    }

    @Test
    void raggedLinesAreTold() {
        assertThat(csv("x", "a,b\n1,2\n3\n\n4,5,6\n").problems())
                .extracting(p -> p.path() + " " + p.code())
                .containsExactly("line 3 T009", "line 5 T009");
        assertThat(csv("x", "a\n\"one\ntwo\"\n").problems()).filteredOn(Problem::isError).isEmpty();
    }
}
