package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.request.Representation;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What the API does on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DataContract {
    Shop shop;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeAll
    void open() throws SQLException, IOException {
        shop = new Shop(database(), dialect());
        add(
                "customers",
                """
                [{"id":1,"name":"Ada","country":"DE","credit":12345678901234.567891,
                  "big":9007199254740993,"active":true,"joined":"2024-01-31T10:20:30"},
                 {"id":2,"name":"Bob","country":"FR","credit":0.5,"big":5,"active":false,
                  "joined":null},
                 {"id":3,"name":"Chloe","country":null,"credit":null,"big":null,"active":null,
                  "joined":null}]
                """);
        add(
                "orders",
                """
                [{"id":1,"customer_id":1,"seller_id":2,"total":10.5,"placed":"2024-02-01","note":"first"},
                 {"id":2,"customer_id":1,"seller_id":null,"total":20,"placed":"2024-02-02","note":null},
                 {"id":3,"customer_id":2,"seller_id":1,"total":30.25,"placed":null,"note":"a*b"}]
                """);
        add(
                "lines",
                """
                [{"order_id":1,"line_no":1,"product":"pen","quantity":3},
                 {"order_id":1,"line_no":2,"product":"ink","quantity":1},
                 {"order_id":2,"line_no":1,"product":"pen","quantity":7}]
                """);
        add("tags", "[{\"id\":1,\"label\":\"urgent\"},{\"id\":2,\"label\":\"gift\"}]");
        add(
                "order_tags",
                """
                [{"order_id":1,"tag_id":1},{"order_id":1,"tag_id":2},{"order_id":3,"tag_id":2}]
                """);
        add(
                "people",
                """
                [{"id":1,"name":"Eve","boss":null},{"id":2,"name":"Finn","boss":1},
                 {"id":3,"name":"Gus","boss":1}]
                """);
    }

    private void add(String table, String rows) throws IOException {
        Shop.Answer answer = shop.send("POST", table, rows);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    void expect(String path, String json) throws IOException {
        Shop.Answer answer = shop.get(path);
        assertThat(answer.toString()).as(path).isEqualTo("200 " + json);
    }

    void refuse(String path, int status, String... parts) throws IOException {
        Shop.Answer answer = shop.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text()).contains(parts);
    }

    @Test
    void numbersKeepEveryDigit() throws IOException {
        expect(
                "customers?select=credit,big&id=eq.1",
                "[{\"credit\":12345678901234.567891,\"big\":9007199254740993}]");
        expect("customers?select=id&big=eq.9007199254740993", "[{\"id\":1}]");
        expect("customers?select=id&big=eq.9007199254740992", "[]");
        expect("customers?select=id&credit=gt.12345678901234.56789", "[{\"id\":1}]");
        expect("customers?select=id&credit=gte.12345678901234.567892", "[]");
    }

    @Test
    void aggregatesAreOfWhatHasThem() throws IOException {
        expect("customers?select=credit.sum()&id=lt.3", "[{\"sum\":12345678901235.067891}]");
        for (String of : List.of("name.sum()", "country.avg()", "joined.sum()", "active.max()")) {
            refuse("customers?select=" + of, 404, "42883", "does not exist");
        }
        expect("customers?select=name.max(),active.count()", "[{\"max\":\"Chloe\",\"count\":2}]");
    }

    @Test
    void embedsAreBounded() throws IOException {
        String wide = "people?id=eq.2&select=" + "boss(id),".repeat(50) + "id";
        assertThat(shop.get(wide.replace("boss(id),id", "b:boss(id),id")).status()).isEqualTo(200);
        refuse(wide.replace("=boss", "=b:boss(id),boss"), 400, "PGRST100", "more than 50");
        refuse(
                "people?select=" + "boss(".repeat(21) + "id" + ")".repeat(21),
                400,
                "PGRST100",
                "too deep");
        expect(
                "people?id=eq.3&select=" + "boss(".repeat(20) + "id" + ")".repeat(20),
                "[{\"boss\":{\"boss\":null}}]");
    }

    @Test
    void ordersSayEachThingOnce() throws IOException {
        refuse("people?order=id.desc.asc", 400, "PGRST100");
        refuse("people?order=id.nullslast.desc", 400, "PGRST100");
        expect("people?select=id&order=id.desc.nullslast&limit=1", "[{\"id\":3}]");
    }

    @Test
    void wordsOfTheLanguageAreNamesInQuotes() throws IOException {
        refuse("people?\"and\"=eq.1", 400, "42703", "people.and");
        refuse("people?%22or%22=eq.1", 400, "42703", "people.or");
    }

    @Test
    void wrongPatternsAreRefusedInOneWay() throws IOException {
        Shop.Answer answer = shop.get("customers?name=match.%5B");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text())
                .doesNotContain("java.")
                .containsAnyOf("2201B", "PLN102", "General error");
    }

    @Test
    void filtersWithTheOperators() throws IOException {
        expect("customers?select=id&id=neq.2&order=id", "[{\"id\":1},{\"id\":3}]");
        expect("customers?select=id&id=in.(1,3)&order=id", "[{\"id\":1},{\"id\":3}]");
        expect("customers?select=id&id=in.()", "[]");
        expect("customers?select=id&country=is.null", "[{\"id\":3}]");
        expect("customers?select=id&country=not.is.null&order=id", "[{\"id\":1},{\"id\":2}]");
        expect("customers?select=id&active=is.true", "[{\"id\":1}]");
        expect("customers?select=id&active=not.is.true&order=id", "[{\"id\":2},{\"id\":3}]");
        expect("customers?select=id&active=eq.false", "[{\"id\":2}]");
        expect("customers?select=id&country=isdistinct.DE&order=id", "[{\"id\":2},{\"id\":3}]");
        expect("customers?select=id&name=like.A*", "[{\"id\":1}]");
        expect("customers?select=id&name=like.a*", "[]");
        expect("customers?select=id&name=ilike.*O*&order=id", "[{\"id\":2},{\"id\":3}]");
        expect("customers?select=id&id=gt(all).{1,2}", "[{\"id\":3}]");
        expect("customers?select=id&id=eq(any).{1,3}&order=id", "[{\"id\":1},{\"id\":3}]");
        expect("orders?select=id&placed=gte.2024-02-02", "[{\"id\":2}]");
        expect(
                "orders?select=id&or=(id.eq.1,and(total.gt.30,note.not.is.null))&order=id",
                "[{\"id\":1},{\"id\":3}]");
        expect("orders?select=id&not.or=(id.eq.1,id.eq.2)", "[{\"id\":3}]");
    }

    @Test
    void embedsToOne() throws IOException {
        expect(
                "orders?select=id,customer:customers!orders_customer(name)&order=id",
                "[{\"id\":1,\"customer\":{\"name\":\"Ada\"}},{\"id\":2,\"customer\":{\"name\":\"Ada\"}},"
                    + "{\"id\":3,\"customer\":{\"name\":\"Bob\"}}]");
        expect(
                "orders?select=id,seller_id(name)&order=id",
                "[{\"id\":1,\"seller_id\":{\"name\":\"Bob\"}},{\"id\":2,\"seller_id\":null},"
                        + "{\"id\":3,\"seller_id\":{\"name\":\"Ada\"}}]");
        expect(
                "orders?select=id,seller_id!inner(name)&seller_id.country=eq.DE",
                "[{\"id\":3,\"seller_id\":{\"name\":\"Ada\"}}]");
        expect(
                "lines?select=product,orders(total,customer_id(name))&product=eq.ink",
                "[{\"product\":\"ink\",\"orders\":{\"total\":10.50,\"customer_id\":{\"name\":\"Ada\"}}}]");
        expect(
                "orders?select=id,...seller_id(seller:name)&order=seller_id(name).desc.nullslast",
                "[{\"id\":1,\"seller\":\"Bob\"},{\"id\":3,\"seller\":\"Ada\"},{\"id\":2,\"seller\":null}]");
        expect("orders?select=id,seller_id()&seller_id=is.null", "[{\"id\":2}]");
    }

    @Test
    void embedsToMany() throws IOException {
        expect(
                "orders?select=id,lines(product)&order=id&lines.order=line_no",
                "[{\"id\":1,\"lines\":[{\"product\":\"pen\"},{\"product\":\"ink\"}]},"
                        + "{\"id\":2,\"lines\":[{\"product\":\"pen\"}]},{\"id\":3,\"lines\":[]}]");
        expect(
                "orders?select=id,lines(line_no)&order=id&lines.order=quantity.desc&lines.limit=1",
                "[{\"id\":1,\"lines\":[{\"line_no\":1}]},{\"id\":2,\"lines\":[{\"line_no\":1}]},"
                        + "{\"id\":3,\"lines\":[]}]");
        expect(
                "orders?select=id,tags(label)&order=id&tags.order=label",
                "[{\"id\":1,\"tags\":[{\"label\":\"gift\"},{\"label\":\"urgent\"}]},"
                        + "{\"id\":2,\"tags\":[]},{\"id\":3,\"tags\":[{\"label\":\"gift\"}]}]");
        expect("orders?select=id,tags!inner()&tags.label=eq.urgent", "[{\"id\":1}]");
        expect("orders?select=id,lines()&lines=is.null", "[{\"id\":3}]");
        expect(
                "orders?select=id,...lines(product,quantity)&order=id&lines.order=line_no",
                "[{\"id\":1,\"product\":[\"pen\",\"ink\"],\"quantity\":[3,1]},"
                        + "{\"id\":2,\"product\":[\"pen\"],\"quantity\":[7]},"
                        + "{\"id\":3,\"product\":[],\"quantity\":[]}]");
        expect(
                "customers?select=name,orders!orders_customer(id,lines(product))&id=eq.1"
                        + "&orders.order=id&orders.lines.order=line_no",
                "[{\"name\":\"Ada\",\"orders\":[{\"id\":1,\"lines\":[{\"product\":\"pen\"},{\"product\":\"ink\"}]},"
                    + "{\"id\":2,\"lines\":[{\"product\":\"pen\"}]}]}]");
        expect(
                "people?select=name,boss(name),staff:people!boss(name)&order=id&staff.order=id",
                "[{\"name\":\"Eve\",\"boss\":null,\"staff\":[{\"name\":\"Finn\"},{\"name\":\"Gus\"}]},"
                    + "{\"name\":\"Finn\",\"boss\":{\"name\":\"Eve\"},\"staff\":[]},"
                    + "{\"name\":\"Gus\",\"boss\":{\"name\":\"Eve\"},\"staff\":[]}]");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        refuse("nothing", 404, "PGRST205");
        refuse("customer", 404, "PGRST205", "Perhaps you meant the table", "customers");
        refuse("customers?select=nam", 400, "42703", "customers.name");
        refuse("customers?id=eq.x", 400, "22P02", "invalid input syntax for type integer");
        refuse("customers?id=0", 400, "PGRST100");
        refuse("orders?select=customers(id)", 300, "PGRST201", "orders_customer", "orders_seller");
        refuse("orders?select=people(id)", 400, "PGRST200");
        refuse("orders?nothing.id=eq.1", 400, "PGRST108");
        refuse("a/b", 404, "PGRST125");
    }

    @Test
    void knowsNoFunctionThatNobodyMade() throws IOException {
        refuse("rpc/nothing?a=1", 404, "PGRST202", "nothing(a)");
        assertThat(shop.send("POST", "rpc/nothing", "{}").toString())
                .startsWith("404")
                .contains("PGRST202");
        assertThat(shop.send("OPTIONS", "rpc/nothing", "").status()).isEqualTo(404);
        assertThat(shop.send("DELETE", "rpc/nothing", "").toString())
                .startsWith("405")
                .contains("PGRST101");
        refuse("rpc/nothing/more", 404, "PGRST125");
    }

    @Test
    void groups() throws IOException {
        expect("orders?select=count()", "[{\"count\":3}]");
        expect(
                "orders?select=customer_id,total.sum(),n:id.count()&order=customer_id",
                "[{\"customer_id\":1,\"sum\":30.50,\"n\":2},{\"customer_id\":2,\"sum\":30.25,\"n\":1}]");
        expect(
                "orders?select=...customer_id(name),count()&order=customer_id(name)",
                "[{\"name\":\"Ada\",\"count\":2},{\"name\":\"Bob\",\"count\":1}]");
        expect(
                "orders?select=id,lines(quantity.sum(),count())&order=id",
                "[{\"id\":1,\"lines\":[{\"sum\":4,\"count\":2}]},{\"id\":2,\"lines\":[{\"sum\":7,\"count\":1}]},"
                    + "{\"id\":3,\"lines\":[{\"sum\":null,\"count\":0}]}]");
    }

    @Test
    void pages() throws IOException {
        Shop.Answer page =
                shop.get("orders?select=id&order=id&limit=2&offset=1", "Prefer: count=exact");
        assertThat(page.toString()).isEqualTo("206 [{\"id\":2},{\"id\":3}]");
        assertThat(page.header("Content-Range")).isEqualTo("1-2/3");
        assertThat(shop.get("orders?select=id&order=id", "Range: 0-0").text())
                .isEqualTo("[{\"id\":1}]");
        assertThat(shop.get("orders?offset=10", "Prefer: count=exact").status()).isEqualTo(416);
        assertThat(shop.get("orders?id=eq.9").header("Content-Range")).isEqualTo("*/*");
    }

    @Test
    void givesOtherForms() throws IOException {
        assertThat(
                        shop.get(
                                        "customers?select=id,name&id=eq.2",
                                        "Accept: application/vnd.pgrst.object+json")
                                .text())
                .isEqualTo("{\"id\":2,\"name\":\"Bob\"}");
        assertThat(shop.get("customers", "Accept: application/vnd.pgrst.object+json").toString())
                .startsWith("406")
                .contains("The result contains 3 rows");
        assertThat(shop.get("tags?select=label,id&order=id", "Accept: text/csv").text())
                .isEqualTo("label,id\nurgent,1\ngift,2");
        assertThat(
                        shop.get(
                                        "customers?select=id,country&id=eq.3",
                                        "Accept: application/vnd.pgrst.array+json;nulls=stripped")
                                .text())
                .isEqualTo("[{\"id\":3}]");
        assertThat(shop.send("HEAD", "customers", "").text()).isEmpty();
    }

    @Test
    void givesEachRowOnALine() throws IOException {
        for (String type : List.of("application/x-ndjson", "application/jsonl")) {
            Shop.Answer lines =
                    shop.get(
                            "orders?select=id,lines(product)&order=id&lines.order=line_no",
                            "Accept: " + type);
            assertThat(lines.header("Content-Type")).isEqualTo(type + "; charset=utf-8");
            assertThat(lines.text())
                    .isEqualTo(
                            """
                            {"id":1,"lines":[{"product":"pen"},{"product":"ink"}]}
                            {"id":2,"lines":[{"product":"pen"}]}
                            {"id":3,"lines":[]}
                            """);
        }
        assertThat(shop.get("orders?id=eq.9", "Accept: application/x-ndjson").toString())
                .isEqualTo("200 ");
    }

    @Test
    void givesAWorkbook() throws IOException {
        Shop.Answer book =
                shop.get(
                        "customers?select=id,name,credit,big,active,joined,orders!orders_customer(id)"
                            + "&order=id&orders.order=id",
                        "Accept: " + Representation.WORKBOOK_TYPE);
        assertThat(book.status()).isEqualTo(200);
        assertThat(book.header("Content-Type")).isEqualTo(Representation.WORKBOOK_TYPE);
        assertThat(Workbooks.rows(book.bytes()))
                .containsExactly(
                        List.of("id", "name", "credit", "big", "active", "joined", "orders"),
                        List.of(
                                "1",
                                "Ada",
                                "12345678901234.567891",
                                "9007199254740993",
                                "true",
                                "2024-01-31T10:20:30",
                                "[{\"id\":1},{\"id\":2}]"),
                        List.of("2", "Bob", "0.5", "5", "false", "", "[{\"id\":3}]"),
                        List.of("3", "Chloe", "", "", "", "", "[]"));
    }

    @Test
    void csvOfAllIsThatOfAPage() throws IOException {
        for (String path :
                List.of(
                        "customers?order=id",
                        "orders?order=id",
                        "orders?select=id,...customer_id(name,joined)&order=id",
                        "orders?select=id,customer_id(name)&order=id",
                        "orders?select=id,note&total=gt.15&order=id")) {
            Shop.Answer all = shop.get(path, "Accept: text/csv");
            assertThat(all.status()).as(all.toString()).isEqualTo(200);
            assertThat(all.text())
                    .isEqualTo(shop.get(path + "&limit=100", "Accept: text/csv").text());
        }
    }
}
