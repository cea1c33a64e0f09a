package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.settings.Settings.StoreAddress;
import dev.plinth.testing.MortalDatabase;
import dev.plinth.testing.MortalMariaDb;

import org.junit.jupiter.api.Test;

/** The database with all that is known of projects is killed and comes back. */
class StoreOutageIT {
    private static final String ROWS = "/p/shop/rest/v1/note";
    private static final String TABLE =
            """
            {"id":"note00000000","name":"note","columns":[
              {"id":"note0000key0","name":"id","type":"bigint","required":true}],
             "primaryKey":{"name":"","columns":["note0000key0"]}}\
            """;

    @Test
    void whatNeedsItIsRefusedUntilItIsBack() {
        try (MortalDatabase store = new MortalMariaDb();
                RunningServer server =
                        RunningServer.start(
                                usual ->
                                        usual.withStore(
                                                new StoreAddress(
                                                        store.url(),
                                                        store.user(),
                                                        store.password())))) {
            Browser ada = server.administrator();
            ada.deploy("shop", TABLE);
            ada.post(ROWS, "{\"id\":1}").is(201);
            store.kill();
            Answer answer = ada.post(ROWS, "{\"id\":2}");
            for (int id = 3; answer.status() == 201; id++) {
                answer = ada.post(ROWS, "{\"id\":" + id + "}");
            }
            answer.is(503)
                    .hasHeader("Retry-After", "1")
                    .has("PGRST000", "\"hint\":\"Nothing was done");
            Answer builder = ada.get("/api/projects");
            assertThat(builder.status()).isEqualTo(503);
            store.restart();
            while (ada.get(ROWS).status() != 200) {
                Thread.onSpinWait();
            }
            ada.post(ROWS, "{\"id\":0}").is(201);
            ada.get("/api/projects").is(200).has("shop");
        }
    }
}
