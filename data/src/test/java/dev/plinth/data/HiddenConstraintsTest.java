package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a database refuses is told without the names of what is hidden. */
class HiddenConstraintsTest {
    private static final List<String> SQL =
            List.of(
                    "CREATE TABLE vault (id INT PRIMARY KEY)",
                    "CREATE TABLE tags (id INT PRIMARY KEY, name VARCHAR(9))",
                    """
                    CREATE TABLE seals (id INT PRIMARY KEY, wax VARCHAR(9), tag INT,
                        vault_id INT DEFAULT 1, grade INT NOT NULL,
                        CONSTRAINT by_wax UNIQUE (wax),
                        CONSTRAINT by_vault UNIQUE (tag, vault_id),
                        CONSTRAINT at_vault CHECK (vault_id <> 7 OR wax <> 'X'),
                        CONSTRAINT of_wax CHECK (wax <> 'Y'),
                        CONSTRAINT in_vault FOREIGN KEY (vault_id) REFERENCES vault (id),
                        CONSTRAINT on_tag FOREIGN KEY (tag) REFERENCES tags (id))
                    """,
                    """
                    CREATE TABLE vault_tags (tag_id INT,
                        CONSTRAINT vault_tag FOREIGN KEY (tag_id) REFERENCES tags (id))
                    """,
                    "INSERT INTO vault VALUES (1), (7)",
                    "INSERT INTO tags VALUES (1, 'A'), (2, 'B'), (3, 'C')",
                    "INSERT INTO seals VALUES (1, 'RED', 1, 7, 1), (2, 'BLUE', 1, 1, 1),"
                            + " (3, 'GREEN', NULL, 1, 1)",
                    "INSERT INTO vault_tags VALUES (2)");
    private static final String[] JSON = {"Content-Type: application/json"};

    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream()
                .filter(d -> List.of("h2", "postgresql", "mariadb").contains(d.name()))
                .toList();
    }

    private static Attached open(TestDatabase database) throws SQLException {
        return switch (database.name()) {
            case "h2" ->
                    new Attached(
                            database,
                            Dialects.named("h2"),
                            SQL.stream()
                                    .map(s -> s.replaceAll("\\b([a-z_]+)\\b", "\"$1\""))
                                    .toList(),
                            "PUBLIC");
            case "postgresql" -> new Attached(database, Dialects.named("postgres"), SQL, "public");
            default -> new Attached(database, Dialects.named("mariadb"), SQL);
        };
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areNotNamed(TestDatabase database) throws SQLException, IOException {
        try (Attached shop = open(database)) {
            String administrator = refusals(shop);
            assertThat(administrator)
                    .contains(
                            "by_wax",
                            "by_vault",
                            "(tag, vault_id)",
                            "on_tag",
                            "vault_tags",
                            "grade")
                    .contains("at_vault", "of_wax");
            String seals =
                    shop.catalog().allTables().stream()
                            .filter(t -> t.name().equalsIgnoreCase("seals"))
                            .findFirst()
                            .orElseThrow()
                            .name();
            shop.roles(
                    new Role(
                            "r",
                            "r",
                            "R",
                            List.of(
                                    Grant.all(shop.table("tags")),
                                    new Grant(
                                            shop.table("seals"),
                                            Set.of(Action.values()),
                                            Set.of(
                                                    shop.column("seals", "vault_id"),
                                                    shop.column("seals", "grade")),
                                            Set.of(),
                                            null))));
            shop.caller = Caller.user("7", "eve@example.org", "Eve", Set.of("r"));
            assertThat(refusals(shop))
                    .contains("by_wax", "on_tag", "of_wax", "Key (wax)=(BLUE) already exists.")
                    .doesNotContain("vault", "grade");
        }
    }

    private static String refusals(Attached shop) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String[] request :
                new String[][] {
                    {"PATCH", "seals?id=eq.1", "{\"wax\":\"BLUE\"}"},
                    {"PATCH", "seals?id=eq.3", "{\"tag\":1}"},
                    {"PATCH", "seals?id=eq.1", "{\"wax\":\"X\"}"},
                    {"PATCH", "seals?id=eq.1", "{\"wax\":\"Y\"}"},
                    {"PATCH", "seals?id=eq.1", "{\"tag\":99}"},
                    {"POST", "seals", "{\"id\":9,\"wax\":\"NEW\"}"},
                    {"DELETE", "tags?id=eq.2", ""},
                    {"DELETE", "tags?id=eq.1", ""}
                }) {
            all.append(shop.send(request[0], request[1], request[2], JSON)).append('\n');
        }
        return all.toString();
    }
}
