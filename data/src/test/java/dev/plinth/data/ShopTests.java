package dev.plinth.data;

import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.sql.SQLException;

/** Tests on each database, which share a shop that has the same rows before each. */
@ParameterizedClass
@MethodSource("dev.plinth.data.Shop#databases")
abstract class ShopTests {
    static Shop shop;
    @Parameter TestDatabase database;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) throws SQLException {
        shop = Shop.on(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() throws SQLException, IOException {
        shop.reset();
    }
}
