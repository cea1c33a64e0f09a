package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Every golden case in Java; the browser's evaluator runs the same file. After a case was added, or
 * the form of trees changed on purpose, one run with {@code -Dplinth.golden.write} writes the
 * trees.
 */
class EvaluatorTest {
    @BeforeAll
    static void writeTreesWhenAsked() throws IOException {
        if (System.getProperty("plinth.golden.write") != null) {
            GoldenCases.rewriteTrees(
                    Path.of("src/test/resources/dev/plinth/schema/expression/cases.json"));
        }
    }

    static List<GoldenCases.Case> cases() throws IOException {
        return GoldenCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheCaseExpects(GoldenCases.Case golden) {
        CheckedExpression expression = checked(golden);
        Object value = expression.evaluate(golden.given());
        String shown =
                switch (golden.wants()) {
                    case Wanted.Condition() -> value == null ? null : value.toString();
                    case Wanted.Value(var type) -> value == null ? null : type.format(value);
                };
        assertThat(shown).isEqualTo(golden.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesToTheBrowserAsTheCaseShows(GoldenCases.Case golden) {
        var tree = new Load(LoadSettings.builder().build()).loadFromString(checked(golden).json());
        assertThat(tree).isInstanceOf(Map.class).isEqualTo(golden.tree());
    }

    private static CheckedExpression checked(GoldenCases.Case golden) {
        return Expressions.check(golden.expression(), Sample.scope(), golden.wants(), "").orThrow();
    }
}
