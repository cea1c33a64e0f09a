package dev.plinth.schema.dialect.db2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.SQLException;

/** The messages are those of IBM's driver, as people show them. */
class Db2ErrorsTest {
    private static Fault fault(int code, String state, String tokens) {
        return new Db2Errors()
                .fault(
                        new SQLException(
                                "DB2 SQL Error: SQLCODE=%d, SQLSTATE=%s, SQLERRMC=%s, DRIVER=4.32.28"
                                        .formatted(code, state, tokens),
                                state,
                                code));
    }

    @ParameterizedTest
    @CsvSource({
        "-803, 23505, 1;SHOP.orders, UNIQUE,",
        "-530, 23503, SHOP.orders.orders_customer, FOREIGN_KEY, orders_customer",
        "-532, 23504, SHOP.orders.orders_customer, FOREIGN_KEY, orders_customer",
        "-531, 23001, SHOP.orders.orders_customer, FOREIGN_KEY, orders_customer",
        "-545, 23513, SHOP.orders.positive, CHECK, positive",
        "-407, 23502, 'TBSPACEID=2, TABLEID=4, COLNO=1', NOT_NULL,",
        "-433, 22001, a secret, TOO_LONG,",
        "-302, 22003, a secret, OUT_OF_RANGE,",
        "-420, 22018, DECFLOAT, INVALID_VALUE,",
        "-798, 428C9, id, INVALID_VALUE,",
        "-204, 42704, SHOP.nothing, UNKNOWN_OBJECT,",
        "-206, 42703, nothing, UNKNOWN_OBJECT,",
        "-551, 42501, ADA;SELECT;SHOP.orders, NOT_ALLOWED,",
        "-911, 40001, 2, CONFLICT,",
        "-913, 57033, 80, CONFLICT,",
        "-668, 57016, 7;SHOP.orders, CONFLICT,",
        "-952, 57014, , TIMEOUT,",
        "-104, 42601, FORM;SELECT *;FROM, SYNTAX,",
        "-4214, 28000, , WRONG_PASSWORD,",
        "-4499, 08001, , UNREACHABLE,"
    })
    void refusals(int code, String state, String tokens, Kind kind, String constraint) {
        Fault fault = fault(code, state, tokens);
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.constraint()).isEqualTo(constraint);
        assertThat(fault.column()).isNull();
        assertThat(fault.detail()).doesNotContain("secret");
    }

    @Test
    void aSentenceNamesWhatItIsAbout() {
        Fault fault =
                new Db2Errors()
                        .fault(
                                new SQLException(
                                        "Assignment of a NULL value to a NOT NULL column \"name\""
                                                + " is not allowed.. SQLCODE=-407, SQLSTATE=23502,"
                                                + " DRIVER=4.32.28",
                                        "23502",
                                        -407));
        assertThat(fault.column()).isEqualTo("name");
    }

    @Test
    void whatATriggerSays() {
        Fault fault = fault(-438, "75001", "Closed, until May");
        assertThat(fault.raised()).isNotNull();
        assertThat(fault.detail()).isEqualTo("Closed, until May");
        assertThat(fault.state()).isEqualTo("75001");
    }
}
