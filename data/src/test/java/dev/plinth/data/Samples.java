package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.requests.SampleRows;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A database with {@link SampleRows}. */
final class Samples {
    private Samples() {}

    static Shop open(TestDatabase database, Dialect dialect) throws SQLException, IOException {
        Shop shop = new Shop(database, dialect, "/dev/plinth/testing/requests/samples.yaml");
        for (Map.Entry<String, String> rows : SampleRows.byTable().entrySet()) {
            Shop.Answer answer = shop.send("POST", rows.getKey(), rows.getValue());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
        return shop;
    }
}
