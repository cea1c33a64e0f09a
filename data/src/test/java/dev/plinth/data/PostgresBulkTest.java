package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;

/** Whole tables go out by COPY, and nobody can tell. */
class PostgresBulkTest {
    private static final String TABLE =
            """
            CREATE TYPE mood AS ENUM ('glad', 'a,b');
            CREATE TABLE things (
                id bigint PRIMARY KEY, small smallint, amount numeric(20,6), real_one real,
                truth boolean, day date, time_of_day time(6), moment timestamp(6),
                instant timestamptz(6), word varchar(40), story text, mark uuid, document jsonb,
                feeling mood, many int[], fixed char(5), bits bytea);
            INSERT INTO things VALUES
                (1, -3, 12.5, 1e20, true, '2024-02-29', '10:20:30.5', '2024-02-29 10:20:30.120',
                 '2024-02-29 10:20:30.000001+05', E'a "b", c\\n', '\\.',
                 '01020304-0506-0708-090a-0b0c0d0e0f10', '{"b": [1, 2.50], "a": "x"}', 'a,b',
                 '{1,2}', 'ab', '\\x00ff'),
                (2, 0, 0.000001, 0.1, false, '0001-01-01', '00:00', '1000-01-01 00:00',
                 '1969-12-31 23:59:59+00', '', ' x ', NULL, 'null', 'glad', '{}', '', ''),
                (9223372036854775807, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                 NULL, NULL, NULL, NULL, NULL, NULL),
                (4, 1, -99999999999999.999999, 3, true, '9999-12-31', '23:59:59.999999',
                 '9999-12-30 23:59:59', '9999-12-30 23:59:59+00', E'\\r', 'NULL', NULL, '"\\u00e9"',
                 NULL, NULL, NULL, NULL);
            """;

    @Test
    void csvIsTheSameAsRowByRow() throws IOException, SQLException {
        try (Attached attached =
                new Attached(TestDatabases.POSTGRESQL, Dialects.named("postgres"), TABLE)) {
            String all =
                    "things?select=id,small,amount,truth,day,time_of_day,moment,instant,word,story,"
                            + "mark,document,feeling,many,fixed&order=id";
            boolean[] prepared = {false};
            attached.before(1, () -> prepared[0] = true);
            Requests.Answer whole = attached.get(all, "Accept: text/csv");
            assertThat(prepared[0]).as("whether a statement was needed").isFalse();
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.header("Content-Range")).isEqualTo("0-3/*");
            assertThat(whole.text())
                    .isEqualTo(attached.get(all + "&limit=9", "Accept: text/csv").text())
                    .startsWith("id,small,")
                    .contains("\n2,0,0.000001,false,0001-01-01,00:00:00,1000-01-01T00:00:00,")
                    .endsWith(",,,");
            for (String way : new String[] {"things", "things?select=story", "things?id=lt.3"}) {
                assertThat(attached.get(way, "Accept: text/csv").text())
                        .isEqualTo(
                                attached.get(
                                                way + (way.contains("?") ? "&" : "?") + "limit=9",
                                                "Accept: text/csv")
                                        .text());
            }
            assertThat(attached.get("things?select=id,instant&id=eq.5", "Accept: text/csv").text())
                    .isEqualTo("id,instant");
            assertThat(
                            attached.get(
                                            "things?select=id,instant&order=id&offset=3",
                                            "Accept: text/csv",
                                            "Prefer: timezone=Asia/Tokyo, count=exact")
                                    .toString())
                    .isEqualTo("206 id,instant\n9223372036854775807,");
        }
    }
}
