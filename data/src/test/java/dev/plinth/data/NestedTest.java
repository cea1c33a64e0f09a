package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.model.Expression;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Rows that are written with the rows nested in them. */
class NestedTest extends ShopTests {
    private static final String SHOW = "Prefer: return=representation";
    private static final String MERGE = "Prefer: resolution=merge-duplicates";

    private static Shop.Answer post(String path, String body, String... headers)
            throws IOException {
        return shop.send("POST", path, body.replace('\'', '"'), headers);
    }

    private static void rows(String path, String rows) throws IOException {
        assertThat(shop.get(path).text()).isEqualTo(rows.replace('\'', '"'));
    }

    @Test
    void relatedRowsAreWrittenWithARow() throws IOException {
        Shop.Answer answer =
                post(
                        "orders?select=total,customers!orders_customer(name),"
                                + "lines(line_no,product),tags(id,label)"
                                + "&lines.order=line_no&tags.order=id",
                        "{'total':7,'customers!orders_customer':{'id':7,'name':'Eva'},"
                                + "'lines':[{'line_no':2,'product':'b','quantity':1},"
                                + "{'line_no':1,'product':'a','quantity':3}],"
                                + "'tags':[{'id':1},{'id':9,'label':'new'},"
                                + "{'id':2,'label':'present'}]}",
                        SHOW);
        assertThat(answer.toString().replace('"', '\''))
                .isEqualTo(
                        "201 [{'total':7.00,'customers':{'name':'Eva'},"
                                + "'lines':[{'line_no':1,'product':'a'},"
                                + "{'line_no':2,'product':'b'}],"
                                + "'tags':[{'id':1,'label':'urgent'},{'id':2,'label':'present'},"
                                + "{'id':9,'label':'new'}]}]");
        assertThat(answer.header("Content-Range")).isEqualTo("*/*");
        rows(
                "tags?select=label&order=id",
                "[{'label':'urgent'},{'label':'present'},{'label':'new'}]");
    }

    @Test
    void manyRowsAreWrittenWithFewStatements() throws IOException {
        long few = statements(2, 100);
        long many = statements(40, 500);
        if (shop.dialect().can(Capability.RETURNING)) {
            assertThat(many).isEqualTo(few).isLessThan(10);
        }
        rows("lines?select=count()", "[{'count':126}]");
        rows(
                "orders?select=id,lines(count()),tags(id)&id=eq.540",
                "[{'id':540,'lines':[{'count':3}],'tags':[{'id':1},{'id':540}]}]");
    }

    private static long statements(int orders, int from) throws IOException {
        StringBuilder body = new StringBuilder("[");
        for (int i = 1; i <= orders; i++) {
            int id = from + i;
            body.append(i == 1 ? "" : ",")
                    .append("{'id':%d,'customer_id':1,'total':%d,'lines':[".formatted(id, i))
                    .append("{'line_no':1,'product':'a','quantity':%d},".formatted(i))
                    .append("{'line_no':2,'product':'b','quantity':%d},".formatted(i))
                    .append("{'line_no':3,'product':'c','quantity':%d}],".formatted(i))
                    .append("'tags':[{'id':1},{'id':%d,'label':'t%d'}]}".formatted(id, id));
        }
        long before = shop.statements();
        assertThat(post("orders", body + "]").toString()).isEqualTo("201 ");
        return shop.statements() - before;
    }

    @Test
    void oneRowIsChangedWithItsOwn() throws IOException {
        post("lines", "{'order_id':1000,'line_no':1,'product':'a','quantity':1}");
        assertThat(
                        shop.send(
                                        "PATCH",
                                        "orders?id=eq.1000&select=note,lines(line_no,quantity)"
                                                + "&lines.order=line_no",
                                        "{\"lines\":[{\"line_no\":1,\"quantity\":5},"
                                                + "{\"line_no\":2,\"product\":\"b\","
                                                + "\"quantity\":2}]}",
                                        SHOW)
                                .text()
                                .replace('"', '\''))
                .isEqualTo(
                        "[{'note':'none','lines':[{'line_no':1,'quantity':5},"
                                + "{'line_no':2,'quantity':2}]}]");
        assertThat(
                        shop.send(
                                        "PATCH",
                                        "orders?id=eq.1000",
                                        "{\"note\":\"x\",\"customers!orders_seller\":"
                                                + "{\"id\":2,\"country\":\"DE\"},\"lines\":[],"
                                                + "\"tags\":null}")
                                .toString())
                .isEqualTo("204 ");
        rows(
                "orders?select=note,seller_id,customer_id,lines(count())&id=eq.1000",
                "[{'note':'x','seller_id':2,'customer_id':1,'lines':[{'count':2}]}]");
        rows("customers?select=name,country&id=eq.2", "[{'name':'Bob','country':'DE'}]");
        for (String filter : List.of("id=gt.0", "id=eq.4")) {
            assertThat(
                            shop.send(
                                            "PATCH",
                                            "tags?" + filter,
                                            "{\"order_tags\":[{\"order_id\":1000}]}")
                                    .toString())
                    .startsWith("400 ")
                    .contains("PGRST127", "exactly one row");
        }
        assertThat(
                        shop.send(
                                        "PUT",
                                        "tags?id=eq.5",
                                        "{\"id\":5,\"label\":\"e\",\"orders\":[{\"id\":1000}]}")
                                .toString())
                .isEqualTo("204 ");
        rows("order_tags", "[{'order_id':1000,'tag_id':5}]");
        assertThat(
                        post(
                                        "tags?select=id,orders(id)",
                                        "[{'id':5,'label':'f','orders':[{'id':1000}]},"
                                                + "{'id':6,'label':'g','orders':[]}]",
                                        MERGE,
                                        SHOW)
                                .toString())
                .isEqualTo("201 [{\"id\":5,\"orders\":[{\"id\":1000}]},{\"id\":6,\"orders\":[]}]");
        assertThat(
                        post(
                                        "tags",
                                        "[{'id':5,'label':'f','orders':[{'id':1000}]}]",
                                        "Prefer: resolution=ignore-duplicates")
                                .toString())
                .startsWith("400 ")
                .contains("PGRST127");
    }

    @Test
    void aTableIsNestedInItself() throws IOException {
        assertThat(
                        post(
                                        "people?select=name,people_boss(name),people(name)&people.order=id",
                                        "{'id':1,'name':'a','people_boss':{'id':2,'name':'b',"
                                                + "'people_boss':{'id':3,'name':'c'}},"
                                                + "'people':[{'id':4,'name':'d'},"
                                                + "{'id':5,'name':'e','people':[{'id':6}]}]}",
                                        SHOW)
                                .text()
                                .replace('"', '\''))
                .isEqualTo(
                        "[{'name':'a','people_boss':{'name':'b'},"
                                + "'people':[{'name':'d'},{'name':'e'}]}]");
        rows(
                "people?select=id,boss&order=id",
                "[{'id':1,'boss':2},{'id':2,'boss':3},{'id':3,'boss':null},"
                        + "{'id':4,'boss':1},{'id':5,'boss':1},{'id':6,'boss':5}]");
        String deep = "{'id':99}";
        for (int i = 98; i > 88; i--) {
            deep = "{'id':" + i + ",'people_boss':" + deep + "}";
        }
        assertThat(post("people", deep).toString()).startsWith("400 ").contains("8 deep");
        assertThat(
                        post(
                                        "people",
                                        "[{'id':30,'people_boss':{'id':31,'name':'x'}},"
                                                + "{'id':32,'people_boss':{'id':31,'name':'x'}},"
                                                + "{'id':33,'people_boss':{'id':31,'name':'y'}}]")
                                .toString())
                .isEqualTo("201 ");
        rows(
                "people?select=id,boss,people_boss(name)&id=in.(30,33)&order=id",
                "[{'id':30,'boss':31,'people_boss':{'name':'y'}},"
                        + "{'id':33,'boss':31,'people_boss':{'name':'y'}}]");
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() throws IOException {
        String fine = "{'line_no':1,'product':'a','quantity':1}";
        assertThat(
                        post(
                                        "orders",
                                        "{'customer_id':'x','total':1,'lines':["
                                                + fine
                                                + ",{'line_no':2,'product':'b','quantity':'many'},"
                                                + "{'line_no':3,'colour':'red'}],"
                                                + "'tags':{'id':1}}")
                                .text())
                .contains(
                        "PLN105",
                        "\"column\":\"customer_id\"",
                        "\"column\":\"lines[1].quantity\",\"code\":\"22P02\"",
                        "\"column\":\"lines[2].colour\",\"code\":\"PGRST204\"",
                        "\"column\":\"tags\",\"code\":\"PGRST102\"");
        assertThat(
                        post(
                                        "customers",
                                        "[{'id':8,'name':'c','orders!orders_customer':[]},"
                                                + "{'id':9,'name':'d','orders!orders_customer':"
                                                + "[{'note':'x'},{'total':-1}]}]")
                                .text())
                .contains(
                        "{\"row\":\"2\",\"column\":\"orders!orders_customer[0].total\",\"code\":\"23502\"",
                        "{\"row\":\"2\",\"column\":\"orders!orders_customer[1].total\",\"code\":\"23514\",\"message\":\"The"
                            + " total cannot be negative.\"");
        Shop.Answer twice =
                post(
                        "orders",
                        "{'customer_id':1,'total':1,'lines':["
                                + fine
                                + "],'tags':[{'id':7,'label':'gift'}]}");
        assertThat(twice.toString())
                .startsWith("409 ")
                .contains("\"column\":\"tags[0]\",\"code\":\"23505\"");
        assertThat(
                        post(
                                        "orders",
                                        "{'customer_id':1,'total':1,'customers!orders_customer':"
                                                + "{'id':2}}")
                                .text())
                .contains("\"column\":\"customers!orders_customer\"", "PGRST102");
        assertThat(post("orders", "{'customer_id':1,'total':1,'customers':{'id':2}}").toString())
                .startsWith("300 ")
                .contains("PGRST201");
        assertThat(post("orders", "{'customer_id':1,'total':1,'linse':[]}").toString())
                .startsWith("400 ")
                .contains("PGRST204");
        if (shop.dialect().limits().relations()) {
            assertThat(
                            post("tags", "{'id':7,'label':'x','order_tags':[{'order_id':4}]}")
                                    .toString())
                    .startsWith("409 ")
                    .contains(
                            "\"column\":\"order_tags[0]\",\"code\":\"23503\"", "order_tags_order");
        }
        rows("orders?select=id", "[{'id':1000}]");
        rows("tags?select=id&order=id", "[{'id':1},{'id':2}]");
    }

    @Test
    void eachLevelNeedsItsPermission() throws IOException {
        Set<Action> create = Set.of(Action.CREATE);
        Grant orders = grant("orders", create, null);
        Grant lines = grant("lines", Set.of(Action.CREATE, Action.READ), "quantity < 10");
        Grant joins = grant("order_tags", create, null);
        Grant tags = grant("tags", Set.of(Action.READ), null);
        act(orders, lines, joins, tags);
        String order = "{'customer_id':1,'total':1,";
        String few = "'lines':[{'line_no':1,'product':'a','quantity':1}]";
        assertThat(post("orders", order + few + ",'tags':[{'id':1}]}").toString())
                .isEqualTo("201 ");
        assertThat(
                        post("orders", order + few.replace("'quantity':1", "'quantity':10") + "}")
                                .toString())
                .startsWith("403 ")
                .contains("\"column\":\"lines[0]\",\"code\":\"42501\"");
        for (String tag : List.of("{'id':3,'label':'x'}", "{'id':1,'label':'x'}")) {
            assertThat(post("orders", order + "'tags':[" + tag + "]}").toString())
                    .startsWith("403 ")
                    .contains("42501", "\"column\":\"tags[0]");
        }
        assertThat(post("orders", order + "'customers!orders_seller':{'id':1}}").text())
                .contains("PGRST204");
        act(orders, tags, joins, grant("lines", Set.of(Action.READ), null));
        assertThat(post("orders", order + few + "}").toString())
                .startsWith("403 ")
                .contains("\"column\":\"lines[0]", "42501");
        shop.caller = Caller.administrator("1", "ada@example.org", "Ada");
        rows(
                "tags?select=id,label&order=id",
                "[{'id':1,'label':'urgent'},{'id':2,'label':'gift'}]");
        rows("orders?select=count()", "[{'count':2}]");
    }

    private static Grant grant(String table, Set<Action> actions, String condition) {
        return new Grant(
                shop.table(table),
                actions,
                Set.of(),
                Set.of(),
                condition == null ? null : new Expression(Expression.Language.CEL, condition));
    }

    private static void act(Grant... grants) {
        shop.roles(new Role("r", "clerk", "Clerk", List.of(grants)));
        shop.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
    }

    @Test
    void aRowIsMadeOnceByThoseWhoNestIt() throws Exception {
        List<Shop.Answer> answers =
                AtOnce.run(
                        4,
                        caller ->
                                post(
                                        "order_tags",
                                        "{'tags':{'id':70,'label':'t'},'orders':{'id':%d,'total':1,'customer_id':1}}"
                                                .formatted(700 + caller)));
        assertThat(answers).allSatisfy(a -> assertThat(a).hasToString("201 "));
        rows("order_tags?select=count(),tag_id", "[{'count':4,'tag_id':70}]");
    }

    @Test
    void oddBodiesAreRefusedProperly() throws IOException {
        String order = "{'customer_id':1,'total':1,";
        for (String odd :
                List.of(
                        "'lines':[null]}",
                        "'lines':[1]}",
                        "'lines':['x']}",
                        "'lines':[[{}]]}",
                        "'lines':[{}]}",
                        "'lines':[{'line_no':null,'product':'a','quantity':1}]}",
                        "'lines':[{'line_no':{'a':1},'product':'a','quantity':1}]}",
                        "'lines':{'line_no':1}}",
                        "'lines':7}",
                        "'customers!orders_customer':[{'id':1}]}",
                        "'customers!nothing':{'id':1}}",
                        "'!':[]}",
                        "'lines!':[],'':[]}",
                        "'tags':[{'id':1,'orders':[{'id':1,'tags':[{'id':'x'}]}]}]}",
                        "'tags':[{'id':1,'doubled':2}]}",
                        "'plinth_answers':[{'id':1}]}")) {
            assertThat(post("orders", order + odd).toString()).as(odd).startsWith("4");
            assertThat(
                            shop.send(
                                            "PATCH",
                                            "orders?id=eq.1000",
                                            (order + odd).replace('\'', '"'))
                                    .toString())
                    .as(odd)
                    .startsWith("4");
        }
        assertThat(post("log", "{'line':'x','orders':[{'id':1}]}").toString()).contains("PGRST204");
        rows("orders?select=id,lines(count())", "[{'id':1000,'lines':[{'count':0}]}]");
    }

    @Test
    void keysOfAnyKindLead() throws Exception {
        try (Shop sites = new Shop(database, shop.dialect(), "sites.yaml")) {
            String body =
                    """
                    [{"label":"a","regions":{"country":"DE","code":1,"name":"North"},
                      "plans":{"text":"p"}},
                     {"label":"b","regions":{"country":"DE","code":1},"plans":null}]
                    """;
            assertThat(
                            sites.send(
                                            "POST",
                                            "sites?select=label,country,regions(name),plans(site,text)",
                                            body,
                                            SHOW)
                                    .toString()
                                    .replace('"', '\''))
                    .isEqualTo(
                            "201 [{'label':'a','country':'DE','regions':{'name':'North'},"
                                    + "'plans':{'site':'a','text':'p'}},"
                                    + "{'label':'b','country':'DE','regions':{'name':'North'},"
                                    + "'plans':null}]");
            assertThat(
                            sites.send(
                                            "PATCH",
                                            "regions?country=eq.DE&code=eq.1&select=name,sites(label)"
                                                + "&sites.order=label",
                                            "{\"sites\":[{\"label\":\"c\",\"plans\":{\"text\":\"q\"}}]}",
                                            SHOW)
                                    .toString())
                    .isEqualTo(
                            "200 [{\"name\":\"North\",\"sites\":[{\"label\":\"a\"},"
                                    + "{\"label\":\"b\"},{\"label\":\"c\"}]}]");
            assertThat(sites.get("history?select=title&order=title").text())
                    .isEqualTo("[{\"title\":\"a\"},{\"title\":\"b\"},{\"title\":\"c\"}]");
            assertThat(sites.get("plans?order=site").text())
                    .isEqualTo("[{\"site\":\"a\",\"text\":\"p\"},{\"site\":\"c\",\"text\":\"q\"}]");
        }
    }
}
