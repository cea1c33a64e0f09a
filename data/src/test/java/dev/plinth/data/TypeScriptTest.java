package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The types of programs; that supabase-js and the compiler take them is tried in the server's
 * tests.
 */
class TypeScriptTest {
    private static final String GOLDEN = "shop.ts";
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(TestDatabases.H2, Dialects.named("h2"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String types() throws IOException {
        Shop.Answer answer = shop.get("", "Accept: application/typescript");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .isEqualTo("application/typescript; charset=utf-8");
        return answer.text();
    }

    /** To write it anew: {@code -Dplinth.write.docs=true}. */
    @Test
    void areThoseOfTheFile() throws IOException {
        if (Boolean.getBoolean("plinth.write.docs")) {
            Path file = Path.of("src/test/resources/dev/plinth/data").resolve(GOLDEN);
            Files.writeString(file, types());
        }
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(GOLDEN))) {
            assertThat(types()).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void haveOnlyWhatTheCallerMayDo() throws IOException {
        Grant orders =
                new Grant(
                        shop.table("orders"),
                        Set.of(Action.READ, Action.UPDATE),
                        Set.of(shop.column("orders", "note")),
                        Set.of(shop.column("orders", "total")),
                        null);
        Grant log = new Grant(shop.table("log"), Set.of(Action.CREATE), Set.of(), Set.of(), null);
        shop.roles(new Role("r", "clerk", "Clerk", List.of(orders, log)));
        shop.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
        String types = types();
        assertThat(types)
                .contains(
                        "      orders: {",
                        "        Insert: never\n",
                        "      log: {",
                        "total: number")
                .doesNotContain("note", "customers:", "orders_customer", "total?:");
        shop.caller = Caller.anonymous(Set.of());
        assertThat(types()).contains("Tables: { [_ in never]: never }").doesNotContain("orders");
    }

    /** Of databases without schemas clients ask as if they had that one. */
    @Test
    void namesTheSchemaThatHasNone() throws IOException {
        assertThat(shop.get("tags?limit=0", "Accept-Profile: public").status()).isEqualTo(200);
        String row = "{\"id\":9,\"label\":\"blue\"}";
        assertThat(shop.send("POST", "tags", row, "Content-Profile: public").status())
                .isEqualTo(201);
        assertThat(shop.get("tags", "Accept-Profile: other").toString()).contains("PGRST106");
    }
}
