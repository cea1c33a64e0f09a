package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.SQLException;

/** Tables as others make them: planning for what was read of them finds nothing to do. */
class TheirTablesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hsqldb | CREATE TABLE t (k VARCHAR(9), PRIMARY KEY (k))",
                "hsqldb | CREATE TABLE t (a BIT DEFAULT 0)",
                "sqlite | CREATE TABLE t (k TEXT, n BLOB DEFAULT '', PRIMARY KEY (k))",
                "h2 | CREATE TABLE t (a LONGVARBINARY, b BLOB, c VARBINARY(20))",
            })
    void areMadeAgain(String database, String script) throws SQLException {
        Model found;
        try (Lab theirs = Lab.on(TestDatabases.named(database))) {
            theirs.execute(script);
            found = theirs.dialect().owning(theirs.inspected());
            assertThat(theirs.titles(found)).isEmpty();
        }
        try (Lab ours = Lab.on(TestDatabases.named(database))) {
            ours.deploy(found);
            assertThat(ours.titles(found)).isEmpty();
        }
        for (String other : new String[] {"h2", "hsqldb", "sqlite", "duckdb"}) {
            carried(found, other);
        }
    }

    /** To another database, or it is said why not. */
    private static void carried(Model model, String other) {
        Dialect dialect = Dialects.named(other);
        boolean fits =
                ModelCheck.problems(model).stream().noneMatch(Problem::isError)
                        && PortabilityCheck.problems(model, dialect).stream()
                                .noneMatch(Problem::isError);
        if (fits) {
            try (Lab lab = Lab.on(TestDatabases.named(other))) {
                lab.deploy(model);
                assertThat(lab.titles(model)).isEmpty();
            }
        }
    }

    @Test
    void aNumberOfATypeOfTheirOwnTakesItsDefaultFromASequence() throws SQLException {
        try (Lab theirs = Lab.on(TestDatabases.POSTGRESQL);
                Lab ours = Lab.on(TestDatabases.POSTGRESQL)) {
            theirs.execute(
                    "CREATE DOMAIN whole AS bigint",
                    "CREATE SEQUENCE numbers",
                    "CREATE TABLE t (id whole DEFAULT nextval('numbers'))",
                    "ALTER SEQUENCE numbers OWNED BY t.id");
            Model found = theirs.inspected();
            ours.deploy(found);
            assertThat(ours.inspected()).isEqualTo(found);
        }
    }
}
