package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    price > 1 && price < 9;             price;  cost;        cost > 1 && cost < 9
                    row.price > old . price;            price;  cost;        row.cost > old . cost
                    '😀' == name && name != 'name';      name;   title;       '😀' == title && title != 'name'
                    size(size) == 1;                    size;   length;      size(length) == 1
                    user.id == id;                      id;     key;         user.id == key
                    user.id == user;                    user;   owner;       user.id == owner
                    price > 1;                          price;  unit price;  row.`unit price` > 1
                    row.`unit price` > 1;               unit price; price;   row.price > 1
                    a in [a, b];                        a;      in;          row.`in` in [row.`in`, b]
                    prices > 1;                         price;  cost;        prices > 1
                    price >;                            price;  cost;        price >
                    """)
    void theTextCallsTheColumnByItsNewName(String text, String from, String to, String renamed) {
        assertThat(Expressions.renamed(text, from, to)).isEqualTo(renamed);
    }
}
