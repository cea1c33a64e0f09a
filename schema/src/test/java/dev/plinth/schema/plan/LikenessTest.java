package dev.plinth.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "fax, telefax, true",
        "full_name, fullName, true",
        "name, full_name, true",
        "adress, address, true",
        "born_at, birthday, false",
        "customer_name, customer_phone, false",
        "id, paid, false",
        "a, b, false",
    })
    void namesAreAlikeOrNot(String a, String b, boolean alike) {
        assertThat(Likeness.ofNames(a, b)).isEqualTo(alike);
        assertThat(Likeness.ofNames(b, a)).isEqualTo(alike);
    }
}
