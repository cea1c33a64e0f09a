package dev.plinth.app.sample;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * The rows of the sample shop: the same on every run. Rows of numbered tables come in the order in
 * which a database that starts at 1 numbers them, so that others can point at them.
 */
final class ShopRows {
    private static final int PRODUCTS = 240;
    private static final int CUSTOMERS = 600;
    private static final int ORDERS = 2400;
    private static final int REVIEWS = 900;
    private static final OffsetDateTime START =
            OffsetDateTime.of(2024, 1, 8, 8, 0, 0, 0, ZoneOffset.UTC);

    /** The rows of one table, in the order of {@code columns}. */
    record Rows(String table, List<String> columns, List<List<@Nullable Object>> values) {}

    private final Random random = new Random(20240108);
    private final List<BigDecimal> prices = new ArrayList<>();

    /** All rows, tables that are pointed at first. */
    static List<Rows> all() {
        ShopRows shop = new ShopRows();
        List<Rows> rows = new ArrayList<>();
        rows.add(shop.categories());
        rows.add(shop.products());
        rows.add(shop.tags());
        rows.add(shop.productTags());
        rows.add(shop.customers());
        rows.addAll(shop.orders());
        rows.add(shop.reviews());
        return rows;
    }

    private static List<String> mainCategories() {
        Set<String> main = new LinkedHashSet<>();
        ShopWords.CATEGORIES.forEach(c -> main.add(c.getFirst()));
        return List.copyOf(main);
    }

    private Rows categories() {
        List<String> main = mainCategories();
        Rows rows = new Rows("categories", List.of("name", "parent_id"), new ArrayList<>());
        main.forEach(name -> add(rows, name, null));
        ShopWords.CATEGORIES.forEach(
                c -> add(rows, c.get(1), (long) main.indexOf(c.getFirst()) + 1));
        return rows;
    }

    private Rows products() {
        Rows rows =
                new Rows(
                        "products",
                        List.of(
                                "sku",
                                "name",
                                "category_id",
                                "status",
                                "price",
                                "cost",
                                "stock",
                                "created_at"),
                        new ArrayList<>());
        int first = mainCategories().size();
        Set<String> names = new LinkedHashSet<>();
        while (rows.values().size() < PRODUCTS) {
            int category = random.nextInt(ShopWords.CATEGORIES.size());
            List<String> things = ShopWords.CATEGORIES.get(category);
            String thing = things.get(2 + random.nextInt(things.size() - 2));
            String name = one(ShopWords.KINDS) + " " + one(ShopWords.MATERIALS) + " " + thing;
            if (!names.add(name)) {
                continue;
            }
            BigDecimal price = BigDecimal.valueOf(490L + random.nextInt(19_500) / 10 * 10, 2);
            prices.add(price);
            int number = rows.values().size();
            add(
                    rows,
                    "P-%05d".formatted(10_000 + number * 7),
                    name,
                    (long) first + category + 1,
                    number % 23 == 0 ? "ended" : number % 31 == 0 ? "coming" : "active",
                    price,
                    price.multiply(BigDecimal.valueOf(40 + random.nextInt(30), 2))
                            .setScale(2, java.math.RoundingMode.DOWN),
                    (long) (number % 17 == 0 ? 0 : random.nextInt(180)),
                    START.plusHours(random.nextInt(900)));
        }
        return rows;
    }

    private Rows tags() {
        Rows rows = new Rows("tags", List.of("name"), new ArrayList<>());
        ShopWords.TAGS.forEach(name -> add(rows, name));
        return rows;
    }

    private Rows productTags() {
        Rows rows = new Rows("product_tags", List.of("product_id", "tag_id"), new ArrayList<>());
        for (long product = 1; product <= PRODUCTS; product++) {
            for (long tag = 1; tag <= ShopWords.TAGS.size(); tag++) {
                if (random.nextInt(4) == 0) {
                    add(rows, product, tag);
                }
            }
        }
        return rows;
    }

    private Rows customers() {
        Rows rows =
                new Rows(
                        "customers",
                        List.of("name", "email", "phone", "city", "country", "since", "newsletter"),
                        new ArrayList<>());
        for (int i = 0; i < CUSTOMERS; i++) {
            String given = one(ShopWords.GIVEN);
            String family = one(ShopWords.FAMILY);
            List<String> city = one(ShopWords.CITIES);
            String address =
                    java.text.Normalizer.normalize(
                                    given + "." + family + (i + 1), java.text.Normalizer.Form.NFD)
                            .replaceAll("[^A-Za-z0-9.]", "")
                            .toLowerCase(java.util.Locale.ROOT);
            add(
                    rows,
                    given + " " + family,
                    address + "@example.org",
                    i % 3 == 0 ? null : "+49 30 555 %04d".formatted(random.nextInt(10_000)),
                    city.getFirst(),
                    city.getLast(),
                    LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1100)),
                    random.nextInt(3) == 0);
        }
        return rows;
    }

    private List<Rows> orders() {
        Rows orders =
                new Rows(
                        "orders",
                        List.of(
                                "number",
                                "customer_id",
                                "status",
                                "placed_at",
                                "shipped_at",
                                "total"),
                        new ArrayList<>());
        Rows items =
                new Rows(
                        "order_items",
                        List.of("order_id", "line_no", "product_id", "quantity", "unit_price"),
                        new ArrayList<>());
        for (int i = 1; i <= ORDERS; i++) {
            OffsetDateTime placed = START.plusMinutes(i * 430L + random.nextInt(400));
            String status = status(i);
            boolean sent = status.equals("shipped") || status.equals("returned");
            BigDecimal total = lines(items, i);
            add(
                    orders,
                    "SO-%06d".formatted(i),
                    1L + random.nextInt(CUSTOMERS),
                    status,
                    placed,
                    sent ? placed.plusHours(5 + random.nextInt(70)) : null,
                    total);
        }
        return List.of(orders, items);
    }

    private String status(int order) {
        if (order > ORDERS - 60) {
            return order % 3 == 0 ? "new" : "paid";
        }
        return order % 29 == 0 ? "cancelled" : order % 41 == 0 ? "returned" : "shipped";
    }

    private BigDecimal lines(Rows items, long order) {
        BigDecimal total = BigDecimal.ZERO.setScale(2);
        int count = 1 + random.nextInt(5);
        Set<Integer> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            chosen.add(random.nextInt(PRODUCTS));
        }
        long line = 1;
        for (int product : chosen) {
            long quantity = 1 + random.nextInt(3);
            BigDecimal price = prices.get(product);
            add(items, order, line++, (long) product + 1, quantity, price);
            total = total.add(price.multiply(BigDecimal.valueOf(quantity)));
        }
        return total;
    }

    private Rows reviews() {
        Rows rows =
                new Rows(
                        "reviews",
                        List.of(
                                "id",
                                "product_id",
                                "customer_id",
                                "rating",
                                "title",
                                "body",
                                "written_at"),
                        new ArrayList<>());
        for (int i = 0; i < REVIEWS; i++) {
            int stars =
                    1 + Math.min(4, (int) Math.abs(4.6 - Math.abs(random.nextGaussian()) * 1.3));
            List<String> words = ShopWords.REVIEWS.get(stars - 1);
            add(
                    rows,
                    new UUID(random.nextLong(), random.nextLong()),
                    1L + random.nextInt(PRODUCTS),
                    1L + random.nextInt(CUSTOMERS),
                    (long) stars,
                    words.getFirst(),
                    random.nextBoolean() ? words.getLast() : null,
                    START.plusMinutes(random.nextInt(1_000_000)));
        }
        return rows;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void add(Rows rows, @Nullable Object... values) {
        rows.values().add(java.util.Arrays.asList(values));
    }
}
