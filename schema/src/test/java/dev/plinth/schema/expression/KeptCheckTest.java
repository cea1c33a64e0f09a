package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Seeds;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition kept with a table lets in exactly the rows that the API lets in. */
class KeptCheckTest {
    private static final int ROWS = 10;
    private static final int CONDITIONS = 3;

    static List<TestDatabase> databases() {
        return ExpressionSqlTest.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theTableLetsInWhatTheEvaluatorAllows(TestDatabase database) throws SQLException {
        try (LiveSample live = new LiveSample(database)) {
            Seeds.each(
                    10,
                    seed -> {
                        try {
                            agree(live, new RandomExpressions(seed));
                        } catch (SQLException e) {
                            throw new AssertionError(e.getMessage(), e);
                        }
                    });
        }
    }

    private static void agree(LiveSample live, RandomExpressions random) throws SQLException {
        Scope scope = Scope.of(Sample.TABLE);
        for (int kept = 0; kept < CONDITIONS; ) {
            Checked checked = Expressions.condition(random.condition(3), scope, "");
            Optional<CheckedExpression> expression =
                    checked.expression().filter(CheckedExpression::isOfRowAlone);
            Optional<String> sql = expression.flatMap(e -> e.sql(live.dialect, "").text());
            if (sql.isEmpty()) {
                continue;
            }
            Check check = new Check("c", "sample_check", Expression.sql(sql.get()), "");
            live.remake(Sample.TABLE.withChecks(List.of(check)));
            for (int i = 0; i < ROWS; i++) {
                Map<String, Object> row = random.row();
                assertThat(live.takes(row))
                        .as(expression.get() + "\n" + sql.get() + "\n" + row)
                        .isEqualTo(expression.get().allows(Given.row(row)));
            }
            kept++;
        }
    }
}
