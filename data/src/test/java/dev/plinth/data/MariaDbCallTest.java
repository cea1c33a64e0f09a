package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Calls of the functions of MariaDB, which give one value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbCallTest {
    private Attached counters;

    @BeforeAll
    void open() throws SQLException {
        counters =
                new Attached(
                        TestDatabases.MARIADB,
                        Dialects.named("mariadb"),
                        List.of(
                                "CREATE TABLE counters (id int PRIMARY KEY, n int)",
                                "INSERT INTO counters VALUES (1, 5)",
                                "CREATE FUNCTION price(net decimal(12,2), taxed boolean)"
                                        + " RETURNS decimal(14,4) NO SQL COMMENT 'With tax'"
                                        + " RETURN IF(taxed, net * 1.19, net)",
                                "CREATE FUNCTION greet(name varchar(20)) RETURNS varchar(30) NO SQL"
                                        + " RETURN CONCAT('Hello, ', name)",
                                "CREATE FUNCTION raise_counter(counter int) RETURNS int"
                                        + " MODIFIES SQL DATA BEGIN"
                                        + " UPDATE counters SET n = n + 1 WHERE id = counter;"
                                        + " RETURN (SELECT n FROM counters WHERE id = counter);"
                                        + " END",
                                "CREATE FUNCTION refuse(state int) RETURNS int NO SQL BEGIN"
                                        + " IF state = 1 THEN SIGNAL SQLSTATE '45000'"
                                        + " SET MESSAGE_TEXT = 'Not today'; END IF;"
                                        + " IF state = 2 THEN SIGNAL SQLSTATE 'PT402'"
                                        + " SET MESSAGE_TEXT = 'Pay first'; END IF;"
                                        + " SIGNAL SQLSTATE '02000'"
                                        + " SET MESSAGE_TEXT = 'Nothing there'; RETURN 0; END",
                                "CREATE TRIGGER small BEFORE INSERT ON counters FOR EACH ROW"
                                        + " IF NEW.n > 9 THEN SIGNAL SQLSTATE '45000'"
                                        + " SET MESSAGE_TEXT = 'Too high'; END IF",
                                "CREATE VIEW sums AS SELECT id, SUM(n) AS n FROM counters"
                                        + " GROUP BY id"));
    }

    @AfterAll
    void close() {
        counters.close();
    }

    @BeforeEach
    void everybodyMayAll() {
        counters.caller = Caller.administrator("1", "ada@example.org", "Ada");
        counters.roles();
    }

    @Test
    void giveTheirValue() throws IOException {
        assertThat(counters.get("rpc/price?net=10.00&taxed=true")).hasToString("200 11.9000");
        assertThat(counters.send("POST", "rpc/price", "{\"taxed\":false,\"net\":10}"))
                .hasToString("200 10.0000");
        assertThat(counters.send("POST", "rpc/greet", "{\"name\":\"Ada\"}"))
                .hasToString("200 \"Hello, Ada\"");
        assertThat(counters.send("POST", "rpc/greet", "{\"name\":null}")).hasToString("200 null");
        assertThat(counters.get("rpc/greet").toString()).startsWith("404").contains("PGRST202");
        assertThat(counters.get("rpc/price?net=x&taxed=true").toString())
                .startsWith("400")
                .contains("22P02");
    }

    @Test
    void whatIsSignalledIsTold() throws IOException {
        assertThat(counters.send("POST", "rpc/refuse", "{\"state\":1}"))
                .hasToString(
                        "400 {\"code\":\"45000\",\"details\":null,\"hint\":null,"
                                + "\"message\":\"Not today\"}");
        assertThat(counters.send("POST", "rpc/refuse", "{\"state\":2}").toString())
                .startsWith("402 ")
                .contains("Pay first");
        assertThat(counters.send("POST", "rpc/refuse", "{\"state\":3}").toString())
                .startsWith("400 ")
                .contains("\"02000\"", "Nothing there");
        assertThat(counters.send("POST", "counters", "{\"id\":9,\"n\":10}").toString())
                .startsWith("400 ")
                .contains("\"45000\"", "Too high");
    }

    @Test
    void viewsThatCannotBeWrittenAreTheCallersFault() throws IOException {
        for (String method : List.of("POST", "PATCH", "DELETE")) {
            assertThat(counters.send(method, "sums?id=eq.1", "{\"n\":1}").toString())
                    .as(method)
                    .startsWith("400 ")
                    .contains("\"55000\"");
        }
    }

    @Test
    void writeOnlyWhenPosted() throws IOException {
        assertThat(counters.get("rpc/raise_counter?counter=1").toString()).startsWith("405");
        assertThat(
                        counters.send(
                                "POST",
                                "rpc/raise_counter",
                                "{\"counter\":1}",
                                "Prefer: tx=rollback"))
                .hasToString("200 6");
        assertThat(counters.get("counters?select=n")).hasToString("200 [{\"n\":5}]");
        assertThat(counters.send("OPTIONS", "rpc/raise_counter", "").header("Allow"))
                .isEqualTo("OPTIONS,POST");
    }

    @Test
    void areClosedUntilARoleOpensThem() throws IOException {
        counters.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        counters.roles(new Role("r", "r", "R", List.of()));
        assertThat(counters.get("rpc/greet?name=x").status()).isEqualTo(404);
        counters.roles(new Role("r", "r", "R", List.of(), Set.of(counters.routine("greet"))));
        assertThat(counters.get("rpc/greet?name=x")).hasToString("200 \"Hello, x\"");
        assertThat(counters.get("rpc/price?net=1&taxed=true").status()).isEqualTo(404);
    }
}
