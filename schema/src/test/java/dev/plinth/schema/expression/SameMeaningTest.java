package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Seeds;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random conditions on random rows: each database says exactly what the evaluator says. */
class SameMeaningTest {
    private static final int ROWS = 12;
    private static final int EXPRESSIONS = 40;

    private int said;
    private int refused;

    static List<TestDatabase> databases() {
        return ExpressionSqlTest.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theDatabaseAndTheEvaluatorAgree(TestDatabase database) throws SQLException {
        try (LiveSample live = new LiveSample(database)) {
            Seeds.each(
                    15,
                    seed -> {
                        try {
                            agree(live, new RandomExpressions(seed));
                        } catch (SQLException e) {
                            throw new AssertionError(e.getMessage(), e);
                        }
                    });
        }
        assertThat(said).as("said, while " + refused + " were refused").isGreaterThan(refused);
    }

    private void agree(LiveSample live, RandomExpressions random) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(random.row());
        }
        live.fill(rows);
        for (int i = 0; i < EXPRESSIONS; i++) {
            agree(live, random.condition(4), rows);
        }
    }

    private void agree(LiveSample live, String text, List<Map<String, Object>> rows)
            throws SQLException {
        Scope scope = Scope.of(Sample.TABLE).withUser();
        CheckedExpression expression = Expressions.condition(text, scope, "").orThrow();
        Given given =
                Given.row(Map.of()).withVariables(GoldenCases.VARIABLES).withNow(GoldenCases.NOW);
        List<@Nullable Object> expected = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            expected.add(
                    expression.evaluate(new Given(row, Map.of(), given.variables(), given.now())));
        }
        BoundSql sql;
        try {
            sql = expression.bound(live.dialect, "t", "");
        } catch (PlinthException e) {
            refused++;
            return;
        }
        InlineSql inline = expression.sql(live.dialect, "");
        compare(live, text, sql, given, expected);
        if (inline.text().isPresent()) {
            compare(live, text, new BoundSql(inline.text().get(), List.of()), given, expected);
        }
    }

    private void compare(
            LiveSample live,
            String text,
            BoundSql sql,
            Given given,
            List<@Nullable Object> expected) {
        try {
            assertThat(live.conditions(sql, given))
                    .as(text + "\n" + sql.text())
                    .isEqualTo(expected);
            said++;
        } catch (SQLException e) {
            // SQLite rather fails than round what leaves 64 bits
            assertThat(e.getMessage()).as(text + "\n" + sql.text()).contains("integer overflow");
            refused++;
        }
    }
}
