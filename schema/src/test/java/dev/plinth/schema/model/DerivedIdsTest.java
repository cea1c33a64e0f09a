package dev.plinth.schema.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class DerivedIdsTest {
    private static final TableName CUSTOMER = TableName.of("customer");

    @Test
    void theSamePlaceHasTheSameIdForever() {
        assertThat(DerivedIds.table(CUSTOMER)).isEqualTo("bxdte27za03c");
        assertThat(DerivedIds.column(CUSTOMER, "email")).hasSize(12);
    }

    @Test
    void placesThatDifferHaveIdsThatDiffer() {
        assertThat(
                        List.of(
                                DerivedIds.table(CUSTOMER),
                                DerivedIds.table(new TableName("sales", "customer")),
                                DerivedIds.view(CUSTOMER),
                                DerivedIds.choice("customer"),
                                DerivedIds.column(CUSTOMER, "a"),
                                DerivedIds.unique(CUSTOMER, "a"),
                                DerivedIds.index(CUSTOMER, "a"),
                                DerivedIds.check(CUSTOMER, "a"),
                                DerivedIds.relation(CUSTOMER, "a"),
                                DerivedIds.trigger(CUSTOMER, "a")))
                .doesNotHaveDuplicates();
    }
}
