package dev.plinth.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.type.ColumnTypes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    from          | to            | risk
                    text(20)      | text(40)      | SAFE
                    text(40)      | text(20)      | DATA_DEPENDENT
                    text(40)      | longtext      | SAFE
                    integer       | bigint        | SAFE
                    bigint        | integer       | DATA_DEPENDENT
                    integer       | decimal(10,0) | SAFE
                    integer       | decimal(10,2) | DATA_DEPENDENT
                    decimal(12,2) | decimal(14,4) | SAFE
                    decimal(12,2) | decimal(10,2) | DATA_DEPENDENT
                    decimal(12,2) | decimal(12,1) | LOSSY
                    decimal(12,2) | integer       | LOSSY
                    double        | real          | LOSSY
                    bigint        | double        | LOSSY
                    date          | timestamp(6)  | SAFE
                    timestamp(6)  | date          | LOSSY
                    timestamp(6)  | timestamp(0)  | LOSSY
                    text(40)      | integer       | DATA_DEPENDENT
                    text(40)      | uuid          | DATA_DEPENDENT
                    uuid          | text(36)      | SAFE
                    boolean       | integer       | SAFE
                    integer       | boolean       | LOSSY
                    binary(10)    | binary        | SAFE
                    binary        | binary(10)    | DATA_DEPENDENT
                    """)
    void isJudged(String from, String to, Risk risk) {
        assertThat(
                        TypeChange.risk(
                                ColumnTypes.parse(from).orElseThrow(),
                                ColumnTypes.parse(to).orElseThrow()))
                .isEqualTo(risk);
    }
}
