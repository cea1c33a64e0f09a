import shop.ApiClient;
import shop.ApiException;
import shop.Customers;
import shop.CustomersApi;
import shop.CustomersChange;
import shop.CustomersNew;
import shop.Orders;
import shop.OrdersApi;
import shop.OrdersNew;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A program with the client that was generated from the description of the API. */
final class Generated {
    private static final String ROWS = "return=representation";

    private static ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("PLINTH_URL") + "/rest/v1");
        return client;
    }

    public static void main(String[] arguments) throws ApiException {
        CustomersApi customers = new CustomersApi(client());
        OrdersApi orders = new OrdersApi(client());
        List<Customers> made =
                customers.createCustomers(
                        List.of(
                                new CustomersNew()
                                        .name("Jo")
                                        .credit(new BigDecimal("1234567890.12")),
                                new CustomersNew().name("Kim").country("PT")),
                        null,
                        "name,country,credit",
                        null,
                        ROWS,
                        null);
        long jo = made.getFirst().getId();
        same(made.getFirst().getCredit(), new BigDecimal("1234567890.12"));
        same(made.getLast().getCredit().signum(), 0);

        Orders order =
                orders.createOrders(
                                List.of(
                                        new OrdersNew()
                                                .customerId(jo)
                                                .total(new BigDecimal("10.25"))
                                                .placed(LocalDate.of(2024, 2, 29))),
                                null,
                                null,
                                null,
                                ROWS,
                                null)
                        .getFirst();
        same(order.getPlaced(), LocalDate.of(2024, 2, 29));
        same(found(orders, "eq." + jo, "gt.10").getFirst().getTotal(), new BigDecimal("10.25"));
        same(found(orders, "eq." + jo, "gt.11"), List.of());
        same(names(customers, "in.(Jo,Kim)", "name.desc", null), List.of("Kim", "Jo"));
        same(names(customers, "in.(Jo,Kim)", "name.desc", "1"), List.of("Kim"));

        // Only what is said is changed.
        Customers moved =
                customers
                        .updateCustomers(
                                new CustomersChange().country("ES"),
                                "eq." + jo,
                                null,
                                null,
                                null,
                                null,
                                ROWS,
                                null)
                        .getFirst();
        same(moved.getCountry(), "ES");
        same(moved.getCredit(), new BigDecimal("1234567890.12"));

        try {
            customers.createCustomers(
                    List.of(new CustomersNew().name("Jo")), null, null, null, ROWS, null);
            throw new AssertionError("There are two of the name.");
        } catch (ApiException e) {
            same(e.getCode(), 409);
            same(e.getResponseBody().contains("\"23505\""), true);
        }

        ApiClient ofClerk = client();
        ofClerk.setRequestInterceptor(r -> r.header("apikey", System.getenv("PLINTH_KEY")));
        CustomersApi clerk = new CustomersApi(ofClerk);
        same(names(clerk, "eq.Jo", null, null), List.of("Jo"));
        same(read(clerk, "eq.Jo", null, null).getFirst().getCredit(), null);

        orders.deleteOrders("eq." + order.getId(), null, null, null, null, null, null);
        same(
                customers.deleteCustomers(null, "in.(Jo,Kim)", null, null, null, ROWS, null).size(),
                2);
        same(names(customers, "in.(Jo,Kim)", null, null), List.of());
    }

    private static List<Orders> found(OrdersApi orders, String customer, String total)
            throws ApiException {
        return orders.readOrders(
                null, customer, total, null, null, null, null, null, null, null, null, null, null);
    }

    private static List<Customers> read(
            CustomersApi customers, String name, String order, String limit) throws ApiException {
        return customers.readCustomers(
                null, name, null, null, null, null, order, limit, null, null, null, null, null);
    }

    private static List<String> names(
            CustomersApi customers, String name, String order, String limit) throws ApiException {
        return read(customers, name, order, limit).stream().map(Customers::getName).toList();
    }

    private static void same(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError(actual + " is not " + expected);
        }
    }
}
