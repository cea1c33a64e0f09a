package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.sqlserver.TSqlJudge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** What was read against the documentation of SQL Server, held against its rules as well. */
class TSqlGoldenTest {
    private static final Dialect SQL_SERVER = Dialects.named("sqlserver");

    static Stream<GoldenCases.Case> cases() {
        return GoldenCases.groups().stream()
                .flatMap(g -> new GoldenCases(SQL_SERVER).of(g).stream())
                .filter(c -> GoldenCases.refusals(c, SQL_SERVER).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void obeys(GoldenCases.Case each) {
        assertThat(TSqlJudge.problems(each.before(), each.after())).isEmpty();
    }
}
