package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every golden case, put to real databases: they must say what the evaluator says. */
class ExpressionSqlTest {
    /** What a database cannot say or refuses to work out, so that nothing is left out unseen. */
    private static final Map<String, Set<String>> REFUSED =
            Map.of(
                    "sqlite",
                    Set.of(
                            // no exact numbers of more than 64 bits
                            "big * big > 1",
                            "big + 1 > 9223372036854775807",
                            "huge + 0.0000000001 > 12345678901234567890.0123456789",
                            // no microseconds in its functions of time
                            "duration('90m') < ends - starts",
                            "ends - starts <= duration('8h')",
                            "starts + duration('1h30m') == ends"),
                    "derby",
                    Set.of(
                            // more than 31 digits; counting, ordering, trimming and matching texts;
                            // moments are moved in the zone of the server
                            "big * big > 1",
                            "duration('90m') < ends - starts",
                            "ends - starts <= duration('8h')",
                            "name < 'a'",
                            "name < 'b'",
                            "name > 'z'",
                            "name > 'Ａ'",
                            "name.lowerAscii() == 'abcÉ'",
                            "name.matches('')",
                            "name.matches('A')",
                            "name.matches('^(?:ab|cd)*$')",
                            "name.matches('^.$')",
                            "name.matches('^[-+]?[0-9]{1,3}$')",
                            "name.matches('^[A-Z]{2}[0-9]+$')",
                            "name.matches('^[^,]+$')",
                            "name.matches('^b')",
                            "name.matches('a|b')",
                            "name.matches('b')",
                            "name.matches(r'[\\[\\]]')",
                            "name.matches(r'^[^@\\s]+@[^@\\s]+$')",
                            "name.matches(r'^\\d+$')",
                            "name.matches(r'^\\w+\\.\\w+$')",
                            "name.size() > 0",
                            "name.trim() == ''",
                            "name.trim() == 'a b'",
                            "name.trim().size() > 0 && name.size() <= 50",
                            "name.upperAscii() == 'ABCé'",
                            "size(name) == 0",
                            "size(name) == 2",
                            "size(name) == 3",
                            "starts + duration('1h30m') == ends"));

    /** Without Firebird, whose decimals have 18 digits: the sample's have more. */
    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream()
                .filter(d -> !d.name().contains("-") && d != TestDatabases.FIREBIRD)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aQuerySaysWhatTheCaseExpects(TestDatabase database) throws SQLException, IOException {
        Set<String> refused = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        try (LiveSample live = new LiveSample(database)) {
            for (GoldenCases.Case golden : GoldenCases.all()) {
                if (!golden.old().isEmpty() || golden.expression().contains("old.")) {
                    continue;
                }
                try {
                    String shown = bound(live, golden);
                    if (!java.util.Objects.equals(shown, golden.expected())) {
                        wrong.add(golden + " gives " + shown);
                    }
                } catch (PlinthException e) {
                    assertThat(e.problems()).extracting("code").containsExactly("E013");
                    refused.add(golden.expression());
                } catch (SQLException e) {
                    if (String.valueOf(e.getMessage()).contains("integer overflow")) {
                        refused.add(golden.expression());
                        continue;
                    }
                    wrong.add(golden + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isEqualTo(REFUSED.getOrDefault(database.name(), Set.of()));
    }

    private static String bound(LiveSample live, GoldenCases.Case golden) throws SQLException {
        CheckedExpression expression =
                Expressions.check(golden.expression(), Sample.scope(), golden.wants(), "")
                        .orThrow();
        Given given = golden.given();
        live.fill(List.of(golden.values()));
        BoundSql sql = expression.bound(live.dialect, "t", "");
        return switch (golden.wants()) {
            case Wanted.Condition() -> {
                Boolean truth = live.conditions(sql, given).getFirst();
                yield truth == null ? null : truth.toString();
            }
            case Wanted.Value(var type) -> {
                Object value = live.values(sql, type, given).getFirst();
                yield value == null ? null : type.format(value);
            }
        };
    }
}
