package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.run.Cancellation;
import dev.plinth.data.run.Session;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Answers of several statements, while somebody else writes between them. */
abstract class SnapshotContract {
    Shop shop;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeEach
    void open() throws SQLException, IOException {
        shop = new Shop(database(), dialect());
        shop.send("POST", "customers", "{\"id\":1,\"name\":\"Ada\"}");
        shop.send("POST", "orders", "{\"id\":1,\"customer_id\":1,\"total\":5}");
        shop.send(
                "POST",
                "lines",
                "{\"order_id\":1,\"line_no\":1,\"product\":\"pen\",\"quantity\":1}");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Whether nobody can write what somebody reads, which cannot tear an answer either. */
    boolean keepsWritersOut() {
        return false;
    }

    private boolean write() throws SQLException {
        try (Connection connection = shop.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String quote = connection.getMetaData().getIdentifierQuoteString();
            for (String sql :
                    List.of(
                            "UPDATE <orders> SET <total> = 6",
                            "UPDATE <lines> SET <quantity> = 2",
                            "INSERT INTO <tags> (<id>, <label>) VALUES (1, 'new')")) {
                statement.execute(sql.replaceAll("[<>]", quote));
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!keepsWritersOut()) {
                throw e;
            }
            return false;
        }
    }

    @Test
    void doNotShowHalfOfWhatIsWritten() throws IOException {
        boolean[] written = {false};
        shop.before(2, () -> written[0] = write());
        assertThat(shop.get("orders?select=total,lines(quantity)").toString())
                .isEqualTo("200 [{\"total\":5.00,\"lines\":[{\"quantity\":1}]}]");
        String after =
                written[0]
                        ? "6.00,\"lines\":[{\"quantity\":2}]"
                        : "5.00,\"lines\":[{\"quantity\":1}]";
        assertThat(shop.get("orders?select=total,lines(quantity)").toString())
                .isEqualTo("200 [{\"total\":" + after + "}]");
    }

    @Test
    void countWhatTheyShow() throws IOException {
        boolean[] written = {false};
        shop.before(2, () -> written[0] = write());
        Shop.Answer answer = shop.get("tags?select=label", "Prefer: count=exact");
        assertThat(answer.toString()).isEqualTo("200 []");
        assertThat(answer.header("Content-Range")).isEqualTo("*/0");
        assertThat(shop.get("tags?select=label").text())
                .isEqualTo(written[0] ? "[{\"label\":\"new\"}]" : "[]");
    }

    /** As of an empty batch, or a read whose client left. */
    @Test
    void oneThatAskedNothingLeavesNoTrace() throws SQLException {
        try (Connection connection = shop.connect()) {
            Session session = Session.open(() -> connection, dialect(), new Cancellation(), 0);
            session.beginSnapshot();
            session.commit();
            session.beginSnapshot();
            session.rollback();
            String quote = connection.getMetaData().getIdentifierQuoteString();
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO <tags> (<id>, <label>) VALUES (1, 'new')"
                                .replaceAll("[<>]", quote));
            }
        }
    }
}
