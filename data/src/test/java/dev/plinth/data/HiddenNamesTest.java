package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is hidden is answered like what is not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenNamesTest {
    private static final List<String> SQL =
            List.of(
                    "CREATE TABLE vault (id integer PRIMARY KEY, code text UNIQUE)",
                    """
                    CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL,
                        tax text UNIQUE, vault_id integer REFERENCES vault, UNIQUE (name, tax))
                    """,
                    """
                    CREATE TABLE orders (id integer PRIMARY KEY, total integer,
                        customer_id integer CONSTRAINT ordered REFERENCES customers,
                        informer_id integer CONSTRAINT informed REFERENCES customers,
                        vault_id integer REFERENCES vault)
                    """,
                    "CREATE TABLE tags (name text, secret integer PRIMARY KEY)",
                    "CREATE TABLE notes (text text)",
                    "CREATE TABLE drawers (text text)",
                    "INSERT INTO customers VALUES (1, 'Ada', 'x', NULL)",
                    "INSERT INTO orders VALUES (1, 5, 1, 1, NULL)");
    private Attached shop;

    @BeforeAll
    void open() throws SQLException {
        shop = new Attached(TestDatabases.SQLITE, Dialects.named("sqlite"), SQL);
        Set<Action> all = Set.of(Action.values());
        shop.roles(
                new Role(
                        "r",
                        "r",
                        "R",
                        List.of(
                                grant("customers", all, "tax", "vault_id"),
                                grant("orders", all, "informer_id"),
                                grant("tags", all, "secret"),
                                grant("drawers", Set.of(Action.UPDATE, Action.DELETE)),
                                grant("notes", Set.of(Action.READ, Action.UPDATE)))));
        shop.caller = Caller.user("7", "eve@example.org", "Eve", Set.of("r"));
    }

    private Grant grant(String table, Set<Action> actions, String... hidden) {
        Set<String> columns =
                List.of(hidden).stream()
                        .map(c -> shop.column(table, c))
                        .collect(Collectors.toSet());
        return new Grant(shop.table(table), actions, columns, Set.of(), null);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    orders                          | {"total":1,"customers!informer_id":{"name":"x"}} | informer_id | nowhere
                    orders                          | {"total":1,"customers!informed":{"name":"x"}}    | informed    | nowhere
                    orders                          | {"total":1,"informed":{"name":"x"}}              | informed    | nowhere
                    orders                          | {"total":1,"vault":{"id":1}}                     | vault       | nowhere
                    customers                       | {"name":"x","vault":{"id":1}}                    | vault       | nowhere
                    customers                       | {"name":"x","vault_id":{"id":1}}                 | vault_id    | nowhere
                    customers?on_conflict=tax       | {"name":"x"}                                     | tax         | nowhere
                    customers?on_conflict=name,tax  | {"name":"x"}                                     | tax         | nowhere
                    import/orders                   | [{"informer_id.name":"x"}]                       | informer_id | nowhere
                    import/orders                   | [{"informed.name":"x"}]                          | informed    | nowhere
                    import/orders                   | [{"vault.code":"x"}]                             | vault       | nowhere
                    import/orders                   | [{"vault_id.code":"x"}]                          | vault_id    | total
                    import/customers                | [{"name":"x","vault_id.code":"x"}]               | vault_id    | nowhere
                    import/customers?on_conflict=tax | [{"name":"x"}]                                  | tax         | nowhere
                    """)
    void isAnsweredLikeWhatIsNotThere(String path, String body, String hidden, String absent)
            throws IOException {
        String merges = "Prefer: resolution=merge-duplicates, tx=rollback";
        Requests.Answer answer =
                shop.send("POST", path, body, "Content-Type: application/json", merges);
        Requests.Answer other =
                shop.send(
                        "POST",
                        path.replace(hidden, absent),
                        body.replace(hidden, absent),
                        "Content-Type: application/json",
                        merges);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.toString().replace(hidden, absent)).isEqualTo(other.toString());
    }

    @Test
    void doesNotMakeWhatIsKnownAmbiguous() throws IOException {
        String json = "Content-Type: application/json";
        String undone = "Prefer: tx=rollback, return=representation";
        assertThat(
                        shop.send(
                                        "POST",
                                        "orders?select=total,customers(name)",
                                        "{\"total\":1,\"customers\":{\"name\":\"Bob\"}}",
                                        json,
                                        undone)
                                .toString())
                .isEqualTo("201 [{\"total\":1,\"customers\":{\"name\":\"Bob\"}}]");
        assertThat(
                        shop.send("POST", "import/orders", "[{\"customers.id\":1}]", json, undone)
                                .toString())
                .contains("\"inserted\":1");
        assertThat(shop.get("", "Accept: application/typescript").text())
                .contains("customers?: Database")
                .doesNotContain("informe", "\"vault", "tax", "secret");
    }

    @Test
    void aKeyThatIsHiddenNamesNoRow() throws IOException {
        assertThat(shop.send("PUT", "tags?secret=eq.1", "{\"secret\":1}").toString())
                .isEqualTo(shop.send("PUT", "tags?nowhere=eq.1", "{\"nowhere\":1}").toString());
    }

    @Test
    void isNotInAnAddress() throws IOException {
        String[] undone = {
            "Content-Type: application/json", "Prefer: tx=rollback, return=headers-only"
        };
        assertThat(shop.send("POST", "customers", "{\"name\":\"x\"}", undone).header("Location"))
                .isEqualTo("/customers?id=eq.2");
        Requests.Answer hidden = shop.send("POST", "tags", "{\"name\":\"x\"}", undone);
        assertThat(hidden.status()).isEqualTo(201);
        assertThat(hidden.header("Location")).isEmpty();
    }

    @Test
    void rowsThatCannotBeReadCannotBeNamed() throws IOException {
        for (String method : List.of("DELETE", "PATCH")) {
            assertThat(
                            shop.send(
                                            method,
                                            "drawers",
                                            "{\"text\":\"x\"}",
                                            "Prefer: handling=strict, max-affected=9")
                                    .toString())
                    .startsWith("403 ")
                    .contains("right to read as well");
        }
        assertThat(shop.get("", "Accept: application/vnd.oai.openapi+json").text())
                .contains("\"patch\"")
                .doesNotContain("update.drawers", "delete.drawers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    customers        | OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE
                    notes            | OPTIONS,GET,HEAD,PATCH
                    import/customers | OPTIONS,POST
                    import/notes     | OPTIONS
                    drawers          | OPTIONS
                    tags             | OPTIONS,GET,HEAD,POST,PATCH,DELETE
                    """)
    void optionsAreWhatTheCallerMayDo(String path, String methods) throws IOException {
        assertThat(shop.send("OPTIONS", path, "").header("Allow")).isEqualTo(methods);
    }

    @Test
    void aTableWithoutKeyIsNotPut() throws IOException {
        Caller eve = shop.caller;
        shop.caller = Caller.administrator("1", "ada@example.org", "Ada");
        assertThat(shop.send("OPTIONS", "notes", "").header("Allow"))
                .isEqualTo("OPTIONS,GET,HEAD,POST,PATCH,DELETE");
        shop.caller = eve;
    }
}
