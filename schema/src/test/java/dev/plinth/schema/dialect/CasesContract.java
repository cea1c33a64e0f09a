package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.diff.Lowering;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The cases whose SQL is only read for databases out of reach, run on one that is at hand. */
abstract class CasesContract extends LiveDatabase {
    CasesContract(DialectContract subject) {
        super(subject);
    }

    @TestFactory
    Stream<DynamicTest> eachCaseIsFoundAsAsked() {
        return GoldenCases.groups().stream()
                .flatMap(group -> new GoldenCases(dialect).of(group).stream())
                .filter(c -> GoldenCases.refusals(c, dialect).isEmpty())
                .map(c -> DynamicTest.dynamicTest(c.title(), () -> isFoundOrRefused(c)));
    }

    private void isFoundOrRefused(GoldenCases.Case each) throws Throwable {
        Refusing.orNot(subject.refuses().contains(each.title()), () -> isFoundAsAsked(each));
    }

    private void isFoundAsAsked(GoldenCases.Case each) throws Exception {
        close();
        open();
        create(each.before());
        change(each.before(), each.after());
        String wanted = Picture.of(Lowering.lower(each.after(), dialect), dialect);
        assertThat(Picture.of(inspect().model(), dialect)).isEqualTo(wanted);
    }
}
