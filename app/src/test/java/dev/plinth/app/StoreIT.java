package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.connection.StoredConnections;
import dev.plinth.app.database.Drivers;
import dev.plinth.app.settings.Settings;
import dev.plinth.app.settings.Settings.StoreAddress;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The store in a database server instead of a file, and two servers that share it. */
class StoreIT {
    static Stream<TestDatabase> servers() {
        return TestDatabases.selected().stream()
                .filter(database -> List.of("postgresql", "mariadb").contains(database.name()));
    }

    private static Settings in(Settings settings, FreshDatabase fresh) {
        return settings.withStore(new StoreAddress(fresh.url(), fresh.user(), fresh.password()));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itsConnectionsAreTriedWithoutAServer(TestDatabase database) throws SQLException {
        try (FreshDatabase fresh = database.fresh();
                RunningServer server = RunningServer.start(settings -> in(settings, fresh))) {
            Browser ada = server.administrator();
            ada.post(
                            "/api/connections",
                            "{\"name\":\"gone\",\"url\":\"jdbc:postgresql://127.0.0.1:1/x\",\"user\":\"u\",\"password\":\"secret\"}")
                    .is(201);
            ada.post("/api/connections", "{\"name\":\"lite\",\"url\":\"jdbc:sqlite:x.db\"}")
                    .is(201);
            StoredConnections stored =
                    new StoredConnections(
                            server.home(), Optional.empty(), List.of(), Drivers.with());
            try (Connection store = fresh.connect()) {
                assertThat(stored.tried(store, Dialects.of(fresh.url())))
                        .extracting(t -> t.name() + ": " + t.product().split(" ")[0] + t.problem())
                        .containsExactly("gone: The database cannot be reached.", "lite: SQLite");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theStoreLiesInADatabaseServer(TestDatabase database) throws IOException {
        try (FreshDatabase fresh = database.fresh();
                RunningServer first = RunningServer.start(settings -> in(settings, fresh))) {
            Browser ada = first.administrator();
            ada.post(
                            "/api/projects",
                            "{\"name\":\"shop\",\"title\":\"Shöp 🛒\",\"start\":\"sample\"}")
                    .is(201);
            Answer model = ada.get("/api/projects/shop/model").is(200);
            assertThat(model.at("/revision").asLong()).isEqualTo(1);
            ada.get("/p/shop/rest/v1/customers?limit=1").is(200);
            ada.post(
                            "/api/users",
                            "{\"email\":\"ADA@example.org\",\"name\":\"x\",\"password\":\"some"
                                    + " password\"}")
                    .isRefused(409, "B009");
            ada.get("/api/audit/verification").is(200).has("\"intact\":true");

            assertThatThrownBy(() -> RunningServer.start(settings -> in(settings, fresh)))
                    .rootCause()
                    .hasMessageContaining("another secret key");
            Path home = Files.createTempDirectory("plinth-home");
            Files.copy(first.home().resolve("secret.key"), home.resolve("secret.key"));
            try (RunningServer second = RunningServer.at(home, settings -> in(settings, fresh))) {
                Browser there = second.browser();
                there.signIn(RunningServer.EMAIL, RunningServer.PASSWORD).is(200);
                there.get("/api/projects").is(200).has("Shöp 🛒");
                assertThat(there.get("/api/projects/shop/model").at("/model"))
                        .isEqualTo(model.at("/model"));
                String table = model.text("/model/tables/0/id");
                there.post(
                                "/api/projects/shop/model/edits",
                                "{\"base\":1,\"label\":\"Elsewhere\",\"remove\":[\"%s\"]}"
                                        .formatted(table))
                        .is(200);
                ada.post(
                                "/api/projects/shop/model/edits",
                                "{\"base\":1,\"label\":\"Here\",\"remove\":[\"%s\"]}"
                                        .formatted(table))
                        .isRefused(409, "B103");
                ada.get("/api/projects/shop/model")
                        .is(200)
                        .has("\"revision\":2")
                        .lacks(table + "\",\"name");
            }
            ada.delete("/api/projects/shop").is(204);
        }
    }
}
