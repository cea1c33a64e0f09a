package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Every golden case as the SQL that a check would have, for databases that the tests have no server
 * of. Written anew with {@code -Dplinth.write.cases=true}, to be read again.
 */
class ExpressionTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"mysql", "sqlserver", "oracle", "db2"})
    void sqlIsAsItWasRead(String name) throws IOException {
        Path file = Path.of("src/test/cases", name, "expressions.sql");
        String written = text(Dialects.named(name));
        if (Boolean.getBoolean("plinth.write.cases")) {
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    private static String text(Dialect dialect) throws IOException {
        StringBuilder text = new StringBuilder("-- What expressions become in " + dialect.title());
        text.append(". No server has run them in these tests.\n");
        Set<String> seen = new LinkedHashSet<>();
        for (GoldenCases.Case golden : GoldenCases.all()) {
            if (!seen.add(golden.expression())) {
                continue;
            }
            CheckedExpression expression =
                    Expressions.check(golden.expression(), Sample.scope(), golden.wants(), "")
                            .orThrow();
            if (!expression.isOfRowAlone()) {
                continue;
            }
            InlineSql sql = expression.sql(dialect, "");
            text.append("\n-- ").append(golden.expression().replace("\n", "\\n")).append('\n');
            boolean condition = golden.wants() instanceof Wanted.Condition;
            sql.text()
                    .ifPresentOrElse(
                            s ->
                                    text.append(condition ? "SELECT 1 FROM t WHERE " : "SELECT ")
                                            .append(s)
                                            .append(condition ? "" : " FROM t")
                                            .append(dialect.statements().terminator()),
                            () -> text.append("-- cannot be said\n"));
        }
        return text.toString();
    }
}
