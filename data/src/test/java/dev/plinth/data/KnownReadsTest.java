package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Caller;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.requests.RandomRequests;
import dev.plinth.testing.requests.SampleRows;
import dev.plinth.testing.requests.Seeds;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** A read that is known from other requests is answered as if it were the first. */
class KnownReadsTest {
    private static final Pattern VALUE = Pattern.compile("=(eq|neq|gte?|lte?)\\.([^&]*)");
    private static final List<String> STRANGE =
            List.of(
                    "",
                    "x",
                    "\"a\"",
                    "1.50",
                    "99999999999999999999",
                    "0",
                    "2024-02-29",
                    "%00",
                    "*");

    static List<TestDatabase> databases() {
        return Shop.databases().stream()
                .filter(d -> Set.of("h2", "sqlite", "postgresql", "mariadb").contains(d.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readsThatAreKnownAreAnsweredAsNewOnes(TestDatabase database)
            throws SQLException, IOException {
        String name = database.name().equals("postgresql") ? "postgres" : database.name();
        try (Shop shop = Samples.open(database, Dialects.named(name))) {
            Seeds.each(60, random -> compare(shop, random));
            SameAnswerTest.showLess(shop);
            for (String user : List.of("a", "A")) {
                shop.caller = Caller.user("7", "bob@example.org", user, Set.of("r"));
                Seeds.each(40, random -> compare(shop, random));
            }
        }
    }

    private static void compare(Shop shop, Random random) throws IOException {
        String path = new RandomRequests(random).next();
        if (shop.lacks(path)) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            Shop.Answer first = shop.getAnew(path);
            Shop.Answer again = shop.get(path);
            assertThat(again.toString()).as(path).isEqualTo(first.toString());
            assertThat(again.header("Content-Range")).isEqualTo(first.header("Content-Range"));
            path = VALUE.matcher(path).replaceAll(m -> "=" + m.group(1) + "." + value(random));
        }
    }

    private static String value(Random random) {
        if (random.nextInt(3) == 0) {
            return STRANGE.get(random.nextInt(STRANGE.size()));
        }
        SampleRows.Column[] columns = SampleRows.Column.values();
        List<String> values = columns[random.nextInt(columns.length)].values;
        String json = values.get(random.nextInt(values.size()));
        return URLEncoder.encode(json.replace("\"", ""), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsKnownIsNotSaidInSqlAgain(TestDatabase database) throws SQLException, IOException {
        try (Shop shop = Shop.on(database)) {
            shop.reset();
            String path = "customers?select=name&order=id&id=eq.";
            assertThat(shop.get(path + 1).header("Server-Timing")).contains("sql;");
            Shop.Answer other = shop.get(path + 2);
            assertThat(other.text()).contains("Bob");
            assertThat(other.header("Server-Timing")).doesNotContain("sql;");
            assertThat(shop.get(path + 1).text()).contains("Ada");
            assertThat(shop.get(path + "x").toString()).startsWith("400").contains("22P02");
        }
    }
}
