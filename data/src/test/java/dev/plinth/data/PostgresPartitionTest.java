package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;

/** In a table made of several, rows of different parts have the same {@code ctid}. */
class PostgresPartitionTest {
    private static final String SHOW = "Prefer: return=representation";
    private Attached database;

    @BeforeEach
    void open() throws SQLException {
        database =
                new Attached(
                        TestDatabases.POSTGRESQL,
                        Dialects.named("postgres"),
                        """
                        CREATE TABLE parts (part int, note text) PARTITION BY LIST (part);
                        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
                        CREATE TABLE parts_2 PARTITION OF parts FOR VALUES IN (2);
                        INSERT INTO parts VALUES (1, 'a'), (1, 'b'), (2, 'a'), (2, 'b');
                        """,
                        "public");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyTheRowsAskedForAreTouchedAndShown() throws IOException {
        assertThat(database.send("DELETE", "parts?part=eq.1&note=eq.a", "", SHOW).toString())
                .isEqualTo("200 [{\"part\":1,\"note\":\"a\"}]");
        assertThat(database.get("parts?order=part,note").text())
                .isEqualTo(
                        "[{\"part\":1,\"note\":\"b\"},{\"part\":2,\"note\":\"a\"},"
                                + "{\"part\":2,\"note\":\"b\"}]");
        database.send("POST", "parts", "{\"part\":2,\"note\":\"c\"}");
        for (int part = 1; part <= 2; part++) {
            String changed = "{\"note\":\"of " + part + "\"}";
            assertThat(
                            database.send("PATCH", "parts?note=eq.b&part=eq." + part, changed, SHOW)
                                    .text())
                    .isEqualTo("[{\"part\":" + part + ",\"note\":\"of " + part + "\"}]");
        }
    }
}
