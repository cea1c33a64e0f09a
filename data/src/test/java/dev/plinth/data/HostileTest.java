package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Expression;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.requests.HostileRequests;
import dev.plinth.testing.requests.HostileRequests.Hostile;
import dev.plinth.testing.requests.Seeds;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whatever is asked for, nobody sees or changes what they may not, and nothing breaks. {@code
 * -Dplinth.seeds=1000000} asks as often.
 */
class HostileTest {
    private static final String SECRET = "canary";
    private static final Caller ADMINISTRATOR = Caller.administrator("1", "ada@example.org", "Ada");

    static List<TestDatabase> databases() {
        return Shop.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingLeaksAndNothingBreaks(TestDatabase database) throws SQLException, IOException {
        String name = database.name();
        try (Shop shop =
                Samples.open(
                        database, Dialects.named(name.equals("postgresql") ? "postgres" : name))) {
            hide(shop);
            String before = hidden(shop);
            assertThat(before).contains(SECRET);
            shop.caller = Caller.user("7", "eve@example.org", "Eve", Set.of("r"));
            Seeds.each(
                    300,
                    random -> {
                        Hostile hostile = new HostileRequests(random).next();
                        Shop.Answer answer =
                                shop.send(
                                        hostile.method(),
                                        hostile.path(),
                                        hostile.body(),
                                        hostile.headers());
                        assertThat(answer.status()).as(hostile + "\n" + answer).isBetween(200, 499);
                        assertThat(answer.toString().toLowerCase(Locale.ROOT))
                                .as(hostile.toString())
                                .doesNotContain(SECRET);
                    });
            assertThat(shop.get("samples?select=data->>a%000%00b").toString())
                    .startsWith("400")
                    .contains("22021");
            shop.caller = ADMINISTRATOR;
            assertThat(hidden(shop)).isEqualTo(before);
        }
    }

    /** A table, a column and rows that the caller must never see; each says so. */
    private static void hide(Shop shop) throws IOException {
        add(shop, "makers", "{\"id\":77,\"name\":\"" + SECRET + "\"}");
        add(shop, "codes", "{\"code\":\"" + SECRET + "\",\"label\":\"" + SECRET + "\"}");
        add(shop, "parts", "{\"code\":\"secret\",\"title\":\"" + SECRET + "\",\"maker\":77}");
        add(
                shop,
                "samples",
                "{\"part\":\"secret\",\"number\":1,\"name\":\"" + SECRET + "\",\"whole\":1}");
        assertThat(
                        shop.send("PATCH", "samples?number=gt.0", "{\"notes\":\"" + SECRET + "\"}")
                                .status())
                .isEqualTo(204);
        Set<Action> all = Set.of(Action.values());
        shop.roles(
                new Role(
                        "r",
                        "eve",
                        "Eve",
                        List.of(
                                new Grant(
                                        shop.table("samples"),
                                        all,
                                        Set.of(shop.column("samples", "notes")),
                                        Set.of(shop.column("samples", "price")),
                                        cel("part != 'secret'")),
                                new Grant(
                                        shop.table("parts"),
                                        Set.of(Action.READ, Action.CREATE),
                                        Set.of(),
                                        Set.of(),
                                        cel("code != 'secret'")),
                                new Grant(shop.table("loose"), all, Set.of(), Set.of(), null))));
    }

    private static String hidden(Shop shop) throws IOException {
        return shop.get("makers?order=id").text()
                + shop.get("codes?order=code").text()
                + shop.get("parts?code=eq.secret").text()
                + shop.get("samples?part=eq.secret").text();
    }

    private static void add(Shop shop, String table, String row) throws IOException {
        assertThat(shop.send("POST", table, row).status()).isEqualTo(201);
    }

    private static Expression cel(String text) {
        return new Expression(Expression.Language.CEL, text);
    }
}
