package dev.plinth.bench.rows;

import dev.plinth.testing.FreshDatabase;

/**
 * What is asked for: fifty thousand customers and a million orders of theirs; and where as many
 * more arrive.
 */
final class Rows {
    static final int CUSTOMERS = 50_000;
    static final int ORDERS = 1_000_000;

    private Rows() {}

    static void make(FreshDatabase database) throws Exception {
        database.execute(
                """
                CREATE TABLE customers (
                    id bigint PRIMARY KEY, name varchar(100) NOT NULL, email varchar(160),
                    country varchar(2) NOT NULL, credit numeric(12,2), created_at timestamptz NOT NULL)
                """,
                """
                CREATE TABLE orders (
                    id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers (id),
                    status varchar(20) NOT NULL, total numeric(12,2) NOT NULL,
                    placed_at timestamptz NOT NULL, note text)
                """,
                """
                INSERT INTO customers
                SELECT i, 'Customer ' || i, 'c' || i || '@example.org',
                       (ARRAY['DE', 'FR', 'US', 'IT'])[1 + i % 4], i * 1.5,
                       timestamptz '2025-01-01' + i * interval '1 minute'
                FROM generate_series(1, 50000) i
                """,
                """
                INSERT INTO orders
                SELECT i, 1 + (i::bigint * 7919) % 50000,
                       (ARRAY['new', 'paid', 'shipped', 'done'])[1 + i % 4], (i % 100000) / 100.0,
                       timestamptz '2025-01-01' + i * interval '7 seconds',
                       CASE WHEN i % 3 = 0 THEN 'note ' || i END
                FROM generate_series(1, 1000000) i
                """,
                """
                CREATE TABLE arrivals (
                    id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers (id),
                    status varchar(20) NOT NULL, total numeric(12,2) NOT NULL,
                    placed_at timestamptz NOT NULL, note text)
                """,
                "CREATE INDEX orders_customer ON orders (customer_id)",
                "CREATE INDEX orders_placed ON orders (status, placed_at)",
                "ANALYZE");
    }
}
